/// Gathers text as a browser shows it: runs of white space become one space, breaks stay, and
/// nothing stands at the ends of a line.
struct TextCollector {
  /// UTF-8.
  private var bytes: [UInt8] = []
  private var pendingSpace = false
  private var pendingBreak = false

  /// Whether anything visible was gathered.
  private(set) var isBlank = true
  private(set) var lineCount = 1

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// - Parameter text: valid UTF-8.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if Self.collapses(text[index]) {
        pendingSpace = true
        index += 1
        continue
      }
      let start = index
      while index < text.count, !Self.collapses(text[index]) { index += 1 }
      appendRun(UnsafeBufferPointer(rebasing: text[start..<index]))
    }
  }

  private static func collapses(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C)
  }

  private mutating func appendRun(_ run: UnsafeBufferPointer<UInt8>) {
    if pendingBreak, !bytes.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      lineCount += 1
    } else if pendingSpace, !bytes.isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
    pendingBreak = false
    pendingSpace = false
    bytes.append(contentsOf: run)
    if isBlank { isBlank = WhiteSpace.inner(of: run).isEmpty }
  }

  mutating func appendBreak() {
    pendingBreak = true
  }

  /// The text, trimmed; the collector starts anew.
  mutating func take() -> String {
    let text =
      isBlank
      ? ""
      : bytes.withUnsafeBufferPointer { text in
        String(decoding: text[WhiteSpace.inner(of: text)], as: UTF8.self)
      }
    bytes.removeAll(keepingCapacity: true)
    pendingSpace = false
    pendingBreak = false
    isBlank = true
    lineCount = 1
    return text
  }
}
