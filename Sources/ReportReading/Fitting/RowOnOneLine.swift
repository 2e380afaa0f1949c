/// A line that carries a label and its figures, or several figures, as text that keeps the layout
/// of a printed page has them: `行政许可 97`, `2.重复申请    3    0    0    1    0    0    4`.
enum RowOnOneLine {
  /// The line cut where white space stands, if it ends in figures; else the line whole.
  static func pieces(of line: String) -> [String] {
    guard ScalarBuffer.first(of: line, where: WhiteSpace.contains) != nil,
      !FigureReading.isFigureLike(line)
    else { return [line] }
    let words = line.unicodeScalars.split(whereSeparator: WhiteSpace.contains).map(String.init)
    guard words.count > 1, let last = words.last else { return [line] }
    guard FigureReading.isFigureLike(last) else {
      return isRowWithOddFigure(words) ? words : [line]
    }
    // A number within the words is one of them: 第 4 页 共 10.
    let figures = words.reversed().prefix { FigureReading.isFigureLike($0) }.count
    let hasFigureBefore = words.dropLast(figures).contains { FigureReading.isFigureLike($0) }
    return hasFigureBefore ? [line] : words
  }

  /// So many figures on a line are a row's.
  private static let fewestFigures = 4

  /// Whether all words behind the first figure are figures but for some that hold digits and no
  /// words, such as `12/12`: a row all the same, of which nothing can be read.
  private static func isRowWithOddFigure(_ words: [String]) -> Bool {
    guard let first = words.firstIndex(where: FigureReading.isFigureLike) else { return false }
    let rest = words[first...]
    return rest.count(where: FigureReading.isFigureLike) >= fewestFigures
      && rest.allSatisfy { FigureReading.isFigureLike($0) || isOddFigure($0) }
  }

  /// Whether a word that is no figure holds digits and nothing of a label. Digits alone may be
  /// figures that run together.
  static func isOddFigure(_ word: String) -> Bool {
    ScalarBuffer.first(of: word) { $0 >= 0x30 && $0 <= 0x39 } != nil
      && ScalarBuffer.first(of: word) { $0 < 0x30 || $0 > 0x39 } != nil
      && ScalarBuffer.first(of: word) { $0 >= 0x2E80 && $0 < 0xFF00 } == nil
  }
}
