import Forms
import ReportModel
import Testing

@testable import ReportReading

@Suite("Tables from words with coordinates")
struct PrintedTableTests {
  static let forms = ["gid-2019", "gid-2021"]

  @Test(
    "every figure of every form is read in every style", arguments: forms, PrintStyle.all)
  func styles(form: String, style: PrintStyle) throws {
    let sample = try SamplePage(form: form) { _, index in String(1 + index * 7 % 998) }
    let printed = Printer.print(sample, style)
    let cells = try Self.read(printed.words, style)
    for (key, text) in sample.printed {
      let cell = try #require(cells[key])
      #expect(cell.status == .reported && cell.printed == text, "\(key) \(text) \(cell)")
    }
    #expect(cells.count == sample.printed.count)
  }

  @Test(
    "a blank cell is blank and moves nothing", arguments: forms, PrintStyle.all)
  func blanks(form: String, style: PrintStyle) throws {
    var numbers = SeededGenerator(seed: 7)
    for share in [3, 10, 30] {
      let sample = try SamplePage(form: form) { _, index in
        Int.random(in: 0..<share, using: &numbers) == 0 ? "" : String(1 + index * 7 % 998)
      }
      let cells = try Self.read(Printer.print(sample, style).words, style)
      for (key, text) in sample.printed {
        let cell = try #require(cells[key])
        if text.isEmpty {
          #expect(cell.status != .reported && cell.status != .absent, "\(key) \(cell)")
        } else {
          #expect(cell.printed == text || cell.status == .ambiguous, "\(key) \(text) \(cell)")
        }
      }
      let right = sample.printed.count { cells[$0.key]?.printed == $0.value }
      #expect(right * 10 > sample.printed.count * 9, "\(share): \(right) \(sample.printed.count)")
    }
  }

  static func read(
    _ words: [StampedWord], _ style: PrintStyle
  ) throws -> [CellKey: Cell] {
    let layout = Printer.layout(words, pageHeight: style.pageHeight)
    let pages = try BoxLayout.read(layout, limits: .standard)
    let fit = FormFitter(catalog: .standard).fit(PrintedDocument.document(of: pages))
    var cells: [CellKey: Cell] = [:]
    for cell in fit.tables.flatMap(\.cells) { cells[cell.key] = cell }
    return cells
  }
}
