import Forms
import Panel
import ReportModel

/// Which codes the tables of the forms carry, and the order of the forms.
struct FormContents: Sendable {
  private struct Place: Hashable {
    let form: String
    let table: Int
  }

  private let codes: [Place: [IndicatorCode]]
  private let catalog: FormCatalog
  /// The catalogue's forms, oldest first, then forms that only reports name.
  let order: [String]
  private let ranks: [String: Int]

  init(catalog: FormCatalog, panel: Panel) {
    self.catalog = catalog
    var codes: [Place: [IndicatorCode]] = [:]
    for form in catalog.forms {
      for table in form.tables {
        var seen: Set<IndicatorCode> = []
        codes[Place(form: form.id, table: table.number)] =
          table.cells.map(\.key.indicator).filter { seen.insert($0).inserted }
      }
    }
    self.codes = codes
    let known = catalog.forms.map(\.id)
    let named = Set(panel.layouts.flatMap(\.values)).subtracting(known)
    order = known + named.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    ranks = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The form's place in time; later than all others where it is not known.
  func rank(_ form: String?) -> Int {
    form.flatMap { ranks[$0] } ?? order.count
  }

  func title(_ form: String) -> LocalizedText {
    catalog.form(form)?.title ?? LocalizedText(verbatim: form)
  }

  /// The codes of a form's table in the order of the form.
  func codes(form: String, table: Int) -> [IndicatorCode] {
    codes[Place(form: form, table: table)] ?? []
  }

  /// The rows that a form has in place of the row `code`, such as the three rows of
  /// `outcome.other.*`; empty where the crosswalk does not say that they add up to it.
  func parts(of code: IndicatorCode, form: String, table: Int) -> [IndicatorCode] {
    guard whyAggregated(code, on: form) != nil else { return [] }
    return codes(form: form, table: table).filter {
      IndicatorDictionary.matches($0, pattern: "\(code).*")
    }
  }

  /// The oldest form that has a row of this code, or of a code that fits this pattern.
  func formHaving(_ code: IndicatorCode) -> String? {
    catalog.forms.first { form in
      form.tables.contains { table in
        codes(form: form.id, table: table.number).contains {
          IndicatorDictionary.matches($0, pattern: code.text)
        }
      }
    }?.id
  }

  /// Why a form does not have a figure that another one has, as the crosswalk states it.
  func whyMissing(_ code: IndicatorCode, on form: String) -> LocalizedText? {
    formHaving(code).flatMap { catalog.crosswalk.entry(for: code, from: form, to: $0)?.why }
  }

  /// What the crosswalk says on rows of `form` adding up to `code`.
  func whyAggregated(_ code: IndicatorCode, on form: String) -> LocalizedText? {
    order.lazy.compactMap { catalog.crosswalk.entry(for: code, from: $0, to: form) }
      .first { $0.match == .aggregate }?.why
  }
}
