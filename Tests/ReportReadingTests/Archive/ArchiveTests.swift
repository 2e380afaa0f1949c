import ReportModel
import Testing

@testable import ReportReading

@Suite("Reports in archives")
struct ArchiveTests {
  private func page(_ year: Int, _ layout: PageLayout = .spans) throws -> [UInt8] {
    try SamplePage(form: "gid-2021", title: "青石市水务局\(year)年政府信息公开工作年度报告").bytes(layout)
  }

  private func items(
    _ bytes: [UInt8], path: String = "a.zip", body: String? = nil, year: Int? = nil,
    limits: ReadingLimits = .standard
  ) -> [ReadItem] {
    ReportReader(limits: limits).items(
      of: LoadedFile(bytes: bytes), as: ReadingRequest(path: path, body: body, year: year))
  }

  private func failure(_ item: ReadItem?) -> ReadingError? {
    if case .failure(let error) = item?.result { error } else { nil }
  }

  @Test("a packed page is read as the page itself", arguments: PageLayout.allCases)
  func gzip(layout: PageLayout) throws {
    let bytes = try page(2022, layout)
    let report = try ReportReader().read(bytes: ArchiveMaker.gzip(bytes), path: "a.html.gz")
    let plain = try ReportReader().read(bytes: bytes, path: "a.html.gz")
    #expect(report.source == plain.source)
    #expect(report.tables.map(\.cells) == plain.tables.map(\.cells))
  }

