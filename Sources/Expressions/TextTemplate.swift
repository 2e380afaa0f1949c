/// A text with variables in it: `{$name}` stands for what the variable holds, `{$}` for a `$`.
///
/// What is put in is never looked at again.
public struct TextTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case variable(String)
    case malformed
  }

  private let parts: [Part]
  /// Whether filling it may change it.
  public let hasVariables: Bool

  /// Any text: what is wrong with it is told when it is filled.
  public init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var plain = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{", index + 1 < scalars.count, scalars[index + 1] == "$" else {
        plain.append(scalars[index])
        index += 1
        continue
      }
      let start = index + 2
      guard let end = scalars[start...].firstIndex(of: "}") else {
        parts.append(.malformed)
        break
      }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[start..<end])
      index = end + 1
      if name.isEmpty {
        plain.append("$")
      } else {
        parts += [
          .text(String(plain)),
          Variable.isName(String(name)) ? .variable(String(name)) : .malformed,
        ]
        plain = String.UnicodeScalarView()
      }
    }
    parts.append(.text(String(plain)))
    self.parts = parts
    hasVariables = text.contains("{$")
  }

  /// The text with values put in.
  ///
  /// - Parameter value: what a variable holds; `nil` where there is none of that name.
  public func filled(
    _ value: (String) -> String?
  ) throws(ExpressionProblem.Kind) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let plain): text += plain
      case .variable(let name):
        guard let value = value(name) else {
          throw .unknownVariable(name)
        }
        text += value
      case .malformed: throw .malformedVariable
      }
    }
    return text
  }
}
