/// A code, a place or a formula on several lines: nothing of it is left out, and it breaks behind its
/// own marks where it can.
struct BrokenCode {
  /// Where it may be broken.
  enum Breaking {
    case nowhere, betweenWords, anywhere
  }

  /// A line may end behind these.
  private static let marks = Set(" ._/-,+*")
  /// A line may begin with these.
  private static let openings = Set("[(")

  private let characters: [Character]

  init(_ text: String) {
    characters = Array(text)
  }

  /// The width of the longest stretch without a space.
  var widestWord: Int {
    characters.split(separator: " ").map { $0.reduce(0) { $0 + DisplayWidth.columns(of: $1) } }
      .max() ?? 0
  }

  /// At least one line, none wider than the width unless a single character is.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    var rest = characters[...]
    repeat {
      let end = self.end(of: rest, width: width)
      let line = rest[..<end]
      lines.append(String(line.last == " " ? line.dropLast() : line))
      rest = rest[end...].drop { $0 == " " }
    } while !rest.isEmpty
    return lines
  }

  /// Where a line ends that begins with `rest`.
  private func end(of rest: ArraySlice<Character>, width: Int) -> Int {
    var used = 0
    var lastMark: Int?
    for index in rest.indices {
      used += DisplayWidth.columns(of: rest[index])
      if used > width {
        // A space at the end of a line takes no room.
        if rest[index] == " " { return index }
        return lastMark ?? max(index, rest.startIndex + 1)
      }
      if Self.openings.contains(rest[index]), index > rest.startIndex { lastMark = index }
      if Self.marks.contains(rest[index]) { lastMark = index + 1 }
    }
    return rest.endIndex
  }
}
