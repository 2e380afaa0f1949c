/// Emoji that are put together of several scalars.
enum EmojiSequence {
  /// Whether a scalar behind an emoji belongs to it: a joiner, the selector of the coloured form, a
  /// skin tone, the second half of a flag, the frame of a keycap.
  static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE0F, 0x20E3, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }
}
