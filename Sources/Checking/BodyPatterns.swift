/// Bodies by their names: those that fit one pattern and none of the excepted ones. `*` in a pattern
/// stands for any characters.
public struct BodyPatterns: Hashable, Sendable {
  /// Empty where every name fits.
  public let patterns: [String]
  /// Names that do not count though they fit.
  public let except: [String]

  /// Every body.
  public static let all = BodyPatterns(patterns: [], except: [])

  /// Patterns as the rule file has them.
  public init(patterns: [String], except: [String]) {
    self.patterns = patterns
    self.except = except
  }

  /// Whether it leaves no body out.
  public var isAll: Bool { patterns.isEmpty && except.isEmpty }

  /// Whether a name fits.
  public func fits(_ body: String) -> Bool {
    let name = Array(body.utf8)
    if !patterns.isEmpty, !patterns.contains(where: { Self.matches(name[...], $0) }) {
      return false
    }
    return !except.contains { Self.matches(name[...], $0) }
  }

  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    let parts = pattern.utf8.split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false
    ).map(Array.init)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return name.elementsEqual(pattern.utf8)
    }
    guard name.count >= first.count + last.count, name.starts(with: first),
      name.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// Just behind the first place where the part stands.
  private static func end(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= part.count else { return nil }
    for start in bytes.startIndex...bytes.endIndex - part.count
    where bytes[start..<start + part.count].elementsEqual(part) {
      return start + part.count
    }
    return nil
  }
}

extension BodyPatterns: CustomStringConvertible {
  /// `*镇人民政府, *街道办事处; not *新区*`; empty for all.
  public var description: String {
    let rest = except.isEmpty ? [] : ["not " + except.joined(separator: ", ")]
    return ((patterns.isEmpty ? [] : [patterns.joined(separator: ", ")]) + rest)
      .joined(separator: "; ")
  }
}
