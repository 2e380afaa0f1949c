/// A label of a page or a form: its ordinal, if it begins with one, and the rest.
///
/// A page may leave an ordinal out or print it in another style, but a label with another ordinal
/// is another label.
struct Label: Hashable, Sendable {
  let ordinal: Int?
  /// Without the ordinal.
  let text: FoldedText

  init(_ raw: String) {
    self = ScalarBuffer.with(raw) { Label($0) }
  }

  private init(_ scalars: UnsafeBufferPointer<UInt32>) {
    if let (ordinal, length) = Ordinal.leading(scalars) {
      let rest = FoldedText(folding: UnsafeBufferPointer(rebasing: scalars[length...]))
      if !rest.isEmpty {
        self.ordinal = ordinal
        text = rest
        return
      }
    }
    ordinal = nil
    text = FoldedText(folding: scalars)
  }

  /// A label, and the same text with its ordinal.
  static func withWhole(_ raw: String) -> (label: Label, whole: FoldedText) {
    ScalarBuffer.with(raw) { scalars in
      let label = Label(scalars)
      // Without an ordinal both are the same.
      return (label, label.ordinal == nil ? label.text : FoldedText(folding: scalars))
    }
  }

  /// Whether a page's ordinal is that of the form, or left out.
  static func agree(page: Int?, form: Int?) -> Bool {
    page == nil || page == form
  }
}
