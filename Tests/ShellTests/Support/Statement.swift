import Foundation
import Testing

/// A text with the figures of the tables that it is held against, as the files of `Statements` have
/// them.
struct Statement: CustomTestStringConvertible, Sendable {
  let body: String
  let year: Int
  /// As `StatedReport` reads them.
  let figures: String
  /// Those of the year before, where it has a report.
  let before: String?
  /// What is to be found, each as severity, rule, and both sides.
  let finds: [String]
  /// Its paragraphs.
  let text: [String]

  var testDescription: String { text.joined() }

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Statements/"

  /// The blocks of a file; the file says how they are written.
  static func all(in file: String) -> [Statement] {
    let text = (try? String(contentsOfFile: folder + file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n\n").compactMap { block in
      var lines = block.split(separator: "\n").filter { !$0.hasPrefix("#") }
      guard !lines.isEmpty else { return nil }
      let head = lines.removeFirst().split(separator: "|", maxSplits: 1)
      let named = head[0].split(separator: " ")
      guard head.count == 2, named.count == 2, let year = Int(named[1]) else { return nil }
      let before = lines.first { $0.hasPrefix("before | ") }
      let finds = lines.filter { $0.hasPrefix("finds ") }
      lines.removeAll { $0.hasPrefix("before | ") || $0.hasPrefix("finds ") }
      return Statement(
        body: String(named[0]), year: year, figures: String(head[1]),
        before: before.map { String($0.dropFirst("before | ".count)) },
        finds: finds.map { String($0.dropFirst("finds ".count)) }, text: lines.map(String.init))
    }
  }
}
