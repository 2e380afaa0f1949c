/// Text as labels are compared: only letters, digits and Chinese characters, in one width and one
/// script. Never shown to anyone.
struct FoldedText: Sendable {
  private(set) var scalars: [UInt32]

  init(scalars: [UInt32] = []) {
    self.scalars = scalars
  }

  init(_ text: String) {
    self = ScalarBuffer.with(text) { FoldedText(folding: $0) }
  }

  /// - Parameter raw: scalars as a page has them.
  init(folding raw: UnsafeBufferPointer<UInt32>) {
    guard !raw.isEmpty else {
      scalars = []
      return
    }
    scalars = [UInt32](unsafeUninitializedCapacity: raw.count) { buffer, count in
      FoldingTable.with { fold in count = Self.fold(raw, into: buffer, fold) }
      WordVariants.replace(in: buffer[..<count])
    }
  }

  /// - Parameter buffer: as long as the text.
  /// - Returns: the length of the folded text.
  private static func fold(
    _ raw: UnsafeBufferPointer<UInt32>, into buffer: UnsafeMutableBufferPointer<UInt32>,
    _ fold: borrowing FoldingTable.Lookup
  ) -> Int {
    var count = 0
    // Where a gloss began that is taken back if it turns out to be one.
    var gloss = -1
    for value in raw {
      if PronunciationGloss.opens(value), count > 0 {
        gloss = count
        continue
      }
      if gloss >= 0 {
        if PronunciationGloss.closes(value) {
          count = gloss
          gloss = -1
          continue
        }
        if !PronunciationGloss.isLetter(value), !WhiteSpace.contains(value) { gloss = -1 }
      }
      let folded = fold(value)
      guard folded != 0 else { continue }
      buffer[count] = folded
      count += 1
    }
    return count
  }

  var isEmpty: Bool { scalars.isEmpty }
  var count: Int { scalars.count }

  mutating func append(_ other: FoldedText) {
    scalars.append(contentsOf: other.scalars)
  }

  /// - Parameter digits: in ASCII, which are folded as they are.
  mutating func append(digits: String) {
    scalars.append(contentsOf: digits.utf8.lazy.map(UInt32.init))
  }

  /// The scalar as it is compared, or `nil` for white space, punctuation and marks. Texts are folded
  /// by the table that is made of this.
  static func fold(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return value
    case 0x41...0x5A: return value + 0x20
    case 0x00...0x7F: return nil
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: return CharacterVariants.standard[value] ?? value
    case 0xFF10...0xFF19: return value - 0xFF10 + 0x30
    case 0xFF21...0xFF3A: return value - 0xFF21 + 0x61
    case 0xFF41...0xFF5A: return value - 0xFF41 + 0x61
    case 0x2000...0x206F, 0x3001...0x3006, 0x3008...0x303F, 0xFF00...0xFFEF: return nil
    default:
      if let variant = CharacterVariants.standard[value] { return variant }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? value : nil
    }
  }

  /// Whether another text stands in this one.
  func contains(_ part: FoldedText) -> Bool {
    guard let first = part.scalars.first, count >= part.count else { return false }
    return scalars.withUnsafeBufferPointer { own in
      part.scalars.withUnsafeBufferPointer { other in
        for start in 0...(own.count - other.count) where own[start] == first {
          var length = 1
          while length < other.count, own[start + length] == other[length] { length += 1 }
          if length == other.count { return true }
        }
        return false
      }
    }
  }

  /// Whether another text stands here.
  func matches(_ part: FoldedText, at start: Int) -> Bool {
    guard start + part.count <= count else { return false }
    for index in 0..<part.count where scalars[start + index] != part.scalars[index] {
      return false
    }
    return true
  }
}

extension FoldedText: Hashable {
  /// All scalars at once: hashing them one by one would cost more than everything else that is done
  /// with a label.
  func hash(into hasher: inout Hasher) {
    scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
