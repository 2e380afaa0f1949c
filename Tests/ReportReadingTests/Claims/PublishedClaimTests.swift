import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// What the prose of published reports states, as it was read by people.
@Suite("Claims of published reports", .enabled(if: PublishedReport.isPresent))
struct PublishedClaimTests {
  struct Expected: CustomTestStringConvertible, Sendable {
    let file: String
    let body: String
    /// In reading order, as `ProseSample.text` writes them.
    let claims: [String]

    var testDescription: String { file }
  }

  static let all: [Expected] = [
    Expected(
      file: "qiandongnan-eco-2020.txt", body: "黔东南州生态环境局",
      claims: [
        "requests.new | requests.handled_load 1件 (word:受理)", "review.total none",
        "suit.total none",
      ]),
    Expected(
      file: "suqian-2023.txt", body: "宿迁市人民政府",
      claims: [
        "requests.handled_load 3607件", "requests.handled_load 349件 (body:市政府)",
        "requests.handled_load 933件 (body:市各有关部门)",
        "requests.handled_load 477件 (body:沭阳县)", "requests.handled_load 301件 (body:泗阳县)",
        "requests.handled_load 874件 (body:泗洪县)", "requests.handled_load 216件 (body:宿豫区)",
        "requests.handled_load 348件 (body:宿城区)",
        "requests.handled_load 55件 (body:宿迁经济技术开发区)",
        "requests.handled_load 26件 (body:市湖滨新区)",
        "requests.handled_load 12件 (body:苏州宿迁工业园区)",
        "requests.handled_load 16件 (body:市洋河新区)", "requests.handled_load 70.3% growth",
        "requests.handled_load[person] 3493件",
        "requests.handled_load[firm+research+charity+law+other] 114件", "outcome.granted 1191件",
        "outcome.partial 328件", "outcome.refused 142件", "outcome.unavailable 1078件",
        "outcome.declined 406件", "outcome.other 341件", "requests.carried_out 121件",
      ]),
    Expected(
      file: "suqian-2024.txt", body: "宿迁市人民政府",
      claims: [
        "requests.handled_load 3646件", "requests.handled_load 1.05% growth",
        "outcome.granted 1431件", "outcome.partial 471件", "outcome.refused 92件",
        "outcome.unavailable 941件", "outcome.declined 117件", "outcome.other 469件",
        "requests.carried_out 125件", "review.total 134件 (word:备案)",
        "suit.total 57件 (word:备案)",
      ]),
    Expected(
      file: "hongze-2023.pdftext.txt", body: "淮安市洪泽区人民政府",
      claims: ["requests.new | requests.handled_load 21件 (word:受理)"]),
    Expected(
      file: "shanghai-office-2019.html", body: "上海市人民政府办公厅",
      claims: [
        "requests.new 859件", "requests.new -12.3% growth", "outcome.total 805件",
        "requests.carried_in 18件 (word:上年度结转)", "requests.carried_out 72件",
        "outcome.granted + outcome.partial 258件",
        "outcome.granted + outcome.partial 33.9% share", "outcome.refused 35件",
        "outcome.refused 4.34% share", "outcome.unavailable 265件",
        "outcome.unavailable 32.9% share", "outcome.declined 158件",
        "outcome.declined 19.6% share", "outcome.other 0件", "review.total 7件",
        "suit.total 9件", "review.corrected none", "review.pending none (word:均获维持)",
        "suit_direct.corrected + suit_reviewed.corrected none",
        "suit_direct.pending + suit_reviewed.pending none (word:均获维持)",
      ]),
    Expected(
      file: "shanghai-kewei-2024.md", body: "上海市科学技术委员会",
      claims: [
        "review.total 1件", "review.corrected none", "suit.total 0件", "requests.new 34件",
        "requests.carried_in 2件", "outcome.granted 9件", "outcome.partial 0件",
        "outcome.refused 2件", "outcome.unavailable 10件", "outcome.declined 0件",
        "outcome.other 14件", "requests.carried_out 1件",
      ]),
  ]

  @Test("every figure about an indicator is found, and no other", arguments: all)
  func claims(expected: Expected) throws {
    let report = try ReportReader().read(
      path: PublishedReport.folder + "/" + expected.file, body: expected.body)
    let found = report.claims.filter { !$0.meanings.isEmpty }.map(ProseSample.text)
    #expect(found == expected.claims)
  }

  /// What each says of the time that it is of.
  @Test(
    "the period and the year that the report says it is of",
    arguments: [
      ("qiandongnan-eco-2020.txt", ["year 2020", "period-start 20200101", "period-end 20201231"]),
      ("hongze-2023.pdftext.txt", ["period-start 20230101", "period-end 20231231"]),
      ("shanghai-office-2019.html", ["period-start 20190101", "period-end 20191231"]),
      ("shanghai-kewei-2024.md", ["year 2024"]), ("suqian-2023.txt", []),
    ])
  func period(file: String, claims: [String]) throws {
    let report = try ReportReader().read(path: PublishedReport.folder + "/" + file, body: "甲")
    let found = report.claims.filter { [.periodStart, .periodEnd, .year].contains($0.kind) }
    #expect(found.map { "\($0.kind.rawValue) \($0.value)" } == claims)
  }

  @Test("a PDF states what its text states")
  func printed() throws {
    let folder = PublishedReport.folder
    let claims = { (file: String) in
      try ReportReader().read(path: folder + "/" + file, body: "淮安市洪泽区人民政府").claims
        .map { "\(ProseSample.text($0)) \($0.printed.filter { $0 != " " })" }
    }
    guard InstalledPrograms.has("pdftotext") else { return }
    #expect(try claims("hongze-2023.pdf") == claims("hongze-2023.pdftext.txt"))
  }

  @Test("a page of tables alone states only that no fee was taken")
  func tablesAlone() throws {
    for year in [2023, 2024] {
      let report = try ReportReader().read(
        path: PublishedReport.folder + "/pingtan-ez-\(year).tables.html", body: "平潭综合实验区",
        year: year)
      #expect(report.claims.map(ProseSample.text) == ["? none"])
    }
  }

  @Test("parts add up to their wholes where the report lists them all")
  func parts() throws {
    let report = try ReportReader().read(
      path: PublishedReport.folder + "/suqian-2023.txt", body: "宿迁市人民政府")
    let whole = try #require(report.claims.firstIndex { $0.value == Quantity(3607) })
    var sums: [Int: Quantity] = [:]
    for claim in report.claims {
      guard let part = claim.part, part.whole == whole, claim.kind == .count else { continue }
      sums[part.breakdown] = (sums[part.breakdown] ?? .zero).adding(claim.value)
    }
    #expect(sums.count == 3)
    #expect(sums.values.allSatisfy { $0 == Quantity(3607) })
    let fee = try #require(report.claims.firstIndex { $0.value == Quantity(2950) })
    let fees = report.claims.filter { $0.part?.whole == fee }.map(\.value)
    #expect(fees == [420, 290, 1500, 140, 600].map { Quantity($0) })
  }
}
