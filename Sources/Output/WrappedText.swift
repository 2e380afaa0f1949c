/// A text that can be broken over several lines: between words, and between any two
/// Chinese characters.
struct WrappedText {
  /// What is never broken, with the space before it where there was one.
  private struct Piece {
    let text: String
    let hasSpaceBefore: Bool

    var width: Int { DisplayWidth.width(of: text) }
  }

  /// No line begins with these.
  private static let closing = Set("，。、；：！？）】》」』〕")
  /// No line ends with these.
  private static let opening = Set("（【《「『〔")

  private let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var word = ""
    var sawSpace = false
    // Whether the last character of the word is one after which a line may end.
    var isWide = false
    func close() {
      if !word.isEmpty { pieces.append(Piece(text: word, hasSpaceBefore: sawSpace)) }
      if !word.isEmpty { sawSpace = false }
      word = ""
      isWide = false
    }
    for character in text {
      if character == " " {
        close()
        sawSpace = true
      } else if character.unicodeScalars.allSatisfy(WideCharacters.contains) {
        // Punctuation stays with the character that it belongs to.
        if !Self.closing.contains(character), !(word.last.map(Self.opening.contains) ?? false) {
          close()
        }
        word.append(character)
        isWide = true
      } else {
        if isWide, !(word.last.map(Self.opening.contains) ?? false) { close() }
        word.append(character)
        isWide = false
      }
    }
    close()
    self.pieces = pieces
  }

  /// The width on one line.
  var widest: Int { pieces.reduce(0) { $0 + $1.width + ($1.hasSpaceBefore ? 1 : 0) } }

  /// The width that no line can go below; a few Chinese characters stay together.
  var narrowest: Int { min(widest, max(6, pieces.map(\.width).max() ?? 0)) }

  /// The text on as few lines as fit into a width, at least one.
  ///
  /// - Parameter firstWidth: of the first line, where it differs.
  func lines(width: Int, firstWidth: Int? = nil) -> [String] {
    var lines = [""]
    for piece in pieces {
      let last = lines[lines.count - 1]
      let joined = last.isEmpty ? piece.text : last + (piece.hasSpaceBefore ? " " : "") + piece.text
      let room = lines.count == 1 ? firstWidth ?? width : width
      if last.isEmpty || DisplayWidth.width(of: joined) <= room {
        lines[lines.count - 1] = joined
      } else {
        lines.append(piece.text)
      }
    }
    return lines
  }
}
