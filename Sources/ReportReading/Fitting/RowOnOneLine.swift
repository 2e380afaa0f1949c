/// A line that carries a label and its figures, or several figures, as text that keeps the layout
/// of a printed page has them: `行政许可 97`, `2.重复申请    3    0    0    1    0    0    4`.
enum RowOnOneLine {
  /// The line cut where white space stands, if it ends in figures; else the line whole.
  static func pieces(of line: String) -> [String] {
    guard ScalarBuffer.first(of: line, where: WhiteSpace.contains) != nil,
      !FigureReading.isFigureLike(line)
    else { return [line] }
    let words = line.unicodeScalars.split(whereSeparator: WhiteSpace.contains).map(String.init)
    guard words.count > 1, let last = words.last, FigureReading.isFigureLike(last) else {
      return [line]
    }
    // A number within the words is one of them: 第 4 页 共 10.
    let figures = words.reversed().prefix { FigureReading.isFigureLike($0) }.count
    let hasFigureBefore = words.dropLast(figures).contains { FigureReading.isFigureLike($0) }
    return hasFigureBefore ? [line] : words
  }
}
