/// Decodes UTF-8 that arrives one byte at a time.
struct ScalarDecoder {
  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  /// Takes the next byte and gives the scalar that it completes, if any. Bytes that belong to no
  /// scalar are dropped; so are the control characters U+0080 to U+009F, which no key sends and
  /// which the editor uses for its own purposes.
  mutating func add(_ byte: UInt8) -> UInt32? {
    if byte & 0xC0 == 0x80 {
      guard missing > 0 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      guard missing == 0, value >= least, Unicode.Scalar(value) != nil,
        !(0x80..<0xA0).contains(value)
      else { return nil }
      return value
    }
    missing = 0
    switch byte {
    case 0..<0x80: return UInt32(byte)
    case 0xC0..<0xE0: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF8: begin(byte & 0x07, missing: 3, least: 0x10000)
    default: break
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
