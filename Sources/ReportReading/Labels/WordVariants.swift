/// Words that a conversion to traditional characters put in place of others, folded: 資訊 for 信息,
/// 檔案 for 文件. The forms' labels have neither.
enum WordVariants {
  private static let pairs: [(variant: [UInt32], standard: [UInt32])] = [
    ("资讯", "信息"), ("档案", "文件"),
  ].map { (scalars($0.0), scalars($0.1)) }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Replaces words of two characters by words of two characters.
  static func replace(in text: inout [UInt32]) {
    guard text.count > 1 else { return }
    for index in 0..<(text.count - 1) {
      for pair in pairs where text[index] == pair.variant[0] && text[index + 1] == pair.variant[1] {
        text.replaceSubrange(index...(index + 1), with: pair.standard)
      }
    }
  }
}
