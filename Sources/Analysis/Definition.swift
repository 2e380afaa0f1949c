import Expressions
import Forms
import ReportModel

/// A derived indicator of the user's: a name and a formula over other indicators.
public struct Definition: Hashable, Sendable {
  /// What commands call it.
  public let code: IndicatorCode
  /// In the expression language, with codes for names.
  public let formula: String

  /// - Parameter formula: as `Definition.indicator(in:)` can read it.
  public init(code: IndicatorCode, formula: String) {
    self.code = code
    self.formula = formula
  }

  /// The indicator that it makes.
  ///
  /// Only what can be added up over reports without changing its meaning is an indicator: a sum of
  /// figures, or one such sum divided by another. Figures of one sum have one unit, and so have both
  /// sums of a ratio.
  ///
  /// - Throws: `unknownIndicator`, `formulaNotSupported`, `unitsNotAdded` or `unitsNotDivided`.
  public func indicator(in catalog: FormCatalog) throws(AnalysisError) -> Indicator {
    // Whatever goes by the name now makes way for it.
    let others = catalog.indicators.all.filter { $0.code != code }
    let draft = Indicator(
      code: code, label: LocalizedText(verbatim: code.text), names: [], unit: .count,
      origin: .derived(formula: formula), table: 0, hasApplicants: false)
    let dictionary = IndicatorDictionary(others + [draft])
    let formula = try FormulaReader(dictionary: dictionary).formula(of: code)
    let above = try unit(of: formula.numerator, in: dictionary)
    var unit = above.unit
    if let denominator = formula.denominator {
      let below = try self.unit(of: denominator, in: dictionary)
      guard above.unit == below.unit else {
        throw .unitsNotDivided(above.code, above.unit, below.code, below.unit)
      }
      unit = .ratio
    }
    let parts = formula.parts.flatMap { part in
      dictionary.all.filter { !$0.isDerived && part.figures.include($0.code) }
    }
    return Indicator(
      code: code, label: draft.label, names: [], unit: unit, origin: draft.origin,
      table: parts.first?.table ?? 0,
      hasApplicants: formula.parts.allSatisfy { $0.applicant == nil }
        && parts.allSatisfy(\.hasApplicants))
  }

  /// The unit of a sum, with a figure that has it.
  private func unit(
    of parts: [Formula.Part], in dictionary: IndicatorDictionary
  ) throws(AnalysisError) -> (unit: MeasureUnit, code: IndicatorCode) {
    var found: (unit: MeasureUnit, code: IndicatorCode)?
    for part in parts {
      let figures = dictionary.all.filter { !$0.isDerived && part.figures.include($0.code) }
      guard !figures.isEmpty else { throw .unknownIndicator(part.figures.name) }
      for figure in figures {
        if let found, found.unit != figure.unit {
          throw .unitsNotAdded(found.code, found.unit, figure.code, figure.unit)
        }
        found = (figure.unit, figure.code)
      }
    }
    guard let found else { throw .formulaNotSupported(code, formula: formula) }
    return found
  }
}

extension FormCatalog {
  /// The catalogue with the user's indicators behind its own.
  ///
  /// - Parameter definitions: later ones may rest on earlier ones.
  /// - Throws: where one of them cannot be read, or a change of one breaks another.
  public func adding(_ definitions: [Definition]) throws(AnalysisError) -> FormCatalog {
    var result = self
    for definition in definitions {
      let indicator = try definition.indicator(in: result)
      let others = result.indicators.all.filter { $0.code != definition.code }
      result = FormCatalog(
        forms: forms, indicators: IndicatorDictionary(others + [indicator]), crosswalk: crosswalk)
    }
    // A definition that others rest on may come to rest on them.
    for definition in definitions {
      _ = try FormulaReader(dictionary: result.indicators).formula(of: definition.code)
    }
    return result
  }
}
