import Glibc

/// A conversion to UTF-8 by the C library's iconv.
enum CharacterConversion {
  /// Converts all bytes, or gives the offset of the first one that does not belong to the encoding.
  /// An encoding that the C library does not know fails at offset 0.
  static func toUTF8(
    _ bytes: ArraySlice<UInt8>, from encoding: String
  ) -> Result<[UInt8], BadByte> {
    convert(bytes, from: encoding, to: "UTF-8")
  }

  /// Converts UTF-8 to another encoding, or gives the offset of the first character that it does
  /// not have.
  static func fromUTF8(
    _ bytes: ArraySlice<UInt8>, to encoding: String
  ) -> Result<[UInt8], BadByte> {
    convert(bytes, from: "UTF-8", to: encoding)
  }

  private static func convert(
    _ bytes: ArraySlice<UInt8>, from encoding: String, to target: String
  ) -> Result<[UInt8], BadByte> {
    let handle = iconv_open(target, encoding)
    guard let handle, Int(bitPattern: handle) != -1 else { return .failure(BadByte(offset: 0)) }
    defer { iconv_close(handle) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2 + 16)
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let total = input.count
    var done = 0
    while done < total {
      var left = total - done
      var room = chunk.count
      let outcome = input.withUnsafeMutableBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target -> Int in
          var from = source.baseAddress.map { $0 + done }
          var to = target.baseAddress
          return iconv(handle, &from, &left, &to, &room)
        }
      }
      let failure = errno
      chunk.withUnsafeBytes { output.append(contentsOf: $0[..<($0.count - room)]) }
      done = total - left
      if outcome == -1, failure != E2BIG { return .failure(BadByte(offset: done)) }
    }
    return .success(output)
  }

  struct BadByte: Error, Equatable {
    let offset: Int
  }
}
