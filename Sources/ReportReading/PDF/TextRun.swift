/// Words that stand together on a line: a piece of a sentence, a line of a label, one figure.
struct TextRun: Sendable {
  let words: [PrintedWord]
  let text: String
  let box: Box
  let page: Int
  let isFigure: Bool

  /// The place of its first word among those of all pages; tells runs apart.
  var order: Int { words[0].order }

  /// - Parameter words: at least one.
  init(words: [PrintedWord], page: Int) {
    self.words = words
    self.page = page
    text = Self.join(words)
    box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    isFigure = FigureReading.isFigureLike(text)
  }

  /// Words of Chinese take no space between them; words and numbers in Latin letters do.
  private static func join(_ words: [PrintedWord]) -> String {
    var text = ""
    for word in words {
      if let last = text.unicodeScalars.last, let first = word.text.unicodeScalars.first,
        isNarrow(last), isNarrow(first)
      {
        text += " "
      }
      text += word.text
    }
    return text
  }

  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}

extension TextRun {
  /// The widest gap inside a run, in heights of its characters. A figure keeps a distance from the
  /// label before it, but stands close to the words of a sentence.
  private static let widestGap = 0.8
  private static let widestGapAtFigure = 0.35

  /// The runs of a page, line by line as the extraction found them. Two figures are never joined.
  static func all(of page: PrintedPage) -> [TextRun] {
    var runs: [TextRun] = []
    var open: [PrintedWord] = []
    for word in page.words {
      if let last = open.last, !follows(word, last) {
        runs.append(TextRun(words: open, page: page.number))
        open = []
      }
      open.append(word)
    }
    if !open.isEmpty { runs.append(TextRun(words: open, page: page.number)) }
    return runs
  }

  private static func follows(_ word: PrintedWord, _ last: PrintedWord) -> Bool {
    guard word.line == last.line, word.box.sharesLine(with: last.box) || overlap(word, last)
    else { return false }
    let figures = [word, last].count { FigureReading.isFigureLike($0.text) }
    let gap = word.box.left - last.box.right
    let em = min(word.box.height, last.box.height)
    guard gap > -em / 2, figures < 2 else { return false }
    return gap < em * (figures == 1 ? widestGapAtFigure : widestGap)
  }

  /// Letters of another font stand a little higher or lower on the same line.
  private static func overlap(_ word: PrintedWord, _ last: PrintedWord) -> Bool {
    let shared = min(word.box.bottom, last.box.bottom) - max(word.box.top, last.box.top)
    return shared > 0.6 * min(word.box.height, last.box.height)
  }
}
