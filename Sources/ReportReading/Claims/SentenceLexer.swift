import ReportModel

/// Cuts a sentence into figures, words of the vocabulary, marks, and what is none of them.
struct SentenceLexer {
  private let vocabulary: ProseVocabulary
  private let text: [UInt32]
  private let end: Int
  private var index: Int
  private var tokens: [ProseToken] = []

  static func tokens(
    of sentence: Range<Int>, in text: [UInt32], vocabulary: ProseVocabulary
  ) -> [ProseToken] {
    var lexer = SentenceLexer(
      vocabulary: vocabulary, text: text, end: sentence.upperBound, index: sentence.lowerBound)
    lexer.skipOrdinal()
    while lexer.index < lexer.end { lexer.takeNext() }
    return lexer.tokens
  }

  private init(vocabulary: ProseVocabulary, text: [UInt32], end: Int, index: Int) {
    self.vocabulary = vocabulary
    self.text = text
    self.end = end
    self.index = index
  }

  private func scalar(_ offset: Int) -> UInt32 {
    let position = index + offset
    return position >= 0 && position < end ? text[position] : 0
  }

  /// 一、, （一）, 1. and ① before a sentence.
  private mutating func skipOrdinal() {
    var length = 0
    if scalar(0) == 0x28 { length += 1 }
    let digits = length
    while ProseNumber.isNumeral(scalar(length)) { length += 1 }
    if (0x2460...0x2473).contains(scalar(0)) {
      add(.skipped, length: 1)
    } else if length > digits, length - digits <= 3 {
      let closing = scalar(length)
      let isOrdinal =
        digits == 1 ? closing == 0x29 : closing == 0x3001 || closing == 0x2E
      // 1.5 is a figure.
      if isOrdinal, !ProseNumber.isDigit(scalar(length + 1)) { add(.skipped, length: length + 1) }
    }
  }

  private mutating func add(_ content: ProseToken.Content, length: Int) {
    tokens.append(ProseToken(content: content, range: index..<(index + length)))
    index += length
  }

  private mutating func takeNext() {
    let first = text[index]
    if let mark = Self.mark(first) { return add(.mark(mark), length: 1) }
    if first == 0x300A { return skipTitle() }
    if first == 0x7B2C { return skipOrdinalWord() }
    if takeNumber() { return }
    if let found = vocabulary.index.match(text, at: index, end: end) {
      return add(.word(found.word), length: found.length)
    }
    addUnknown(length: 1)
  }

  private mutating func addUnknown(length: Int) {
    if let last = tokens.last, case .unknown = last.content, last.range.upperBound == index {
      tokens[tokens.count - 1].range = last.range.lowerBound..<(index + length)
      index += length
    } else {
      add(.unknown, length: length)
    }
  }

  private static func mark(_ scalar: UInt32) -> ProseToken.Mark? {
    switch scalar {
    case 0x2C: .comma
    case 0x3001: .pause
    case 0x3B: .semicolon
    case 0x3A: .colon
    case 0x28: .open
    case 0x29: .close
    case 0x2D, 0x7E, 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0x300C...0x300F, 0xB7, 0x3002,
      0x21, 0x3F, 0x2E, 0x2F, 0x7C, 0x2026:
      .other
    default: nil
    }
  }

  /// 《…》: what a document is called says nothing here.
  private mutating func skipTitle() {
    var length = 1
    while index + length < end, scalar(length) != 0x300B { length += 1 }
    add(.skipped, length: min(length + 1, end - index))
  }

  /// 第三方 is a word; 第六期, 第（一）项 and 第20条 are no figures.
  private mutating func skipOrdinalWord() {
    if let found = vocabulary.index.match(text, at: index, end: end) {
      return add(.word(found.word), length: found.length)
    }
    var length = 1
    while ProseNumber.isNumeral(scalar(length)) { length += 1 }
    guard length > 1 else { return addUnknown(length: 1) }
    add(.skipped, length: length)
  }

  private mutating func takeNumber() -> Bool {
    if takePercent() { return true }
    guard let number = ProseNumber.read(text, at: index, end: end) else { return false }
    let length = number.end - index
    if number.isChinese {
      // 一项, 三公, 十分: only where a unit follows, and no word begins with it.
      if let found = vocabulary.index.match(text, at: index, end: end), found.length > length {
        return false
      }
    }
    if takeDate(number, length: length) { return true }
    if takeRange(from: number) { return true }
    let unit = unit(at: number.end)
    let isTorn = isJoined(before: index) || isJoined(after: number.end + (unit?.count ?? 0))
    guard !isTorn else {
      addUnknown(length: length)
      return true
    }
    if let unit {
      // 一件 of 每一件, 同一件.
      let before = scalar(-1)
      if number.isChinese, [0x6BCF, 0x540C, 0x4EFB, 0x54EA, 0x8FD9, 0x90A3].contains(before) {
        addUnknown(length: length)
        return true
      }
      let (bound, extra) = bound(at: number.end + unit.count, unit: unit)
      add(
        .figure(ProseFigure(number: number, unit: ProseFold.string(unit), bound: bound)),
        length: length + unit.count + extra)
      return true
    }
    guard !number.isChinese else { return false }
    // Without a unit only where a mark follows: 部分公开67，.
    if number.end < end, Self.mark(text[number.end]) != nil, scalar(length) != 0x2D {
      add(.figure(ProseFigure(number: number, unit: "", bound: nil)), length: length)
    } else {
      addUnknown(length: length)
    }
    return true
  }

