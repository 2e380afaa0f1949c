/// A cell that a rule looked at: its key and the report it stands in.
public struct Operand: Hashable, Sendable {
  /// Which figure of that report it is.
  public let key: CellKey
  /// The year of the report: the finding's own year, or the one before.
  public let year: Int
  /// Which side of the comparison it stands on.
  public let side: Side
  /// Whether it is subtracted on its side.
  public let isSubtracted: Bool
  /// Whose report it stands in.
  public let owner: Owner

  /// The sides of a comparison in the order in which the rule is written.
  public enum Side: String, Hashable, Sendable {
    case left, right
  }

  /// Whose a cell is that a rule looked at.
  public enum Owner: Hashable, Sendable {
    /// The body that the finding is about.
    case finding
    /// A body right below it, with what it adds to the sum, blanks as zero; `nil` where that was not
    /// read or does not mean the same as on the form of the body above.
    case child(String, figure: Quantity?)
    /// The bodies below it that are too many to be listed: how many, how many of them are not in
    /// the sum, and the sum of the others.
    case furtherChildren(Int, uncounted: Int, sum: Quantity?)
    /// The bodies of its kind: their upper quartile, and how many have a figure.
    case peers(Int, quartile: Quantity)
  }

  /// The cell itself is not kept: whoever shows the operand looks it up by body, key and year.
  public init(key: CellKey, year: Int, side: Side, isSubtracted: Bool, owner: Owner = .finding) {
    self.key = key
    self.year = year
    self.side = side
    self.isSubtracted = isSubtracted
    self.owner = owner
  }
}
