import CGumbo
import Glibc
import Synchronization

/// The memory of one parsed page at a time: pieces are cut from chunks one after another, and all
/// of them are given back at once, which costs the parser far less than the C library's allocator.
///
/// A piece that the parser itself frees is used again for another of its size, so that a page takes
/// no more chunks than its tree needs.
///
/// Safe to pass from thread to thread (`@unchecked Sendable`): the pool hands each arena to one
/// caller at a time, and its lock orders what they do.
final class GumboArena: @unchecked Sendable {
  private static let pool = Mutex<[GumboArena]>([])
  private let pieces: UnsafeMutablePointer<ArenaPieces>

  /// Parses a page, and shows `body` the tree, which is gone afterwards.
  static func withParsed<Result>(
    _ characters: UnsafePointer<CChar>, count: Int,
    _ body: (UnsafeMutablePointer<GumboOutput>?) -> Result
  ) -> Result {
    let arena = pool.withLock { $0.popLast() } ?? GumboArena()
    defer {
      arena.pieces.pointee.reset()
      pool.withLock { $0.append(arena) }
    }
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = UnsafeMutableRawPointer(arena.pieces)
    options.allocator = { pieces, size in
      pieces?.assumingMemoryBound(to: ArenaPieces.self).pointee.take(size)
    }
    options.deallocator = { pieces, piece in
      guard let piece else { return }
      pieces?.assumingMemoryBound(to: ArenaPieces.self).pointee.giveBack(piece)
    }
    return body(gumbo_parse_with_options(&options, characters, count))
  }

  private init() {
    pieces = .allocate(capacity: 1)
    pieces.initialize(to: ArenaPieces())
  }

  deinit {
    pieces.pointee.freeAll()
    pieces.deinitialize(count: 1)
    pieces.deallocate()
  }
}

/// The chunks of an arena and the pieces cut from them.
private struct ArenaPieces {
  /// Sizes are multiples of this. A piece begins behind its head, which says which size it has.
  private static let step = 16
  private static let head = MemoryLayout<Int>.size
  /// Up to this many steps each size has a list of free pieces, above that each power of two.
  private static let smallSteps = 64
  private static let listCount = smallSteps + 1 + Int.bitWidth
  private static let chunkSize = 1 << 18
  /// What is kept for the next page: more than most take.
  private static let keptChunks = 16

  private var chunks: [(start: UnsafeMutableRawPointer, size: Int)] = []
  /// How many chunks are in use, and what is left of the last of them.
  private var used = 0
  private var cursor: UnsafeMutableRawPointer?
  private var left = 0
  /// By size, the first free piece; each holds the place of the next.
  private let free: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  init() {
    free = .allocate(capacity: Self.listCount)
    free.initialize(repeating: nil, count: Self.listCount)
  }

  mutating func take(_ wanted: Int) -> UnsafeMutableRawPointer? {
    let steps = (wanted + Self.head + Self.step - 1) / Self.step
    let isSmall = steps <= Self.smallSteps
    let power = isSmall ? 0 : Int.bitWidth - (steps - 1).leadingZeroBitCount
    let list = isSmall ? steps : Self.smallSteps + power
    let size = isSmall ? steps * Self.step : Self.step << power
    if let piece = free[list] {
      free[list] = piece.load(as: UnsafeMutableRawPointer?.self)
      return piece
    }
    if left < size { nextChunk(size) }
    guard let start = cursor else { return nil }
    cursor = start + size
    left -= size
    start.storeBytes(of: list, as: Int.self)
    return start + Self.head
  }

  mutating func giveBack(_ piece: UnsafeMutableRawPointer) {
    let list = (piece - Self.head).load(as: Int.self)
    piece.storeBytes(of: free[list], as: UnsafeMutableRawPointer?.self)
    free[list] = piece
  }

  /// Goes on in a chunk that has room for a piece.
  private mutating func nextChunk(_ size: Int) {
    while used < chunks.count, chunks[used].size < size { used += 1 }
    if used == chunks.count {
      let length = max(size, Self.chunkSize)
      guard let start = malloc(length) else { fatalError("no memory for a parsed page") }
      chunks.append((start, length))
    }
    cursor = chunks[used].start
    left = chunks[used].size
    used += 1
  }

  mutating func reset() {
    var kept: [(start: UnsafeMutableRawPointer, size: Int)] = []
    for chunk in chunks {
      if chunk.size == Self.chunkSize, kept.count < Self.keptChunks {
        kept.append(chunk)
      } else {
        Glibc.free(chunk.start)
      }
    }
    chunks = kept
    used = 0
    cursor = nil
    left = 0
    free.update(repeating: nil, count: Self.listCount)
  }

  func freeAll() {
    for chunk in chunks { Glibc.free(chunk.start) }
    free.deallocate()
  }
}
