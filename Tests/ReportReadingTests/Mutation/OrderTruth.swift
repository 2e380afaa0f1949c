import ReportModel

@testable import ReportReading

/// Reads tables that have rows but no columns: a row is its label and as many figures behind it as
/// there are heads.
struct RowTruth {
  static func read(
    _ sheet: SamplePage.Sheet, _ style: BreakingStyle, _ truth: inout PageTruth
  ) {
    let names = truth.names
    var heads = HeadsInOrder()
    for row in sheet {
      var texts = row.map(\.text)
      if style.dropsBlanks {
        texts = texts.flatMap { $0.split { $0.isWhitespace }.map(String.init) }
      }
      let words = texts.map { $0.replacing("\n", with: "") }
      if words.allSatisfy(\.isEmpty) { continue }
      // A figure that strayed among heads is no row.
      let strays = row.count { $0.key != nil }
      let hasLabel = words.contains { names.rows[$0] != nil && !names.isHead($0) }
      let isHeadRow =
        words.contains(where: names.isHead) && (strays == 0 || (strays == 1 && !hasLabel))
      if !isHeadRow, let label = words.lastIndex(where: { names.rows[$0] != nil }) {
        heads.settle(names)
        note(Array(texts[(label + 1)...]), names.rows[words[label]] ?? [], heads, &truth)
        heads.isOpen = false
      } else if !isHeadRow,
        texts.contains(where: { truth.page.isFigureText($0) && !$0.isEmpty })
      {
        if let own = names.unlabelledRow, texts.allSatisfy({ truth.page.isFigureText($0) }) {
          note(texts, [own], heads, &truth)
        }
        heads.isOpen = false
      } else {
        for word in words where !word.isEmpty { heads.take(word, names) }
        heads.lastRow = words.filter { !$0.isEmpty }
        if heads.lastRow.first == FormNames.corner { heads.lastRow.removeFirst() }
      }
    }
  }

  static func note(
    _ figures: [String], _ rows: [RowPosition], _ heads: HeadsInOrder, _ truth: inout PageTruth
  ) {
    for row in rows {
      let form = truth.names.table.blocks[row.block].columns
      if let columns = truth.names.columns(inOrder: heads.texts, block: row.block) {
        guard columns.count == figures.count else { continue }
        for (column, text) in zip(columns, figures) { truth.note(text, row: row, column: column) }
      } else if form.allSatisfy(\.heads.isEmpty), heads.lastRow.count == figures.count {
        // Heads of one row, some of them unknown.
        for (head, text) in zip(heads.lastRow, figures) {
          let column = form.firstIndex { $0.label.text.chinese == head }
          if let column { truth.note(text, row: row, column: column) }
        }
      }
    }
  }
}

/// The heads that were met last.
struct HeadsInOrder {
  private(set) var texts: [String] = []
  /// Whether the next head goes on with these.
  var isOpen = false {
    didSet { if !isOpen { before = nil } }
  }
  /// The heads before a single one that may be a label.
  private var before: [String]?
  /// The texts of the last row without figures, but for the corner.
  var lastRow: [String] = []

  /// Figures follow: a single head that makes no order of heads was a label gone wrong.
  mutating func settle(_ names: FormNames) {
    let isOrder = names.orders.indices.contains { names.columns(inOrder: texts, block: $0) != nil }
    if !isOrder, texts.count == 1, let before { texts = before }
    isOpen = false
  }

  mutating func take(_ word: String, _ names: FormNames) {
    if names.isHead(word) {
      if !isOpen {
        before = texts
        texts = []
      }
      // A head may be repeated in place of its span.
      if texts.last != word { texts.append(word) }
      isOpen = true
    } else if word == FormNames.corner {
      isOpen = false
    } else if names.headings.contains(word) || names.foreign.contains(word) {
      texts = []
      isOpen = false
    }
  }
}

/// Reads pages with one cell a line.
struct LineTruth {
  static func read(_ truth: inout PageTruth) {
    let names = truth.names
    var heads = HeadsInOrder()
    var label: [RowPosition] = []
    /// Whether the label before had no figures of its own.
    var isContested = false
    var figures: [String] = []
    func settle(_ truth: inout PageTruth) {
      guard !figures.isEmpty else { return }
      heads.settle(names)
      defer {
        figures = []
        label = []
      }
      let rows = label.isEmpty ? names.unlabelledRow.map { [$0] } ?? [] : label
      if !isContested { RowTruth.note(figures, rows, heads, &truth) }
      isContested = false
      heads.isOpen = false
    }
    for part in truth.page.parts {
      guard case .sheet(let sheet) = part else {
        settle(&truth)
        label = []
        isContested = false
        continue
      }
      for token in sheet.joined().map(\.text) where !token.isEmpty {
        let word = token.replacing("\n", with: "")
        if truth.page.isFigureText(token) || truth.page.oddFigures[token] != nil {
          figures += token.split { $0.isWhitespace }.map(String.init)
          continue
        }
        settle(&truth)
        if let rows = names.rows[word], !names.isHead(word) {
          if !label.isEmpty { isContested = true }
          label = rows
        } else if names.isHead(word) || word == FormNames.corner || names.headings.contains(word)
          || names.foreign.contains(word)
        {
          label = []
          isContested = false
          heads.take(word, names)
        }
      }
    }
    settle(&truth)
  }
}
