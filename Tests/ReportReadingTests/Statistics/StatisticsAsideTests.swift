import Forms
import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// That nianbao knows the tables before 2019 must not change how later reports are read.
@Suite("Later reports are read as if there had been no older tables")
struct StatisticsAsideTests {
  /// The catalogue with the later forms alone.
  static let later = ReportReader(
    catalog: FormCatalog(
      forms: FormCatalog.standard.forms.filter { $0.tables.count > 1 },
      indicators: FormCatalog.standard.indicators, crosswalk: FormCatalog.standard.crosswalk))

  static func expectSame(_ bytes: [UInt8], path: String = "page", _ note: String) throws {
    let all = try ReportReader().read(bytes: bytes, path: path)
    let alone = try later.read(bytes: bytes, path: path)
    #expect(all.tables.map(\.form) == alone.tables.map(\.form), "\(note)")
    #expect(all.tables.flatMap(\.cells) == alone.tables.flatMap(\.cells), "\(note)")
    #expect(all.problems == alone.problems, "\(note)")
  }

  @Test("pages of both later forms, whole", arguments: PageLayout.allCases)
  func whole(layout: PageLayout) throws {
    for form in ["gid-2019", "gid-2021"] {
      try Self.expectSame(SamplePage(form: form).bytes(layout), "\(form) \(layout)")
    }
  }

  @Test("prose that lists the indicators of the older table", arguments: PageLayout.allCases)
  func prose(layout: PageLayout) throws {
    let page = try SamplePage(form: "gid-2021").text(layout)
    let sentences = [
      "①参加或举办新闻发布会总次数0次。", "②政府网站在线访谈次数3次；", "政策解读稿件发布数", "12",
      "主动公开政府信息数", "条", "88", "收到申请数 件 5", "指标体系建设情况", "统计数据",
    ]
    let lines = sentences.map { layout.isHTML ? "<p>\($0)</p>" : $0 }.joined(separator: "\n")
    let heading = layout.isHTML ? "<p>一、总体情况</p>" : "一、总体情况"
    #expect(page.contains(heading))
    let mixed = page.replacing(heading, with: heading + "\n" + lines)
    try Self.expectSame(Array(mixed.utf8), "\(layout)")
  }

  @Test("published reports of the years since 2019")
  func published() throws {
    let folder = "../shared/reports"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names.sorted() where [".html", ".txt", ".md"].contains(where: name.hasSuffix) {
      guard name != "README.md",
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
      else { continue }
      let all = try ReportReader().read(bytes: Array(data), path: name, body: "甲", year: 2020)
      #expect(!all.tables.contains { $0.number == 1 }, "\(name)")
      let alone = try Self.later.read(bytes: Array(data), path: name, body: "甲", year: 2020)
      #expect(all.tables.flatMap(\.cells) == alone.tables.flatMap(\.cells), "\(name)")
      #expect(all.problems == alone.problems, "\(name)")
    }
  }

  @Test("a page without the head over the labels is not looked at further")
  func dismissed() throws {
    let fitter = StatisticsFitter(catalog: .standard)
    let pages = [
      ("gid-2021", false), ("gid-2019", false), ("gid-2014", true), ("fujian-2011", true),
    ]
    for (form, mayStand) in pages {
      let bytes = try SamplePage(form: form).bytes(.spans)
      let document = try HTMLReader.read(bytes, limits: .standard)
      #expect(fitter.mayStand(in: document) == mayStand, "\(form)")
    }
  }
}
