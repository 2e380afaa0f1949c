import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("Reports in Word documents")
struct WordReadingTests {
  @Test("all figures of both forms, merged cells and all", arguments: ["gid-2019", "gid-2021"])
  func wholePage(form: String) throws {
    let page = try SamplePage(form: form)
    // The name says nothing: the format is told by the content.
    let report = try ReportReader().read(bytes: page.word, path: "page.html")
    #expect(report.body == "青石市水务局")
    #expect(report.year == 2022)
    #expect(report.source.format == "docx")
    #expect(report.source.encoding == "UTF-8")
    #expect(report.source.digest == LoadedFile(bytes: page.word).digest)
    #expect(report.tables.map(\.number) == [2, 3, 4])
    #expect(report.tables.allSatisfy { $0.form == form })
    #expect(report.problems.isEmpty)
    let printed = page.printed
    for cell in report.tables.flatMap(\.cells) {
      #expect(cell.status == .reported, "\(cell.key)")
      #expect(cell.value?.description == printed[cell.key], "\(cell.key)")
      #expect(cell.place?.table != nil && cell.place?.row != nil && cell.place?.column != nil)
      #expect(cell.place?.line == nil)
    }
  }

  @Test("a text part of another name, and the names of the ISO standard")
  func otherNames() throws {
    let xml = WordMaker.xml(try SamplePage(form: "gid-2021").wordBody)
    let strict = xml.replacingOccurrences(
      of: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    for bytes in [
      WordMaker.package(xml, part: "word/document2.xml"), WordMaker.package(strict),
    ] {
      let report = try ReportReader().read(bytes: bytes, path: "a")
      #expect(report.tables.flatMap(\.cells).allSatisfy { $0.status == .reported })
    }
  }

  @Test("a figure that does not stand alone is not read")
  func unclearFigures() throws {
    let struck = "</w:t></w:r>" + WordMaker.run("7", "<w:strike/>") + "<w:r><w:t>"
    let page = try SamplePage(form: "gid-2021") { _, index in
      index == 0 ? "1\(struck)" : String(1000 + index)
    }
    let cells = try ReportReader().read(bytes: page.word, path: "a").tables.flatMap(\.cells)
    #expect(cells[0].status == .ambiguous)
    #expect(cells.dropFirst().allSatisfy { $0.status == .reported })
  }

  @Test("what is broken says so")
  func broken() {
    // These texts repeat themselves as no report does.
    var limits = ReadingLimits.standard
    limits.unpackingRatio = 2000
    limits.lines = 10_000
    limits.tableCells = 20_000
    let reader = ReportReader(limits: limits)
    let cases: [(String, ReadingError)] = [
      ("<w:document", .word(.broken(offset: 11))),
      ("<html xmlns:w=\"a\"/>", .word(.broken(offset: 0))),
      (
        "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>", .word(.broken(offset: 0))
      ),
      (
        WordMaker.xml(String(repeating: "<w:sdt>", count: 600)),
        .tooComplex(.depth, limit: limits.depth)
      ),
      (
        WordMaker.xml(String(repeating: "<w:p/>", count: limits.lines + 1)),
        .tooComplex(.lines, limit: limits.lines)
      ),
      (
        WordMaker.xml(
          WordMaker.table(
            [[String]](
              repeating: [String](repeating: "", count: 210), count: 100))),
        .tooComplex(.tableCells, limit: limits.tableCells)
      ),
      (WordMaker.xml(""), .empty),
      (WordMaker.xml(WordMaker.paragraph("没有表格")), .noTables),
    ]
    for (text, expected) in cases {
      #expect {
        try reader.read(bytes: WordMaker.package(text), path: "a")
      } throws: { error in
        switch (error as? ReadingError, expected) {
        case (.word(.broken), .word(.broken)): true
        case (let error, _): error == expected
        }
      }
    }
  }

  @Test("other documents of Office are told by name")
  func otherOffice() {
    let reader = ReportReader()
    let sheet = ArchiveMaker.zip([
      .init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.xml", "<workbook/>"),
    ])
    let open = ArchiveMaker.zip([
      .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", "<a/>"),
    ])
    #expect(throws: ReadingError.notAReportFormat(.officePackage)) {
      try reader.read(bytes: sheet, path: "a.xlsx")
    }
    #expect(throws: ReadingError.notAReportFormat(.openDocument)) {
      try reader.read(bytes: open, path: "a.odt")
    }
  }
}

/// The blank official form, as it was published.
@Suite("The official form", .enabled(if: PublishedReport.isPresent))
struct OfficialFormTests {
  @Test("every cell of the blank form is blank, and none is missing")
  func blank() throws {
    let report = try ReportReader().read(
      path: PublishedReport.folder + "/template-gid-2021.docx", body: "青石市水务局", year: 2021)
    #expect(report.tables.map(\.number) == [2, 3, 4])
    #expect(report.tables.allSatisfy { $0.form == "gid-2021" })
    #expect(report.tables.flatMap(\.cells).count == 200)
    #expect(report.tables.flatMap(\.cells).allSatisfy { $0.status == .blank })
    #expect(report.problems.isEmpty)
  }
}
