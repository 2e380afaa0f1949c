/// What may still be unpacked of one file that was loaded, over all of its members and layers.
struct UnpackingBudget {
  /// Below this a member is harmless however tightly it is packed: a blank page packs well.
  private static let harmlessSize = 1 << 20

  private let limits: ReadingLimits
  private var bytesLeft: Int
  /// Whether it was not enough.
  private(set) var isSpent = false

  init(limits: ReadingLimits) {
    self.limits = limits
    bytesLeft = limits.unpackedSize
  }

  /// To be asked for each piece before it is kept.
  ///
  /// - Parameters:
  ///   - piece: how many bytes came.
  ///   - unpacked: of this member so far, the piece included.
  ///   - packed: the whole member's size in the archive.
  mutating func take(piece: Int, unpacked: Int, packed: Int) throws(ReadingError) {
    guard !isSpent, piece <= bytesLeft else {
      isSpent = true
      throw .archive(.tooLargeUnpacked(limit: limits.unpackedSize))
    }
    bytesLeft -= piece
    guard unpacked <= limits.fileSize else {
      throw .tooLarge(size: unpacked, limit: limits.fileSize)
    }
    let most = limits.unpackingRatio.multipliedReportingOverflow(by: max(1, packed))
    guard unpacked <= Self.harmlessSize || most.overflow || unpacked < most.partialValue else {
      throw .archive(.packedTooTightly(limit: limits.unpackingRatio))
    }
  }
}
