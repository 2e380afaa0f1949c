import Expressions
import ReportStore

/// The variables that a statement in SQL speaks of.
struct SQLVariables {
  /// Their names with the places in the statement, counted in Unicode scalars.
  private let names: [(name: String, range: Range<Int>)]

  /// Looks for `$name` outside texts, quoted names and comments.
  init(_ statement: String) {
    let scalars = Array(statement.unicodeScalars)
    var names: [(String, Range<Int>)] = []
    var index = 0
    /// Goes on behind the next scalar that ends a text.
    func skip(to end: Unicode.Scalar) {
      index += 1
      while index < scalars.count, scalars[index] != end { index += 1 }
      index += 1
    }
    while index < scalars.count {
      switch scalars[index] {
      case "'", "\"", "`": skip(to: scalars[index])
      case "[": skip(to: "]")
      case "-" where index + 1 < scalars.count && scalars[index + 1] == "-": skip(to: "\n")
      case "$":
        let start = index
        index += 1
        var name = String.UnicodeScalarView()
        while index < scalars.count, Variable.isName("a" + String(scalars[index])) {
          name.append(scalars[index])
          index += 1
        }
        if !name.isEmpty { names.append((String(name), start..<index)) }
      default: index += 1
      }
    }
    self.names = names
  }

  /// What they stand for, as values of SQL.
  ///
  /// - Parameters:
  ///   - range: where the statement stands.
  ///   - isPlain: whether an offset in the statement is one in the text of commands.
  func bindings(
    from arguments: ArgumentReader, at range: SourceRange, isPlain: Bool
  ) throws(ShellError) -> [String: SQLValue] {
    var bindings: [String: SQLValue] = [:]
    for (name, part) in names {
      let place =
        isPlain
        ? range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound : range
      guard let value = arguments.names.variables[name] else {
        throw VariableFilling(values: arguments.names.variables, unset: arguments.names.unset)
          .unknown(name, at: place)
      }
      switch value.node {
      case .number(let number):
        bindings[name] =
          Int64(number.description).map(SQLValue.integer)
          ?? Double(number.description).map(SQLValue.real) ?? .text(number.description)
      case nil: throw ShellError(.condition(.severalValues(name)), at: place)
      default: bindings[name] = .text(value.text)
      }
    }
    return bindings
  }
}
