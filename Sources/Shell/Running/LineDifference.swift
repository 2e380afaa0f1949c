/// Where two texts differ, shown line by line: what both begin and end with is left out.
struct LineDifference {
  /// Lines that are shown of each side.
  private static let mostLines = 3
  /// Characters of a line that are shown.
  private static let longestLine = 100

  /// The first line that differs, from 1.
  let firstLine: Int
  private let removed: ArraySlice<String>
  private let added: ArraySlice<String>

  init(_ before: [String], _ now: [String]) {
    let start = zip(before, now).prefix { $0 == $1 }.count
    let limit = min(before.count, now.count) - start
    let end = zip(before.reversed(), now.reversed()).prefix { $0 == $1 }.prefix(limit).count
    firstLine = start + 1
    removed = before[start..<(before.count - end)]
    added = now[start..<(now.count - end)]
  }

  /// Marked with `-` what was, with `+` what is.
  func lines(_ wording: Wording) -> [String] {
    [wording.text(ofFirstLine: firstLine)] + marked(removed, "- ", wording)
      + marked(added, "+ ", wording)
  }

  private func marked(
    _ lines: ArraySlice<String>, _ mark: String, _ wording: Wording
  ) -> [String] {
    var shown = lines.prefix(Self.mostLines).map { mark + Self.brief($0) }
    if lines.count > Self.mostLines {
      shown.append(mark + wording.text(ofMoreLines: lines.count - Self.mostLines))
    }
    return shown
  }

  /// A text on one line that is not too long.
  static func brief(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.count > longestLine ? line.prefix(longestLine - 1) + "…" : line
  }
}
