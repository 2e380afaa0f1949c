import Expressions
import Forms
import ReportModel

/// The cells that a report has by the forms of its tables; reports of one layout share compiled
/// rules.
struct ReportLayout: Sendable {
  /// In the order of the forms.
  let cells: [CellKey]
  private let known: Set<CellKey>

  /// - Parameter forms: the form of each table that the report has.
  init(forms: [Int: String], in catalog: FormCatalog) {
    cells = forms.sorted { $0.key < $1.key }.flatMap { number, id in
      catalog.form(id)?.table(number)?.cells.map(\.key) ?? []
    }
    known = Set(cells)
  }

  func has(_ key: CellKey) -> Bool { known.contains(key) }

  /// The names of the cells that fit a pattern, with its applicant and `previous.`.
  func names(matching pattern: Name) -> [Name] {
    cells.filter {
      $0.applicant == pattern.applicant
        && IndicatorDictionary.matches($0.indicator, pattern: pattern.words)
    }.map {
      Name($0.indicator.text, applicant: $0.applicant, isPrevious: pattern.isPrevious)
    }
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
}

extension Name {
  /// The cell that a bound name means.
  var key: CellKey { CellKey(IndicatorCode(words), applicant) }
}
