/// What the last part of a selector of CSS speaks of: `i.a` of `td > i.a:hover`.
///
/// Where a selector says more than is understood here, less is asked of an element, so that too much
/// rather than too little is doubted.
struct SelectorSubject: Equatable {
  /// In lower case; `nil` where any element will do.
  private(set) var element: String?
  private(set) var classes: [String] = []
  private(set) var identifiers: [String] = []
  /// In lower case.
  private(set) var attributes: [String] = []
  /// `hover` of `a:hover`, `before` of `p::before`.
  private(set) var pseudo: [String] = []
  /// Whether it is, or is also, what the rule around it speaks of: `&`.
  private(set) var isOuter = false

  /// The subjects of a list of selectors.
  static func all(of selectors: [UInt8]) -> [SelectorSubject] {
    var reader = Reader(bytes: selectors)
    return reader.read()
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    mutating func read() -> [SelectorSubject] {
      var subjects: [SelectorSubject] = []
      var subject: SelectorSubject?
      /// Whether a combinator stands behind the last part, so that the next one takes its place.
      var isBehind = false
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0...0x20, UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "~"):
          isBehind = true
          index += 1
          continue
        case UInt8(ascii: ","):
          if let subject { subjects.append(subject) }
          subject = nil
          isBehind = false
          index += 1
          continue
        default: break
        }
        if isBehind { subject = nil }
        isBehind = false
        var part = subject ?? SelectorSubject()
        read(into: &part)
        subject = part
      }
      if let subject { subjects.append(subject) }
      return subjects
    }

    private mutating func read(into part: inout SelectorSubject) {
      let mark = bytes[index]
      if Self.isName(mark) {
        part.element = name().lowercased()
        return
      }
      index += 1
      switch mark {
      case UInt8(ascii: "."): part.classes.append(name())
      case UInt8(ascii: "#"): part.identifiers.append(name())
      case UInt8(ascii: "&"): part.isOuter = true
      case UInt8(ascii: "["):
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        part.attributes.append(name().lowercased())
        skip(to: UInt8(ascii: "]"))
      case UInt8(ascii: ":"):
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
        part.pseudo.append(name().lowercased())
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
          index += 1
          skip(to: UInt8(ascii: ")"))
        }
      default: break
      }
    }

    /// Behind the bracket that closes the one before.
    private mutating func skip(to end: UInt8) {
      var depth = 1
      while index < bytes.count, depth > 0 {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          index = StyleText.stringEnd(bytes, from: index)
        } else if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == end {
          depth -= 1
        } else if byte == UInt8(ascii: "(") {
          depth += 1
        }
        index += 1
      }
    }

    private static func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "\\"), 0x80...:
        true
      default: false
      }
    }

    /// A name with its escapes undone: `md\:hidden`, `\31 2`.
    private mutating func name() -> String {
      var name: [UInt8] = []
      while index < bytes.count, Self.isName(bytes[index]) {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "\\") else {
          name.append(byte)
          continue
        }
        guard index < bytes.count else { break }
        if let scalar = escapedScalar() {
          name.append(contentsOf: Array(String(scalar).utf8))
        } else {
          name.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: name, as: UTF8.self)
    }

    /// Up to six hexadecimal digits and one white space behind them.
    private mutating func escapedScalar() -> Character? {
      var value: UInt32 = 0
      var count = 0
      while index < bytes.count, count < 6, let digit = Self.hexadecimal(bytes[index]) {
        value = value * 16 + digit
        index += 1
        count += 1
      }
      guard count > 0 else { return nil }
      if index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
      default: nil
      }
    }
  }
}
