import Forms
import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// Good pages are broken at random; whatever is still read must stand on the broken page at that
/// label, and nowhere but there. Every cell holds a number of its own, so that no mistake hides.
@Suite("Broken pages are never read wrong")
struct BrokenPageTests {
  /// `scripts/mutate` asks for more.
  static let cases = Int(ProcessInfo.processInfo.environment["NIANBAO_MUTATIONS"] ?? "") ?? 260
  static let first = Int(ProcessInfo.processInfo.environment["NIANBAO_FIRST_MUTATION"] ?? "") ?? 0

  @Test("rows, columns, cells, labels, heads and tables broken", arguments: first..<(first + cases))
  func broken(seed: Int) throws {
    let (page, style) = try Self.page(seed)
    let verdict = try BrokenPageVerdict(page, style)
    #expect(verdict.wrong.isEmpty, "\(seed) \(page.form.id) \(style): \(page.log)")
    let flagged = verdict.wrong + verdict.contested
    if !flagged.isEmpty, let folder = ProcessInfo.processInfo.environment["NIANBAO_WRONG"] {
      try "\(style)\n\(page.log)\n\(flagged)\n".write(
        toFile: "\(folder)/\(seed).txt", atomically: true, encoding: .utf8)
      try Data(page.bytes(style)).write(to: URL(filePath: "\(folder)/\(seed).page"))
    }
  }

  /// The same seed gives the same page.
  static func page(_ seed: Int) throws -> (BrokenPage, BreakingStyle) {
    var random = SeededGenerator(seed: UInt64(seed))
    let style = BreakingStyle.allCases[seed % BreakingStyle.allCases.count]
    let form = ["gid-2019", "gid-2021"].randomElement(using: &random) ?? "gid-2021"
    let page = try BrokenPage(form: form, random: &random)
    var breaker = PageBreaker(page, style, random)
    for _ in 0..<Int.random(in: 1...3, using: &random) { try breaker.breakOnce() }
    return (breaker.page, style)
  }

  @Test("an unbroken page is read whole and passes", arguments: BreakingStyle.allCases)
  func unbroken(style: BreakingStyle) throws {
    for form in ["gid-2019", "gid-2021"] {
      var random = SeededGenerator(seed: 5)
      let verdict = try BrokenPageVerdict(BrokenPage(form: form, random: &random), style)
      #expect(verdict.wrong.isEmpty)
      // The heads of several columns on one line tell nobody where each begins.
      if style == .rowsOnLines { continue }
      #expect(verdict.certain == (form == "gid-2019" ? 198 : 200))
      #expect(verdict.read == verdict.certain)
    }
  }
}
