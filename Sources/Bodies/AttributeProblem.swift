/// What is wrong with a file of attributes, and where.
public struct AttributeProblem: Error, Equatable, Sendable {
  /// What is wrong, with what a message must name.
  public enum Kind: Equatable, Sendable {
    /// The file has no line of names.
    case empty
    /// There is a line of names and nothing below it.
    case noRows
    /// No column says whose attributes stand in a row.
    case noBodyColumn
    /// Nothing but bodies.
    case noAttributes
    case columnTwice(String)
    /// A column without a name, or one that commands could not call by it.
    case badColumnName(String)
    /// The name already means something else in conditions.
    case reservedName(String)
    case bodyMissing
    case unknownBody(String)
    case ambiguousBody(String, candidates: [String])
    /// Where bodies without reports are kept, a part of a name that others have names nobody.
    case fullNameNeeded(String, candidates: [String])
    case bodyTwice(String, firstLine: Int)
    case badRegion(String)
    case unknownLevel(String)
    /// A body that is above itself, over one step or several.
    case parentCircle([String])
  }

  /// The line of the file, from 1.
  public let line: Int
  /// The name of the column, as the file has it; `nil` where the line says enough.
  public let column: String?
  /// What is wrong.
  public let kind: Kind

  /// - Parameter column: the name of the column to blame.
  public init(line: Int, column: String? = nil, _ kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }
}
