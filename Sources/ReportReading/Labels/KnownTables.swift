/// Which form tables know a text as a label, a head or a title, so that a cell of a page is looked
/// up once and not once for each table of each form.
struct KnownTables: OptionSet, Sendable {
  let rawValue: UInt64

  static let all = KnownTables(rawValue: .max)

  /// The mark of one table. Tables beyond the first 63 share one: they are looked up in vain at
  /// worst.
  static func mark(ofTable index: Int) -> KnownTables {
    KnownTables(rawValue: 1 << UInt64(min(index, 63)))
  }
}

/// All texts that form tables know.
struct KnownTexts: Sendable {
  private var tables: [FoldedText: KnownTables] = [:]

  init(_ labels: some Sequence<TableLabels>) {
    for table in labels {
      for text in table.texts { tables[text, default: []].insert(table.mark) }
    }
  }

  func tables(of text: FoldedText) -> KnownTables {
    text.isEmpty ? [] : tables[text] ?? []
  }
}
