/// How a character is pronounced, printed behind it in brackets by some converters:
/// `規(guī)章`, `公(gong)(gong)開(kai)(kai)`. No label of a form has Latin letters in brackets, so
/// they are passed over when labels are compared.
enum PronunciationGloss {
  static func opens(_ scalar: UInt32) -> Bool {
    scalar == 0x28 || scalar == 0xFF08  // ( （
  }

  static func closes(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || scalar == 0xFF09  // ) ）
  }

  /// Latin letters with or without tone marks.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x1EA0...0x1EF9: true
    default: false
    }
  }
}
