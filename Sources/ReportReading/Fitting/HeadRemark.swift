/// Remarks in brackets behind a column head: 现行有效件数（历史累计）, 本年制发件数（件）.
///
/// Only what changes nothing may be passed over. 上年, 2022年 or 占比 make another head of it.
enum HeadRemark {
  private static let harmless: Set<FoldedText> = [FoldedText("历史累计")]
  private static let unit = FoldedText("单位")
  private static let things = Set("件条项个起宗次".unicodeScalars.map(\.value))

  /// The head without its remark; `nil` where it has none, or one that may mean something.
  static func removed(from text: String) -> String? {
    guard let last = text.unicodeScalars.last, last == ")" || last == "）" else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard
      let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0,
      isHarmless(FoldedText(WhiteSpace.string(scalars[open...])))
    else { return nil }
    return WhiteSpace.string(scalars[..<open])
  }

  private static func isHarmless(_ remark: FoldedText) -> Bool {
    if harmless.contains(remark) { return true }
    let named = remark.scalars.dropFirst(remark.matches(unit, at: 0) ? unit.count : 0)
    return !named.isEmpty && named.allSatisfy(things.contains)
  }
}
