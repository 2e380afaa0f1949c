import CZlib

/// The one file that a `.gz` holds. Its checksum is checked; what stands behind the end must be
/// another part of the same file, or padding.
enum GzipMember {
  static func unpack(
    _ bytes: [UInt8], budget: inout UnpackingBudget
  ) throws(ReadingError) -> [UInt8] {
    var stream = z_stream()
    guard nianbao_begin_gunzip(&stream) == Z_OK else { throw .archive(.damaged) }
    defer { inflateEnd(&stream) }
    // zlib takes its input without const, and leaves it as it is.
    var input = bytes
    var unpacked: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var done = 0
    while true {
      let (outcome, piece) = step(&stream, &input, &done, into: &chunk)
      try budget.take(piece: piece, unpacked: unpacked.count + piece, packed: bytes.count)
      unpacked.append(contentsOf: chunk[..<piece])
      switch outcome {
      case Z_STREAM_END where ArchiveKind(Array(input[done...].prefix(4))) == .gzip:
        inflateReset(&stream)
      case Z_STREAM_END:
        guard input[done...].allSatisfy({ $0 == 0 }) else { throw .archive(.damaged) }
        return unpacked
      case Z_OK where piece > 0 || done < input.count: continue
      default: throw .archive(.damaged)
      }
    }
  }

  /// Fills the chunk as far as the input goes.
  ///
  /// - Parameter done: how much of the input was used up.
  /// - Returns: what zlib says, and the bytes that came.
  private static func step(
    _ stream: inout z_stream, _ input: inout [UInt8], _ done: inout Int, into chunk: inout [UInt8]
  ) -> (outcome: Int32, piece: Int) {
    let start = done
    let given = UInt32(clamping: input.count - start)
    return input.withUnsafeMutableBufferPointer { source in
      chunk.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress.map { $0 + start }
        stream.avail_in = given
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: target.count)
        let outcome = inflate(&stream, Z_NO_FLUSH)
        done = start + Int(given) - Int(stream.avail_in)
        return (outcome, target.count - Int(stream.avail_out))
      }
    }
  }
}
