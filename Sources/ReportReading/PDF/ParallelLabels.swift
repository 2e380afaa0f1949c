/// Labels of neighbouring columns that stand so close that they look like one piece of text:
/// `（三）不予` and `1.属于国家秘密`.
///
/// They are parted where white space stands and what follows begins with an ordinal, as labels do,
/// or where the lines above or below show that a column ends and another begins there.
enum ParallelLabels {
  static func parted(_ lines: [TextRun]) -> [TextRun] {
    let byOrdinal = lines.flatMap { split($0, before: beginsLabel) }
    return byOrdinal.flatMap { line in
      split(line) { words, index in isBoundary(words, index, of: line, in: byOrdinal) }
    }
  }

  private static func split(
    _ run: TextRun, before isStart: ([PrintedWord], Int) -> Bool
  ) -> [TextRun] {
    var pieces: [[PrintedWord]] = [[run.words[0]]]
    for index in run.words.indices.dropFirst() {
      if isStart(run.words, index) {
        pieces.append([])
      }
      pieces[pieces.count - 1].append(run.words[index])
    }
    return pieces.count == 1 ? [run] : pieces.map { TextRun(words: $0, page: run.page) }
  }

  /// `1.` or `（一）`, behind a word that begins with an ordinal itself.
  private static func beginsLabel(_ words: [PrintedWord], _ index: Int) -> Bool {
    hasOrdinal(words[index].text) && hasOrdinal(words[0].text)
  }

  private static func hasOrdinal(_ text: String) -> Bool {
    Label(text).ordinal != nil
  }

  /// How far away the lines of the same columns may stand, in heights.
  private static let reach = 2.2

  /// Whether a line close by ends before the white space, and another begins behind it, each over
  /// or under one side only.
  private static func isBoundary(
    _ words: [PrintedWord], _ index: Int, of line: TextRun, in lines: [TextRun]
  ) -> Bool {
    let left = words[..<index].dropFirst().reduce(words[0].box) { $0.union($1.box) }
    let right = words[index...].dropFirst().reduce(words[index].box) { $0.union($1.box) }
    let near = lines.filter {
      $0.order != line.order && $0.page == line.page
        && abs($0.box.middle - line.box.middle) < reach * line.box.height
    }
    return near.contains { $0.box.sharesColumn(with: left) && !$0.box.sharesColumn(with: right) }
      && near.contains { $0.box.sharesColumn(with: right) && !$0.box.sharesColumn(with: left) }
  }
}
