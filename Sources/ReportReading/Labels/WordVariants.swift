/// Words that a conversion to traditional characters put in place of others, folded: 資訊 for 信息,
/// 檔案 for 文件. The forms' labels have neither.
enum WordVariants {
  /// Words of two characters, which are replaced by words of two characters.
  private struct Pair {
    let variant: (UInt32, UInt32)
    let standard: (UInt32, UInt32)

    init(_ variant: String, _ standard: String) {
      self.variant = Self.scalars(variant)
      self.standard = Self.scalars(standard)
    }

    private static func scalars(_ word: String) -> (UInt32, UInt32) {
      let scalars = word.unicodeScalars.map(\.value)
      return (scalars[0], scalars[1])
    }
  }

  private static let pairs = [Pair("资讯", "信息"), Pair("档案", "文件")]

  static func replace(in text: Slice<UnsafeMutableBufferPointer<UInt32>>) {
    guard text.count > 1 else { return }
    let base = text.base
    for pair in pairs {
      for index in text.startIndex..<(text.endIndex - 1)
      where base[index] == pair.variant.0 && base[index + 1] == pair.variant.1 {
        (base[index], base[index + 1]) = pair.standard
      }
    }
  }
}
