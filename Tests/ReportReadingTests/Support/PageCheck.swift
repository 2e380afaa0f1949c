import ReportModel

@testable import ReportReading

/// What was read of a page, held against what it prints.
struct PageCheck {
  let report: Report
  /// Cells with a figure that the page does not print there.
  let wrong: [String]
  /// Cells that the page prints and nobody read.
  let unread: Set<String>
  let reported: Int

  init(_ bytes: [UInt8], of page: SamplePage, body: String? = nil, year: Int? = nil) throws {
    report = try ReportReader().read(bytes: bytes, path: "page", body: body, year: year)
    let printed = page.printed
    var wrong: [String] = []
    var unread: Set<String> = []
    var reported = 0
    var seen: Set<CellKey> = []
    for cell in report.tables.flatMap(\.cells) {
      seen.insert(cell.key)
      if cell.status == .reported {
        reported += 1
        if cell.printed != printed[cell.key] { wrong.append("\(cell.key) \(cell.printed)") }
      } else if let text = printed[cell.key], FigureReading.isFigureLike(text) {
        unread.insert(cell.key.description)
      }
    }
    for key in printed.keys where !seen.contains(key) { unread.insert(key.description) }
    self.wrong = wrong
    self.unread = unread
    self.reported = reported
  }

  init(_ text: String, of page: SamplePage, body: String? = nil, year: Int? = nil) throws {
    try self.init(Array(text.utf8), of: page, body: body, year: year)
  }

  /// Whether every figure of the page was read, and right.
  var isWhole: Bool { wrong.isEmpty && unread.isEmpty }

  var summary: String {
    "wrong \(wrong.prefix(5)) unread \(unread.count): \(unread.sorted().prefix(4)) "
      + "\(report.problems.prefix(3).map { "\($0.kind) \($0.seen)" })"
  }
}

extension String {
  /// With every occurrence of a line replaced.
  func replacingLine(_ line: String, with other: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == line ? other : String($0) }.joined(separator: "\n")
  }

  /// With the first occurrence of a part replaced.
  func replacingFirst(_ part: String, with other: String) -> String {
    var parts = split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)[...]
    guard parts.count == 2, let head = parts.popFirst(), let tail = parts.popFirst() else {
      return self
    }
    return head + other + tail
  }
}
