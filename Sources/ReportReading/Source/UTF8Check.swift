/// A strict check of UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
enum UTF8Check {
  struct Flaw: Equatable {
    /// Of the first byte that belongs to no character, from the start of the file.
    let offset: Int
    /// How many characters of several bytes stand before it.
    let charactersBefore: Int
  }

  /// The first flaw, or `nil` where all bytes are UTF-8.
  static func firstFlaw(in bytes: ArraySlice<UInt8>) -> Flaw? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      var characters = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          while ASCIIRun.isWhole(buffer, at: index) { index += ASCIIRun.length }
          continue
        }
        let length = lengthOfCharacter(at: index, in: buffer)
        if length == 0 {
          return Flaw(offset: index + bytes.startIndex, charactersBefore: characters)
        }
        characters += 1
        index += length
      }
      return nil
    }
  }

  /// The number of bytes of the character that starts here, 0 where none does.
  private static func lengthOfCharacter(
    at index: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let first = buffer[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return 0 }
    for next in (index + 2)..<(index + max(2, length)) where buffer[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