  /// Whether a number goes on to the left or right in what is no figure: 3-5, 1+X, A4, 0517-872.
  private func isJoined(before position: Int) -> Bool {
    guard position > 0, let last = tokens.last, last.range.upperBound == position else {
      return false
    }
    return Self.isJoint(text[position - 1])
  }

  private func isJoined(after position: Int) -> Bool {
    position < end && Self.isJoint(text[position])
  }

  private static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2B, 0x2D, 0x7E, 0x2F, 0x2A, 0x3D, 0x40, 0x23, 0x5F, 0x2E, 0x41...0x5A, 0x61...0x7A:
      true
    default: false
    }
  }

  private func unit(at position: Int) -> [UInt32]? {
    guard position < end else { return nil }
    if text[position] == 0x25 { return [0x25] }
    return vocabulary.units.first { unit in
      position + unit.count <= end && text[position..<(position + unit.count)].elementsEqual(unit)
    }
  }

  private static let times: [UInt32] = [0x500D]
  private static let bounds: [(words: [UInt32], bound: Claim.Bound)] = [
    ("以上", Claim.Bound.atLeast), ("之多", .atLeast), ("有余", .atLeast), ("以下", .atMost),
    ("以内", .atMost), ("左右", .about), ("上下", .about),
  ].map { (ProseFold.scalars($0.0), $0.1) }

  /// What bounds a figure behind its unit, and how long that is.
  private func bound(at position: Int, unit: [UInt32]) -> (Claim.Bound?, Int) {
    for (words, bound) in Self.bounds where begins(words, at: position) {
      return (bound, words.count)
    }
    // 1倍多: beside 件, 多 begins another word.
    if unit == Self.times, position < end, [0x591A, 0x4F59].contains(text[position]) {
      return (.atLeast, 1)
    }
    return (nil, 0)
  }

  private func begins(_ words: [UInt32], at position: Int) -> Bool {
    position + words.count <= end
      && text[position..<(position + words.count)].elementsEqual(words)
  }

  private static let percent = ProseFold.scalars("百分之")

  /// 百分之三十三点五.
  private mutating func takePercent() -> Bool {
    guard begins(Self.percent, at: index),
      let number = ProseNumber.read(text, at: index + Self.percent.count, end: end)
    else { return false }
    let (bound, extra) = bound(at: number.end, unit: [])
    add(
      .figure(ProseFigure(number: number, unit: "%", bound: bound)),
      length: number.end + extra - index)
    return true
  }

  /// 3至5件, 3件至5件, 10%-20%.
  private mutating func takeRange(from number: ProseNumber) -> Bool {
    guard !number.isLower, !isJoined(before: index) else { return false }
    let ownUnit = unit(at: number.end) ?? []
    let joint = number.end + ownUnit.count
    guard joint < end, [0x81F3, 0x5230, 0x2D, 0x7E].contains(text[joint]),
      let upper = ProseNumber.read(text, at: joint + 1, end: end),
      upper.isChinese == number.isChinese, number.value < upper.value,
      let unit = unit(at: upper.end), ownUnit.isEmpty || ownUnit == unit,
      !isJoined(after: upper.end + unit.count)
    else { return false }
    add(
      .figure(
        ProseFigure(number: number, upper: upper, unit: ProseFold.string(unit), bound: nil)),
      length: upper.end + unit.count - index)
    return true
  }

  /// 2023年, 2023年1月1日, 12月31日, 6月.
  private mutating func takeDate(_ number: ProseNumber, length: Int) -> Bool {
    let next = scalar(length)
    guard let value = number.value.count, !number.isLower else { return false }
    if next == 0x5E74, (1990...2100).contains(value) {
      let isDegree = scalar(length + 1) == 0x5EA6
      // 较, 比, 与: the year is what is compared with.
      let isCompared = [0x8F83, 0x6BD4, 0x4E0E].contains(scalar(-1))
      if isCompared, let last = tokens.last, last.range.upperBound == index, last.range.count == 1 {
        tokens.removeLast()
      }
      add(
        isCompared ? .comparedYear(Int(value)) : .year(Int(value)),
        length: length + (isDegree ? 2 : 1))
      return true
    }
    guard next == 0x6708, (1...12).contains(value) else { return false }
    guard let day = ProseNumber.read(text, at: index + length + 1, end: end),
      day.end < end, text[day.end] == 0x65E5, let number = day.value.count
    else {
      let isEnd = value == 12 && [0x5E95, 0x672B].contains(scalar(length + 1))
      add(isEnd ? .skipped : .otherDay, length: length + 1)
      return true
    }
    let bounds = (value == 1 && number == 1) || (value == 12 && number == 31)
    add(bounds ? .skipped : .otherDay, length: day.end + 1 - index)
    return true
  }
}