  @Test("a page packed in two parts is one page; anything else behind the end is an error")
  func gzipParts() throws {
    let bytes = try page(2022)
    let packed = ArchiveMaker.gzip(Array(bytes[..<99])) + ArchiveMaker.gzip(Array(bytes[99...]))
    let reader = ReportReader()
    #expect(
      try reader.read(bytes: packed + [0, 0], path: "a").source.digest
        == LoadedFile(bytes: bytes).digest)
    for broken in [
      packed + [7], Array(packed.dropLast(3)), Array(packed.prefix(500)), [0x1F, 0x8B],
    ] {
      #expect(throws: ReadingError.archive(.damaged)) { try reader.read(bytes: broken, path: "a") }
    }
    #expect(throws: ReadingError.empty) {
      try reader.read(bytes: ArchiveMaker.gzip([]), path: "a")
    }
  }

  @Test("one report a member, by name, each with the digest of its own bytes")
  func zip() throws {
    let word = try SamplePage(form: "gid-2021", title: "青石市水务局2020年政府信息公开工作年度报告").word
    let pages = [try page(2021), try page(2022, .lines)]
    let found = items(
      ArchiveMaker.zip([
        .init("年报/2022.txt", pages[1]), .init("年报/", ""), .init("2020.docx", word),
        .init("年报/2021.html", pages[0]), .init("logo.png", "PNG"),
        .init("__MACOSX/._2021.html", "x"), .init(".DS_Store", "x"),
        .init("picture.html", [0xFF, 0xD8, 0xFF]),
        .init("2019.html.gz", ArchiveMaker.gzip(try page(2019))),
      ]))
    #expect(
      found.map(\.path) == [
        "a.zip/2019.html.gz", "a.zip/2020.docx", "a.zip/年报/2021.html", "a.zip/年报/2022.txt",
      ])
    let reports = try found.map { try $0.result.get() }
    #expect(reports.map(\.year) == [2019, 2020, 2021, 2022])
    #expect(reports.map(\.source.path) == found.map(\.path))
    #expect(reports[2].source.digest == LoadedFile(bytes: pages[0]).digest)
    #expect(reports.allSatisfy { $0.tables.flatMap(\.cells).count == 200 })
  }

  @Test("names in GBK are read; others cannot do harm")
  func names() throws {
    var member = ArchiveMaker.Member("", try page(2021))
    member.name = [0xC4, 0xEA, 0xB1, 0xA8] + Array(".html".utf8)
    #expect(items(ArchiveMaker.zip([member])).map(\.path) == ["a.zip/年报.html"])
    member.name = Array("a\u{1B}[2J.html".utf8)
    #expect(items(ArchiveMaker.zip([member])).map(\.path) == ["a.zip/a\u{FFFD}[2J.html"])
    member.name = [0xFF, 0xFF] + Array(".html".utf8)
    #expect(items(ArchiveMaker.zip([member])).map(\.path) == ["a.zip/%FF%FF.html"])
  }

  @Test("a member that cannot be read does not touch the others")
  func badMembers() throws {
    var encrypted = ArchiveMaker.Member("1.html", try page(2019))
    encrypted.isEncrypted = true
    var wrong = ArchiveMaker.Member("2.html", try page(2020))
    wrong.hasWrongChecksum = true
    let found = items(
      ArchiveMaker.zip([
        encrypted, wrong, .init("3.html", try page(2021)), .init("4.html", "无表"),
        .init("5.html", ""),
      ]))
    #expect(failure(found[0]) == .archive(.encrypted))
    #expect(failure(found[1]) == .archive(.damaged))
    #expect(try found[2].result.get().year == 2021)
    #expect(failure(found[3]) == .noTables)
    #expect(failure(found[4]) == .empty)
    #expect(found.count == 5)
  }

  @Test("archives with no report, cut short, or broken")
  func noReports() throws {
    let found = items(
      ArchiveMaker.zip([.init("a.png", "x"), .init("b.html", [0xFF, 0xD8, 0xFF])]))
    #expect(found.map(failure) == [.archive(.noReports(members: 2))])
    #expect(items(ArchiveMaker.zip([])).map(failure) == [.archive(.noReports(members: 0))])
    let good = ArchiveMaker.zip([.init("a.html", try page(2021))])
    #expect(items(Array(good.dropLast(30))).map(failure) == [.archive(.damaged)])
    #expect(items([0x50, 0x4B, 3, 4]).map(failure) == [.archive(.damaged)])
  }

  @Test("body and year cannot be given for several reports")
  func sameIdentity() throws {
    let two = ArchiveMaker.zip([.init("1.html", try page(2021)), .init("2.html", try page(2022))])
    #expect(items(two, body: "某局", year: 2021).map(failure) == [.archive(.severalReports(2))])
    #expect(try items(two, body: "某局").map { try $0.result.get().year } == [2021, 2022])
    let one = ArchiveMaker.zip([.init("1.html", try page(2021)), .init("2.html", "无表")])
    #expect(try items(one, body: "某局", year: 2020)[0].result.get().year == 2020)
    #expect(throws: ReadingError.archive(.severalReports(2))) {
      try ReportReader().read(bytes: two, path: "a")
    }
  }

  @Test("two layers are opened, three are not")
  func depth() throws {
    let inner = ArchiveMaker.zip([.init("1.html", try page(2021))])
    let packed = items(ArchiveMaker.gzip(inner), path: "a.zip.gz")
    #expect(packed.map(\.path) == ["a.zip.gz/1.html"])
    #expect(try packed[0].result.get().year == 2021)
    let three = ArchiveMaker.gzip(ArchiveMaker.zip([.init("b.zip", inner)]))
    #expect(items(three).map(failure) == [.archive(.tooDeep(limit: 2))])
    // A Word document is no layer.
    let word = ArchiveMaker.gzip(
      ArchiveMaker.zip([.init("a.docx", try SamplePage(form: "gid-2021").word)]))
    #expect(try items(word)[0].result.get().year == 2022)
  }

  @Test("bombs: tight, large together, many")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
    var limits = ReadingLimits.standard
    let tight = ReadingError.archive(.packedTooTightly(limit: limits.unpackingRatio))
    #expect(items(ArchiveMaker.gzip(zeros)).map(failure) == [tight])
    let mixed = ArchiveMaker.zip([.init("1.html", zeros), .init("2.html", try page(2021))])
    #expect(failure(items(mixed).first) == tight)
    #expect(try items(mixed)[1].result.get().year == 2021)
    #expect(
      items(WordMaker.package(String(repeating: " ", count: 8 << 20))).map(failure) == [tight])

    limits.unpackedSize = 100_000
    let pages = try (1...30).map { ArchiveMaker.Member("\(100 + $0).html", try page(2021)) }
    let found = items(ArchiveMaker.zip(pages), limits: limits)
    #expect(found.count < 30)
    #expect(failure(found.last) == .archive(.tooLargeUnpacked(limit: 100_000)))
    #expect(found.dropLast().allSatisfy { failure($0) == nil })

    limits.archiveMembers = 29
    #expect(
      items(ArchiveMaker.zip(pages), limits: limits).map(failure)
        == [.archive(.tooManyMembers(limit: 29))])
    limits.fileSize = 5000
    limits.unpackedSize = 1 << 30
    let large = items(ArchiveMaker.zip([.init("1.html", try page(2021))]), limits: limits)
    #expect(
      large.allSatisfy { item in
        if case .tooLarge(_, 5000) = failure(item) { true } else { false }
      })
  }
}
