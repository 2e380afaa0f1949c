import Glibc

/// A text as a key, by its bytes: Swift's own `==` holds different spellings of a character for
/// equal, and pays for it with every comparison and every hash.
public struct ExactText: Hashable, Comparable, Sendable {
  /// The text itself.
  public let text: String

  /// A text as a key.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether two texts have the same bytes.
  public static func == (one: ExactText, other: ExactText) -> Bool {
    order(one, other) == 0
  }

  /// The order of Unicode scalars, which is that of the bytes.
  public static func < (one: ExactText, other: ExactText) -> Bool {
    order(one, other) < 0
  }

  /// By the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  private static func order(_ one: ExactText, _ other: ExactText) -> Int {
    var (one, other) = (one.text, other.text)
    return one.withUTF8 { one in
      other.withUTF8 { other in
        let common = min(one.count, other.count)
        if common > 0, let first = one.baseAddress, let second = other.baseAddress {
          let order = memcmp(first, second, common)
          if order != 0 { return Int(order) }
        }
        return one.count - other.count
      }
    }
  }
}
