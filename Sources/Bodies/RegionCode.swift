/// The administrative code of a place: two digits for the province, two for the prefecture, two for
/// the county, and three or six more for township and village.
public struct RegionCode: Hashable, Sendable {
  /// 6, 9 or 12 digits.
  public let text: String

  /// - Returns: `nil` where the text is no such code.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard [6, 9, 12].contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits[0] != UInt8(ascii: "0")
    else { return nil }
    self.text = text
  }

  /// The first two digits, by which the province is known.
  public var provinceDigits: String { String(text.prefix(2)) }

  /// The code of the province: `350000` for `350582`.
  public var province: String { provinceDigits + "0000" }

  /// The code of the prefecture: `350500` for `350582`; `nil` for a province itself.
  public var prefecture: String? {
    let digits = text.prefix(4)
    return digits.hasSuffix("00") ? nil : digits + "00"
  }

  /// The level of the place that has the code. Counties right below a province have no prefecture;
  /// their codes have 90 in its stead.
  public var level: BodyLevel {
    if text.utf8.count > 6 { return .township }
    if prefecture == nil { return .province }
    return text.hasSuffix("00") ? .prefecture : .county
  }
}
