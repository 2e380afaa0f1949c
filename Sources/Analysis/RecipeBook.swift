import Forms
import ReportModel

/// The recipes of one indicator, one for each combination of forms that occurs, numbered in the
/// order in which they were first needed.
struct RecipeBook: Sendable {
  let indicator: Indicator
  let formula: Formula
  private let catalog: FormCatalog
  private let contents: FormContents
  /// The tables whose forms matter.
  private let tables: [Int]
  private(set) var recipes: [Recipe] = []
  private var numbers: [[String?]: Int] = [:]

  init(indicator: Indicator, formula: Formula, catalog: FormCatalog, contents: FormContents) {
    self.indicator = indicator
    self.formula = formula
    self.catalog = catalog
    self.contents = contents
    tables = formula.parts.reduce(into: Set<Int>()) { tables, part in
      tables.formUnion(Self.tables(of: part, in: catalog))
    }.sorted()
  }

  /// The number of the recipe for a report's forms.
  mutating func number(for forms: [Int: String]) -> Int {
    let key = tables.map { forms[$0] }
    if let known = numbers[key] { return known }
    recipes.append(recipe(for: forms))
    numbers[key] = recipes.count - 1
    return recipes.count - 1
  }

  private func recipe(for forms: [Int: String]) -> Recipe {
    var resolver = Resolver(forms: forms, catalog: catalog, contents: contents)
    let numerator = formula.numerator.flatMap { resolver.terms(of: $0) }
    let denominator = formula.denominator.map { $0.flatMap { resolver.terms(of: $0) } }
    return Recipe(
      standing: resolver.standing, numerator: numerator, denominator: denominator,
      forms: formula.parts.map { part in
        Self.tables(of: part, in: catalog).first.flatMap { forms[$0] }
      },
      aggregated: resolver.aggregated)
  }

  func rank(_ form: String?) -> Int { contents.rank(form) }

  func crosswalkEntry(
    for code: IndicatorCode, from: String, to: String
  ) -> Crosswalk.Entry? {
    catalog.crosswalk.entry(for: code, from: from, to: to)
  }

  /// The rows of a form's tables that a part adds up, in the order of the form.
  func codes(of part: Formula.Part, form: String) -> [IndicatorCode] {
    tables.flatMap { contents.codes(form: form, table: $0) }.filter(part.figures.include)
  }

  /// The figures of the dictionary that a part adds up, whatever the form: a printed total stands
  /// for all rows of its group, and a row for the rows that a form splits it into.
  func contained(in part: Formula.Part) -> [IndicatorCode] {
    catalog.indicators.all.filter { read in
      guard !read.isDerived else { return false }
      if part.figures.include(read.code) { return true }
      guard case .indicator(let code) = part.figures else { return false }
      let isTotal = code.text.hasSuffix(".total")
      return read.code.text.hasPrefix(isTotal ? String(code.text.dropLast(5)) : code.text + ".")
    }.map(\.code)
  }

  /// Whether a stock is among the figures, so that those of several years are no sum of anything.
  var holdsStock: Bool {
    catalog.indicators.all.contains { stock in
      stock.isStock && formula.parts.contains { $0.figures.include(stock.code) }
    }
  }

  /// The tables that carry a part's figures.
  static func tables(of part: Formula.Part, in catalog: FormCatalog) -> [Int] {
    switch part.figures {
    case .indicator(let code):
      return catalog.indicators[code].map { [$0.table] } ?? []
    case .matching:
      let read = catalog.indicators.all.filter { !$0.isDerived && part.figures.include($0.code) }
      return Set(read.map(\.table)).sorted()
    }
  }
}

/// Finds the cells of a formula's parts in the forms of one report.
private struct Resolver {
  let forms: [Int: String]
  let catalog: FormCatalog
  let contents: FormContents
  var standing = Recipe.Standing.complete
  var aggregated: [Recipe.Aggregate] = []

  mutating func terms(of part: Formula.Part) -> [Recipe.Term] {
    var codes: [IndicatorCode] = []
    for table in RecipeBook.tables(of: part, in: catalog) {
      guard let form = forms[table] else {
        // A missing table leaves the figure open; that the form lacks it weighs more.
        if let other = formWithout(table) {
          standing = .notOnForm(part.figures.name, form: other)
        } else if standing == .complete {
          standing = .tableMissing
        }
        continue
      }
      switch part.figures {
      case .indicator(let code):
        codes += self.codes(of: code, form: form, table: table)
      case .matching(let pattern, _):
        let fitting = contents.codes(form: form, table: table).filter(part.figures.include)
        if fitting.isEmpty { standing = .notOnForm(IndicatorCode(pattern), form: form) }
        codes += fitting
      }
    }
    return codes.map {
      Recipe.Term(code: $0, applicant: part.applicant, isSubtracted: part.isSubtracted)
    }
  }

  /// The form of a report all of whose forms lack a table, so that none can be missing; the oldest.
  private func formWithout(_ table: Int) -> String? {
    guard !catalog.tableNumbers(of: forms.values).contains(table) else { return nil }
    return forms.values.filter { catalog.form($0) != nil }
      .min { contents.rank($0) < contents.rank($1) }
  }

  private mutating func codes(
    of code: IndicatorCode, form: String, table: Int
  ) -> [IndicatorCode] {
    if contents.codes(form: form, table: table).contains(code) { return [code] }
    let parts = contents.parts(of: code, form: form, table: table)
    if parts.isEmpty {
      standing = .notOnForm(code, form: form)
    } else {
      aggregated.append(Recipe.Aggregate(code: code, form: form))
    }
    return parts
  }
}
