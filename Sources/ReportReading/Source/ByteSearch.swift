import Glibc

/// Where bytes stand in others.
enum ByteSearch {
  /// The first place of a part, from an index on.
  static func find(
    _ part: StaticString, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    let length = part.utf8CodeUnitCount
    guard let base = text.baseAddress, length > 0 else { return nil }
    var index = start
    while index + length <= text.count,
      let found = memchr(base + index, Int32(part.utf8Start[0]), text.count - index - length + 1)
    {
      let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if memcmp(base + place, part.utf8Start, length) == 0 { return place }
      index = place + 1
    }
    return nil
  }

  /// The first place of a byte, from an index on.
  static func find(
    _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let base = text.baseAddress, start < text.count,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// Whether a part stands at an index.
  static func stands(
    _ part: StaticString, in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    guard let base = text.baseAddress, index + part.utf8CodeUnitCount <= text.count else {
      return false
    }
    return memcmp(base + index, part.utf8Start, part.utf8CodeUnitCount) == 0
  }
}
