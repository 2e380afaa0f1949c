import Expressions
import Forms
import ReportModel

/// The cells that a report has by the forms of its tables; reports of one layout share compiled
/// rules.
struct ReportLayout: Sendable {
  /// In the order of the forms.
  let cells: [CellKey]
  /// The form of each table that the report has.
  let forms: [Int: String]
  let catalog: FormCatalog
  private let known: Set<CellKey>

  /// - Parameter forms: the form of each table that the report has.
  init(forms: [Int: String], in catalog: FormCatalog) {
    self.forms = forms
    self.catalog = catalog
    cells = forms.sorted { $0.key < $1.key }.flatMap { number, id in
      catalog.form(id)?.table(number)?.cells.map(\.key) ?? []
    }
    known = Set(cells)
  }

  func has(_ key: CellKey) -> Bool { known.contains(key) }

  /// Whether a rule is about the form of its table.
  func isMeant(by rule: Rule) -> Bool {
    if rule.forms.isEmpty { return true }
    // A rule that asks for tables is about reports that have any of their forms.
    if rule.isAboutTables { return forms.values.contains(where: rule.forms.contains) }
    return forms[rule.table].map(rule.forms.contains) ?? false
  }

  /// The names of the cells that fit a pattern, with its applicant and whose they are.
  func names(matching pattern: Name) -> [Name] {
    cells.filter {
      $0.applicant == pattern.applicant
        && IndicatorDictionary.matches($0.indicator, pattern: pattern.words)
    }.map {
      Name($0.indicator.text, applicant: $0.applicant, whose: pattern.whose)
    }
  }
}

extension Rule {
  /// Whether it asks for tables: a report without one is what it looks for.
  fileprivate var isAboutTables: Bool {
    if case .tables = scope { true } else { false }
  }
}

/// The layouts of a report and of the same body's report of the year before.
struct LayoutPair: Sendable {
  let current: ReportLayout
  /// `nil` where there is no such report.
  let previous: ReportLayout?

  func names(matching pattern: Name) -> [Name] {
    (pattern.isPrevious ? previous : current)?.names(matching: pattern) ?? []
  }

  func has(_ name: Name) -> Bool {
    (name.isPrevious ? previous : current)?.has(name.key) ?? false
  }

  /// Whether last year's form measures the same, by the crosswalk: a code, or each that fits a
  /// pattern.
  func comparability(of name: Name) -> Truth {
    guard let previous else { return .notApplicable }
    let catalog = current.catalog
    let codes =
      name.isPattern
      ? Set(current.cells.map(\.indicator)).filter {
        IndicatorDictionary.matches($0, pattern: name.words)
      }.sorted() : [IndicatorCode(name.words)]
    var all: Truth = codes.isEmpty ? .notApplicable : .holds
    for code in codes {
      guard let table = catalog.indicators[code]?.table, let form = current.forms[table],
        let before = previous.forms[table]
      else { return .notApplicable }
      all = all.and(Truth(catalog.isComparable(code, on: before, with: form)))
    }
    return all
  }

  /// The cells of a table that was found; `nil` where the name is that of a cell.
  func cells(ofTable name: Name) -> [CellKey]? {
    guard let number = Self.table(of: name) else { return nil }
    guard let layout = name.isPrevious ? previous : current, layout.forms[number] != nil else {
      return []
    }
    return layout.cells.filter { layout.catalog.indicators[$0.indicator]?.table == number }
  }

  private static func table(of name: Name) -> Int? {
    let prefix = "table:"
    guard name.words.hasPrefix(prefix) else { return nil }
    return Int(name.words.dropFirst(prefix.count))
  }

  /// Whether a table was found in the report; one that was not may stand on the page all the same.
  func presence(ofTable name: Name) -> Truth? {
    guard let number = Self.table(of: name) else { return nil }
    guard let layout = name.isPrevious ? previous : current else { return .notApplicable }
    return layout.forms[number] == nil ? .undecided : .holds
  }
}

extension FormCatalog {
  /// Whether two forms measure exactly the same by an indicator.
  func isComparable(_ code: IndicatorCode, on other: String, with form: String) -> Bool {
    form == other || crosswalk.entry(for: code, from: other, to: form)?.match == .exact
  }
}

extension Name {
  /// The cell that a bound name means.
  var key: CellKey { CellKey(IndicatorCode(words), applicant) }
}
