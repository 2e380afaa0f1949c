import Expressions
import StrictYAML

/// Where a text of a rule file stands, so that a problem within it can be pointed at.
struct RuleTextPlace: Sendable {
  let line: Int
  let column: Int
  /// Whether the text's characters follow each other in the file as in the text.
  let isOnOneLine: Bool

  /// - Parameter source: the lines of the file.
  init(_ value: YAMLValue, in source: [[Unicode.Scalar]]) {
    let lineIndex = value.line - 1
    let columnIndex = value.column - 1
    let text: String
    if case .scalar(let scalar) = value.content { text = scalar } else { text = "" }
    let scalars = Array(text.unicodeScalars)
    line = value.line
    // The value begins at its quotation mark, where it has one.
    for start in [columnIndex, columnIndex + 1] where source.indices.contains(lineIndex) {
      let rest = source[lineIndex].dropFirst(max(0, start))
      if !scalars.isEmpty, rest.starts(with: scalars) {
        column = start + 1
        isOnOneLine = true
        return
      }
    }
    column = value.column
    isOnOneLine = false
  }

  /// A problem with the stretch of the text.
  func problem(_ kind: RuleFileProblem.Kind, at range: SourceRange? = nil) -> RuleFileProblem {
    RuleFileProblem(
      line: line, column: column + (isOnOneLine ? range?.offset ?? 0 : 0), kind: kind)
  }
}
