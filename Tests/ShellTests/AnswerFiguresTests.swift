import Foundation
import Testing

@testable import Shell

/// The answers of the cases `answer-*` against `examples/expected/answers/`, which a script worked
/// out from the figures without the program. That the program gives what stands in `out/` of a case,
/// the cases see to.
@Suite("The figures of the answers")
struct AnswerFiguresTests {
  private static let folder = Checkout.examples.appending(path: "expected/answers")

  @Test("Every number of an answer is the one that was worked out, to the last digit")
  func numbers() throws {
    let files = FileManager.default
    let expected = try files.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(expected.count >= 12)
    var compared: Set<String> = []
    for named in try Case.all() where named.name.hasPrefix("answer-") {
      let out = named.folder.appending(path: "out")
      guard let names = try? files.contentsOfDirectory(atPath: out.path) else { continue }
      for name in names {
        let made = CSVText(try text(Self.folder.appending(path: name)))
        let answered = CSVText(try text(out.appending(path: name)))
        let columns = made.header
        #expect(Array(answered.header.prefix(columns.count)) == columns, "\(name)")
        #expect(answered.columns(columns) == made.columns(columns), "\(name)")
        compared.insert(name)
      }
    }
    #expect(compared.sorted() == expected)
  }

  private func text(_ url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
