import Forms
import ReportModel
import Testing

@testable import ReportReading

@Suite("Unusual pages of words")
struct PrintedLayoutTests {
  @Test(
    "numbers of seven digits in columns that just hold them", arguments: PrintedTableTests.forms)
  func longNumbers(form: String) throws {
    let style = PrintStyle(figureColumn: 44)
    let sample = try SamplePage(form: form) { _, index in String(3_000_000 + index * 7919) }
    let cells = try PrintedTableTests.read(Printer.print(sample, style).words, style)
    for (key, text) in sample.printed { #expect(cells[key]?.printed == text, "\(key)") }
  }

  @Test("numbers that fill their columns are right or not read", arguments: PrintedTableTests.forms)
  func crowded(form: String) throws {
    for column in [30.0, 32, 34, 36] {
      let style = PrintStyle(figureColumn: column)
      let sample = try SamplePage(form: form) { _, index in String(3_000_000 + index * 7919) }
      try Self.expectNothingWrong(Printer.print(sample, style).words, style, sample)
    }
  }

  @Test("two reports side by side give no figure of either in the other's place")
  func twoColumns() throws {
    let style = PrintStyle()
    let sample = try SamplePage(form: "gid-2021") { _, index in String(1 + index) }
    let other = try SamplePage(form: "gid-2021") { _, index in String(1001 + index) }
    let left = Printer.print(sample, style).words
    let right = Printer.print(other, style).words.map { word in
      var word = word
      word.left += 600
      word.line += 10_000
      return word
    }
    let cells = try PrintedTableTests.read(left + right, style)
    let both = [sample.printed, other.printed]
    for (key, cell) in cells where cell.status == .reported {
      #expect(both.contains { $0[key] == cell.printed }, "\(key) \(cell.printed)")
    }
  }

  @Test("a page turned by a quarter gives no table")
  func turned() throws {
    let style = PrintStyle(pageHeight: 1200)
    let sample = try SamplePage(form: "gid-2021")
    let words = Printer.print(sample, style).words.map { word in
      var turned = word
      turned.left = word.top
      turned.top = 1150 - word.left - word.width
      turned.width = word.height
      turned.height = word.width
      return turned
    }
    #expect(try PrintedTableTests.read(words, style).isEmpty)
  }

  @Test("running heads and page numbers between the parts of a table do no harm")
  func furniture() throws {
    let style = PrintStyle(pageHeight: 420)
    let sample = try SamplePage(form: "gid-2019") { _, index in String(1 + index * 7 % 998) }
    var words = Printer.print(sample, style).words
    for page in 1...(words.map(\.page).max() ?? 1) {
      let head = "青石市水务局政府信息公开工作年度报告"
      words.append(
        StampedWord(
          text: head, page: page, left: 150, top: 30, width: 170, height: 9, line: 9000 + page))
    }
    let cells = try PrintedTableTests.read(words, style)
    for (key, text) in sample.printed { #expect(cells[key]?.printed == text, "\(key)") }
  }

  @Test("a layout cut off anywhere is read as far as it goes, or refused")
  func cut() throws {
    let style = PrintStyle.all[0]
    let sample = try SamplePage(form: "gid-2021") { _, index in String(1 + index * 7 % 998) }
    let layout = Printer.layout(
      Printer.print(sample, style).words, pageHeight: style.pageHeight)
    for length in stride(from: 0, to: layout.count, by: layout.count / 15) {
      let pages = try BoxLayout.read(Array(layout[..<length]), limits: .standard)
      let fit = FormFitter(catalog: .standard).fit(PrintedDocument.document(of: pages))
      for cell in fit.tables.flatMap(\.cells) where cell.status == .reported {
        #expect(cell.printed == sample.printed[cell.key])
      }
    }
    #expect(throws: ReadingError.damaged) {
      try BoxLayout.read(Array("<page width=\"x\" height=\"1\">".utf8), limits: .standard)
    }
  }

  private static func expectNothingWrong(
    _ words: [StampedWord], _ style: PrintStyle, _ sample: SamplePage
  ) throws {
    for (key, cell) in try PrintedTableTests.read(words, style) where cell.status == .reported {
      #expect(cell.printed == sample.printed[key], "\(key) \(cell.printed)")
    }
  }
}
