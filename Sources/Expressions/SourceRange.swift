/// A stretch of an expression's text, counted in Unicode scalars from 0.
public struct SourceRange: Hashable, Sendable {
  /// Of the first scalar, from 0.
  public let offset: Int
  /// The number of scalars; 0 for a place between two.
  public let length: Int

  /// A stretch of `length` scalars from `offset`.
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// The offset just behind the stretch.
  public var end: Int { offset + length }

  /// The shortest stretch that holds both.
  public func joined(with other: SourceRange) -> SourceRange {
    let start = min(offset, other.offset)
    return SourceRange(offset: start, length: max(end, other.end) - start)
  }
}
