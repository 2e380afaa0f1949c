/// What each code point of the basic plane is compared as, worked out once: reading folds every
/// character of every page.
enum FoldingTable {
  /// By code point; 0 for white space, punctuation and marks.
  private static let basic: [UInt16] = (0...0xFFFF).map { value in
    Unicode.Scalar(UInt32(value)).flatMap(FoldedText.fold).map(UInt16.init) ?? 0
  }

  /// Calls `body` with the table at hand.
  static func with<Result>(_ body: (borrowing Lookup) -> Result) -> Result {
    basic.withUnsafeBufferPointer { body(Lookup(basic: $0)) }
  }

  /// The table as a loop uses it; it does not leave the closure that it is given to.
  struct Lookup: ~Copyable {
    fileprivate let basic: UnsafeBufferPointer<UInt16>

    /// The scalar as it is compared; 0 for one that is passed over.
    func callAsFunction(_ value: UInt32) -> UInt32 {
      if value <= 0xFFFF { return UInt32(basic[Int(value)]) }
      return Unicode.Scalar(value).flatMap(FoldedText.fold) ?? 0
    }
  }
}
