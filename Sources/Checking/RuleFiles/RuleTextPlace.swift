import Expressions
import StrictYAML

/// The lines of a rule file, shared by everything that points into it.
final class RuleFileLines: Sendable {
  let lines: [[Unicode.Scalar]]

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
  }
}

/// Where a text of a rule file stands, so that a problem within it can be pointed at.
struct RuleTextPlace: Sendable {
  let line: Int
  let column: Int
  private let text: String
  private let source: RuleFileLines

  /// - Parameter source: the file that the value stands in.
  init(_ value: YAMLValue, in source: RuleFileLines) {
    line = value.line
    column = value.column
    if case .scalar(let scalar) = value.content { text = scalar } else { text = "" }
    self.source = source
  }

  /// A problem with the stretch of the text.
  func problem(_ kind: RuleFileProblem.Kind, at range: SourceRange? = nil) -> RuleFileProblem {
    guard let range, let place = place(of: range.offset) else {
      return RuleFileProblem(line: line, column: column, kind: kind)
    }
    return RuleFileProblem(line: place.line, column: place.column, kind: kind)
  }

  /// Where a character of the text stands in the file: texts may be folded over lines, so blanks
  /// stand for any white space. `nil` where the text is written in another way, as with `\n`.
  private func place(of offset: Int) -> (line: Int, column: Int)? {
    var cursor = Cursor(source: source, line: line - 1, column: column - 1)
    cursor.skipMark()
    var last: (line: Int, column: Int)?
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " " || scalar == "\n" {
        if index == offset { return last.map { ($0.line, $0.column + 1) } }
        continue
      }
      guard let place = cursor.take(scalar) else { return nil }
      if index == offset { return place }
      last = place
    }
    // Just behind the text.
    return offset == scalars.count ? last.map { ($0.line, $0.column + 1) } : nil
  }

  /// A place in the file that goes over white space.
  private struct Cursor {
    let source: RuleFileLines
    var line: Int
    var column: Int

    /// Goes over the quotation mark or the mark of a block that a value may begin with.
    mutating func skipMark() {
      guard source.lines.indices.contains(line), column >= 0, column < source.lines[line].count
      else { return }
      switch source.lines[line][column] {
      case "\"", "'":
        column += 1
      case ">", "|":
        line += 1
        column = 0
      default:
        break
      }
    }

    /// The place of the next character that is no white space, where it is this one.
    mutating func take(_ scalar: Unicode.Scalar) -> (line: Int, column: Int)? {
      while source.lines.indices.contains(line) {
        let scalars = source.lines[line]
        while column < scalars.count, scalars[column] == " " || scalars[column] == "\t" {
          column += 1
        }
        guard column < scalars.count, scalars[column] != "\r" else {
          line += 1
          column = 0
          continue
        }
        guard scalars[column] == scalar else { return nil }
        column += 1
        return (line + 1, column)
      }
      return nil
    }
  }
}
