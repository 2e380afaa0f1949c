import Yams

/// What is wrong with a YAML file, and where.
public struct YAMLProblem: Error, Equatable, Sendable {
  /// What is wrong, with what a message must name; `allowed` lists what would have been right.
  public enum Kind: Equatable, Sendable {
    /// The file is no YAML; the parser's own words.
    case syntax(String)
    case empty
    /// Aliases are not followed: they make short files huge.
    case alias
    case expected(Shape)
    case unknownKey(String, allowed: [String])
    case missingKey(String)
    case keyTwice(String)
    /// A value that its key does not take.
    case badValue(String, allowed: [String])
  }

  /// What a reader of a file asked for where something else stands.
  public enum Shape: String, Equatable, Sendable {
    case text
    case list
    case mapping
    case wholeNumber
  }

  /// Both from 1.
  public let line: Int
  /// The column in that line; it counts Unicode scalars.
  public let column: Int
  /// What is wrong, as a value: the messages for users are made from it elsewhere.
  public let kind: Kind

  /// For readers of files that find a problem of their own; `YAMLValue.problem` knows the place.
  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
      .composer(_, let words, let mark, _):
      self.init(line: mark.line, column: mark.column, kind: .syntax(words))
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        line: context.mark.line, column: context.mark.column,
        kind: .keyTwice(duplicates.first ?? ""))
    default:
      self.init(line: 1, column: 1, kind: .syntax(String(describing: error)))
    }
  }
}
