/// The words of a page that may be pieces of tables: cells and short lines. They tell a row that
/// the page does not have from one that stands there and could not be read.
struct PageWords: Sendable {
  private var joined = FoldedText()
  /// Without ordinals, and with them.
  private var lines: Set<FoldedText> = []
  /// Seldom asked for, and so not made ready for it.
  private var wholeLines: [FoldedText] = []

  /// Whether a line or cell says that amounts are in yuan: 单位：元.
  private(set) var stateYuan = false

  /// Sentences are left out: they speak of rows without being one.
  private static let longest = 60

  private static let yuan = ["单位元", "单位人民币元"].map { FoldedText($0) }

  init(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph.text)
      case .grid(let grid): for cell in grid.cells { add(cell.text) }
      }
    }
  }

  private mutating func add(_ text: String) {
    guard text.utf8.count <= Self.longest * 3, !text.unicodeScalars.contains("。") else { return }
    if FigureParser.plainCount(text) != nil {
      // No label is a number.
      joined.append(digits: text)
      return
    }
    let (label, whole) = Label.withWhole(text)
    guard !label.text.isEmpty else { return }
    // 行政许可 97 on one line is the row 行政许可.
    var name = label.text.scalars
    while let last = name.last, last < 0x3A { name.removeLast() }
    lines.insert(FoldedText(scalars: name))
    wholeLines.append(whole)
    stateYuan = stateYuan || Self.yuan.contains(where: whole.contains)
    joined.append(whole)
  }

  /// Whether the label of a row stands on the page. A long one may be torn over several lines.
  func mention(_ label: FoldedText) -> Bool {
    lines.contains(label) || (label.count >= 5 && joined.contains(label))
  }

  /// How often the label stands on the page as a line or cell of its own.
  func count(_ label: FoldedText) -> Int {
    wholeLines.count { $0 == label }
  }

  /// Whether the label stands on the page as a line or cell of its own, ordinal and all.
  func mentionWhole(_ label: FoldedText) -> Bool {
    wholeLines.contains(label)
  }
}
