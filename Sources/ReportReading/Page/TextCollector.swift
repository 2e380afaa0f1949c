/// Gathers text as a browser shows it: runs of white space become one space, breaks stay, and
/// nothing stands at the ends of a line.
struct TextCollector {
  private var scalars: [Unicode.Scalar] = []
  private var pendingSpace = false
  private var pendingBreak = false

  /// Whether anything visible was gathered.
  private(set) var isBlank = true
  private(set) var lineCount = 1

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: pendingSpace = true
      default: append(scalar)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if pendingBreak, !scalars.isEmpty {
      scalars.append("\n")
      lineCount += 1
    } else if pendingSpace, !scalars.isEmpty {
      scalars.append(" ")
    }
    pendingBreak = false
    pendingSpace = false
    scalars.append(scalar)
    if !WhiteSpace.contains(scalar) { isBlank = false }
  }

  mutating func appendBreak() {
    pendingBreak = true
  }

  /// The text, trimmed; the collector starts anew.
  mutating func take() -> String {
    let text = isBlank ? "" : WhiteSpace.trimmed(WhiteSpace.string(scalars))
    self = TextCollector()
    return text
  }
}
