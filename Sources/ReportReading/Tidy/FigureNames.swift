import Forms
import ReportModel

/// The names that tables may use for indicators, applicants and forms.
struct FigureNames: Sendable {
  private let catalog: FormCatalog
  private let codes: [String: [IndicatorCode]]

  init(catalog: FormCatalog) {
    self.catalog = catalog
    var codes: [String: [IndicatorCode]] = [:]
    for indicator in catalog.indicators.all {
      let labels = [indicator.label.chinese, indicator.label.english] + indicator.names
      for name in Set(labels.map { $0.lowercased() }) {
        codes[name, default: []].append(indicator.code)
      }
    }
    // A code means its own indicator, whatever others may be called.
    for indicator in catalog.indicators.all {
      codes[indicator.code.text] = [indicator.code]
    }
    self.codes = codes
  }

  /// The indicators of a name: none where it is unknown, several where it is ambiguous.
  func indicators(_ name: String) -> [IndicatorCode] {
    codes[name] ?? codes[name.lowercased()] ?? []
  }

  /// The one indicator of a name, which must be one that pages carry.
  func indicator(_ name: String, line: Int) throws(TableFlaw) -> IndicatorCode {
    let found = indicators(name)
    guard let code = found.first else {
      throw TableFlaw(line: line, kind: .unknown(.indicator, name))
    }
    guard found.count == 1 else {
      throw TableFlaw(
        line: line, kind: .ambiguousName(name, candidates: found.map(\.text)))
    }
    guard !isDerived(code) else { throw TableFlaw(line: line, kind: .derived(code.text)) }
    return code
  }

  func isDerived(_ code: IndicatorCode) -> Bool {
    catalog.indicators[code]?.isDerived ?? false
  }

  func hasApplicants(_ code: IndicatorCode) -> Bool {
    catalog.indicators[code]?.hasApplicants ?? false
  }

  func applicant(_ name: String, line: Int) throws(TableFlaw) -> Applicant {
    let lowered = name.lowercased()
    let found = Applicant.allCases.first { applicant in
      applicant.rawValue == lowered || applicant.label.chinese == name
        || applicant.label.english == lowered
    }
    guard let found else { throw TableFlaw(line: line, kind: .unknown(.applicant, name)) }
    return found
  }

  /// The id of a form.
  func form(_ name: String, line: Int) throws(TableFlaw) -> String {
    guard catalog.form(name) != nil else {
      throw TableFlaw(line: line, kind: .unknown(.form, name))
    }
    return name
  }
}
