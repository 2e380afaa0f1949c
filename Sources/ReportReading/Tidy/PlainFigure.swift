import ReportModel

/// A number as data files write it.
enum PlainFigure {
  /// ASCII digits with an optional minus and decimals. A needless zero in front, separators and
  /// exponents are refused: whoever wrote them meant something that cannot be told.
  static func quantity(_ text: String) -> Quantity? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    if digits.count > 1, digits.first == UInt8(ascii: "0"),
      digits.dropFirst().first != UInt8(ascii: ".")
    {
      return nil
    }
    return Quantity(text)
  }
}
