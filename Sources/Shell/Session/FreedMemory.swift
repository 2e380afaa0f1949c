import CMalloc

/// What becomes of memory that a command no longer needs.
enum FreedMemory {
  /// Below this size, blocks come out of memory that is kept, and more than a query over a whole
  /// country takes is kept.
  private static let largestKept: Int32 = 96 << 20
  private static let mostKept: Int32 = 192 << 20

  /// Lets the next query have what the last one gave back. By itself the C library returns large
  /// blocks to the system at once and gets them anew, and the system must clear them: half of the
  /// time of a ranking.
  static func keepForNextCommand() {
    mallopt(M_MMAP_THRESHOLD, largestKept)
    mallopt(M_TRIM_THRESHOLD, mostKept)
  }
}
