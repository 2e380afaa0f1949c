/// A label with blanks before it, to be broken over lines that keep them.
struct IndentedLabel {
  /// Further lines stand this much farther in.
  private static let hanging = 2

  private let indent: Int
  private let text: WrappedText

  init(_ label: String) {
    let rest = label.drop { $0 == " " }
    indent = label.count - rest.count
    text = WrappedText(String(rest))
  }

  /// At least one line, none of them wider than the width where that is possible.
  func lines(width: Int) -> [String] {
    let first = String(repeating: " ", count: indent)
    let further = first + String(repeating: " ", count: Self.hanging)
    return text.lines(
      width: max(1, width - indent - Self.hanging), firstWidth: max(1, width - indent)
    ).enumerated().map { $0 == 0 ? first + $1 : further + $1 }
  }
}
