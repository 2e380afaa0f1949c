import ReportModel
import Testing

@testable import ReportReading

/// Good pages are broken at random; whatever is still read must stand on the broken page at that
/// label. Every cell holds a figure of its own, so the figure tells which cell it was printed in.
@Suite("Broken pages are never read wrong")
struct MutationTests {
  @Test("random rows, columns, labels and heads deleted or swapped", arguments: 0..<400)
  func mutated(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let form = ["gid-2019", "gid-2021"].randomElement(using: &random) ?? "gid-2021"
    let layout = PageLayout.allCases.randomElement(using: &random) ?? .spans
    var page = try MutatedPage(form: form)
    for _ in 0..<Int.random(in: 1...3, using: &random) { page.mutate(&random) }
    // A page on which no table is left is not read, and so not read wrong.
    guard let report = try read(page.page.bytes(layout)) else { return }
    let wrong = page.wrongCells(of: report)
    #expect(wrong.isEmpty, "\(form) \(layout): \(page.log)")
  }

  private func read(_ bytes: [UInt8]) throws -> Report? {
    do throws(ReadingError) {
      return try Self.reader.read(bytes: bytes, path: "page")
    } catch {
      guard error == .noTables else { throw error }
      return nil
    }
  }

  private static let reader = ReportReader()

  @Test("an unbroken page passes the same judgement", arguments: PageLayout.allCases)
  func unbroken(layout: PageLayout) throws {
    let page = try MutatedPage(form: "gid-2021")
    let report = try ReportReader().read(bytes: page.page.bytes(layout), path: "page")
    let cells = report.tables.flatMap(\.cells)
    #expect(cells.count == 200)
    for cell in cells {
      #expect(page.allows(try #require(cell.value?.description), at: cell.key))
    }
  }
}
