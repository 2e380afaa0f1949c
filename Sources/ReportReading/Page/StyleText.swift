/// The text of a style sheet, cut into its rules, also those that stand within others.
struct StyleText {
  /// A rule that is not at its end yet.
  private struct OpenRule {
    let selectors: [[UInt8]]
    var declarations: [UInt8] = []
  }

  /// Rules within rules are followed down to here.
  private static let depth = 32

  /// Gives each rule: its selectors, from the innermost to those of the rules around it, and what it
  /// declares.
  static func forEachRule(_ text: [UInt8], _ body: ([[UInt8]], [UInt8]) -> Void) {
    let bytes = withoutComments(text)
    var open: [OpenRule] = []
    var start = 0
    var index = 0
    func close(_ end: Int) {
      guard var rule = open.popLast() else { return }
      rule.declarations.append(contentsOf: bytes[start..<end])
      if !rule.selectors.isEmpty { body(rule.selectors, rule.declarations) }
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = stringEnd(bytes, from: index)
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"):
        let prelude = Array(bytes[start..<index])
        let outer = open.last?.selectors ?? []
        // Of what stands deeper than anybody writes, the rules around it say enough.
        let isSelector = !prelude.contains(UInt8(ascii: "@")) && open.count < depth
        open.append(OpenRule(selectors: isSelector ? [prelude] + outer : outer))
        start = index + 1
      case UInt8(ascii: "}"):
        close(index)
        start = index + 1
      case UInt8(ascii: ";"):
        if !open.isEmpty {
          open[open.count - 1].declarations.append(contentsOf: bytes[start...index])
        }
        start = index + 1
      default: break
      }
      index += 1
    }
    // What is open at the end of a sheet is closed there.
    while !open.isEmpty {
      close(bytes.count)
      start = bytes.count
    }
  }

  /// The text without the rules that say nothing, so that less of it has to be parsed; the rules
  /// that are left are the same.
  static func without(
    _ bytes: UnsafeBufferPointer<UInt8>, rulesThat sayNothing: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [UInt8] {
    var kept: [UInt8] = []
    var taken = 0
    var start = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = stringEnd(bytes, from: index)
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"):
        let prelude = start
        let isGroup = bytes[start..<index].contains(UInt8(ascii: "@"))
        start = index + 1
        guard !isGroup, let end = plainEnd(bytes, from: start) else { break }
        if sayNothing(UnsafeBufferPointer(rebasing: bytes[start..<end])) {
          kept.append(contentsOf: bytes[taken..<prelude])
          taken = end + 1
        }
        start = end + 1
        index = end
      case UInt8(ascii: "}"), UInt8(ascii: ";"): start = index + 1
      default: break
      }
      index += 1
    }
    kept.append(contentsOf: bytes[min(taken, bytes.count)...])
    return kept
  }

  /// Where a rule ends that holds no other; `nil` where it holds one, or has no end.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = stringEnd(bytes, from: index)
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): return nil
      case UInt8(ascii: "}"): return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Where a string ends that begins here: at its other quotation mark, or before the end of its
  /// line.
  static func stringEnd<Bytes: RandomAccessCollection>(_ bytes: Bytes, from start: Int) -> Int
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let mark = bytes[start]
    var index = start + 1
    while index < bytes.endIndex, bytes[index] != mark {
      if bytes[index] == 0x0A { return index - 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.endIndex - 1)
  }

  static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.withUnsafeBufferPointer({ ByteSearch.find("/*", in: $0) }) != nil else {
      return bytes
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    var index = 0
    while index < bytes.count {
      // Within a string nothing is a comment.
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let end = min(stringEnd(bytes, from: index), bytes.count - 1)
        kept.append(contentsOf: bytes[index...end])
        index = end + 1
        continue
      }
      guard bytes[index] == slash, index + 1 < bytes.count, bytes[index + 1] == star else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      index += 2
      while index < bytes.count,
        !(bytes[index] == star && index + 1 < bytes.count && bytes[index + 1] == slash)
      {
        index += 1
      }
      index += 2
    }
    return kept
  }
}
