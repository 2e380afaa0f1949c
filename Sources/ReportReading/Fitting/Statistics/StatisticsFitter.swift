import Forms
import ReportModel

/// Finds the statistics table of a page: those of the years before 2019, with one indicator a row
/// and its unit beside it. Their rows and heads have nothing in common with the later forms, so they
/// are looked for apart, and only on pages that show the head over their labels.
struct StatisticsFitter: Sendable {
  /// Oldest form first.
  private let forms: [StatisticsLabels]
  /// With which heads over labels begin.
  private let beginnings: [Unicode.Scalar]

  init(catalog: FormCatalog) {
    forms = catalog.forms.flatMap(\.tables).compactMap { StatisticsLabels($0) }
    beginnings = Set(forms.flatMap(\.beginnings)).sorted()
  }

  /// Whether the page may have such a table. Costs a look at the first character of each line.
  func mayStand(in document: Document) -> Bool {
    document.blocks.contains { block in
      switch block {
      case .paragraph(let paragraph): mayHaveRowHead(paragraph.text)
      case .grid(let grid): grid.cells.contains { mayHaveRowHead($0.text) }
      }
    }
  }

  private func mayHaveRowHead(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return false }
    return forms.contains { $0.mayBeRowHead(text) }
  }

  /// - Returns: the form of the table and the years that its heads name; `nil` where the page has
  ///   none.
  func fit(_ page: FittingPage) -> (choice: FormChoice, years: Set<Int>)? {
    let fits = forms.map { fit(page, $0) }
    guard let choice = FormChoice.choose(among: fits.map(\.fit)) else { return nil }
    let form = choice.fit.labels.table.form
    let years = fits.first { $0.fit.labels.table.form == form }?.years
    return (choice, years ?? [])
  }

  private func fit(
    _ page: FittingPage, _ labels: StatisticsLabels
  ) -> (fit: TableFit, years: Set<Int>) {
    var readings: [RowReading] = []
    var years: Set<Int> = []
    var columns: StatisticsGrid.Columns?
    for grid in page.grids {
      let found = StatisticsGrid.read(
        grid, labels: labels, carried: grid.goesOn ? columns : nil)
      readings += found.readings
      years.formUnion(found.years)
      columns = found.columns
    }
    for (index, tokens) in page.stretches.enumerated() {
      let found = StatisticsText.read(
        tokens, stretch: -1 - index, labels: labels, numbering: page.numbering)
      readings += found.readings
      years.formUnion(found.years)
    }
    let fit = TableAssembler.assemble(readings, labels: labels.labels, words: page.words)
    return (fit, years)
  }
}
