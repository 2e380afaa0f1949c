/// Text as labels are compared: only letters, digits and Chinese characters, in one width and one
/// script. Never shown to anyone.
struct FoldedText: Hashable, Sendable {
  private(set) var scalars: [UInt32]

  init(scalars: [UInt32] = []) {
    self.scalars = scalars
  }

  init(_ text: String) {
    scalars = []
    var gloss: [UInt32]?
    for scalar in text.unicodeScalars {
      if PronunciationGloss.opens(scalar), !scalars.isEmpty {
        scalars.append(contentsOf: gloss ?? [])
        gloss = []
      } else if PronunciationGloss.closes(scalar), gloss != nil {
        gloss = nil
      } else if gloss != nil, !PronunciationGloss.isLetter(scalar), !WhiteSpace.contains(scalar) {
        scalars.append(contentsOf: gloss ?? [])
        gloss = nil
        if let folded = Self.fold(scalar) { scalars.append(folded) }
      } else if let folded = Self.fold(scalar) {
        if gloss == nil { scalars.append(folded) } else { gloss?.append(folded) }
      }
    }
    scalars.append(contentsOf: gloss ?? [])
    WordVariants.replace(in: &scalars)
  }

  var isEmpty: Bool { scalars.isEmpty }
  var count: Int { scalars.count }

  mutating func append(_ other: FoldedText) {
    scalars.append(contentsOf: other.scalars)
  }

  /// The scalar as it is compared, or `nil` for white space, punctuation and marks.
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
    for start in 0...(count - part.count) where scalars[start] == first {
      if matches(part, at: start) { return true }
    }
    return false
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
