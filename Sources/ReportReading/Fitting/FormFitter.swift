import Forms
import ReportModel

/// Finds the tables of a page and the form of each. The form is told by the labels, table by table:
/// a page may have tables of different forms.
struct FormFitter: Sendable {
  private let numbers: [Int]
  /// By table number, the oldest form first.
  private let labels: [Int: [TableLabels]]
  private let cutter: PhraseCutter
  private let texts: KnownTexts
  /// Of the blocks of all tables.
  private let headings: Set<FoldedText>
  private let statistics: StatisticsFitter
  private let catalog: FormCatalog

  init(catalog: FormCatalog) {
    let forms = catalog.forms.flatMap(\.tables).filter { $0.sideHeads == nil }
    numbers = Set(forms.map(\.number)).sorted()
    var labels: [Int: [TableLabels]] = [:]
    var count = 0
    for number in numbers {
      labels[number] = forms.filter { $0.number == number }.map { table in
        defer { count += 1 }
        return TableLabels(table, mark: .mark(ofTable: count))
      }
    }
    self.labels = labels
    cutter = PhraseCutter(numbers.flatMap { labels[$0] ?? [] })
    texts = KnownTexts(labels.values.joined())
    headings = labels.values.joined().reduce(into: []) { $0.formUnion($1.headings) }
    statistics = StatisticsFitter(catalog: catalog)
    self.catalog = catalog
  }

  /// - Returns: the tables in the order of their numbers, none where the page has no table of any
  ///   form, and what could not be settled; for tables whose heads name years, those years.
  func fit(
    _ document: Document
  ) -> (tables: [ReportTable], problems: [ReadingProblem], years: [Int: Set<Int>]) {
    let page = FittingPage(document, headings: headings, texts: texts, cutter: cutter)
    var choices: [(number: Int, choice: FormChoice?)] = []
    for number in numbers {
      let fits = (labels[number] ?? []).map { fit(page, $0) }
      choices.append((number, FormChoice.choose(among: fits)))
    }
    // A table that is the same in several forms follows the tables that are not.
    let settled = choices.compactMap { $0.choice?.isSettled == true ? $0.choice : nil }
    let leading = settled.max { $0.number == 3 ? false : $1.number == 3 }?.fit.labels.table.form
    var years: [Int: Set<Int>] = [:]
    if statistics.mayStand(in: document), let found = statistics.fit(page) {
      choices.append((found.choice.number, found.choice))
      years[found.choice.number] = found.years
    }
    choices.sort { $0.number < $1.number }
    // A page lacks what the forms of its own tables have, not what others have.
    let expected = catalog.tableNumbers(
      of: choices.compactMap { $0.choice?.fit(preferring: leading).labels.table.form })
    var tables: [ReportTable] = []
    var problems: [ReadingProblem] = []
    for (number, choice) in choices where expected.contains(number) {
      guard let fit = choice?.fit(preferring: leading) else {
        problems.append(
          ReadingProblem(kind: .tableMissing, table: number, seen: "", place: nil))
        continue
      }
      tables.append(ReportTable(number: number, form: fit.labels.table.form, cells: fit.cells))
      problems += fit.problems
    }
    return (tables, Self.inReadingOrder(problems), years)
  }

  private func fit(_ page: FittingPage, _ labels: TableLabels) -> TableFit {
    var readings: [RowReading] = []
    var heads: Heads?
    for grid in page.grids {
      // Figures without a label of their own are told by their heads alone: those must stand over
      // them. A row with a label may go on under the heads before a page break.
      let carried = grid.goesOn && labels.unlabelledBlock == nil ? heads : nil
      let found = GridFitter.read(grid, labels: labels, carried: carried)
      readings += found.readings
      heads = found.heads
    }
    let others = numbers.filter { $0 != labels.table.number }.flatMap { self.labels[$0] ?? [] }
    for (index, tokens) in page.stretches.enumerated() {
      readings += SequenceFitter.read(
        tokens, stretch: -1 - index, labels: labels, others: others, numbering: page.numbering)
    }
    return TableAssembler.assemble(readings, labels: labels, words: page.words)
  }

  /// What has a place comes first, in the order of the page; the rest in the order of the form.
  private static func inReadingOrder(_ problems: [ReadingProblem]) -> [ReadingProblem] {
    problems.enumerated().sorted { left, right in
      switch (left.element.place, right.element.place) {
      case (let a?, let b?) where a != b: a < b
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

/// A page made ready for all forms.
struct FittingPage: Sendable {
  let grids: [LabelledGrid]
  let stretches: [[TextToken]]
  let words: PageWords
  let numbering: PageNumbering

  init(
    _ document: Document, headings: Set<FoldedText>, texts: KnownTexts, cutter: PhraseCutter
  ) {
    let regions = PageRegions(document, headings: headings)
    var grids: [LabelledGrid] = []
    for case .grid(let grid) in document.blocks {
      grids.append(
        LabelledGrid(
          grid, regions: regions.ofGrids[grids.count], goesOn: regions.goesOn[grids.count],
          texts: texts))
    }
    self.grids = grids
    stretches = TextTokens.stretches(of: document, regions: regions, cutter: cutter)
    words = PageWords(document)
    // Only lines between tables can be mistaken for page numbers.
    numbering = stretches.isEmpty ? PageNumbering([]) : TextTokens.numbering(of: document)
  }
}
