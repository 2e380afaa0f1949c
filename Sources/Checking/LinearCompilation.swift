import Expressions
import Panel
import ReportModel

/// The columns that compiled rules read, each with a number.
struct ColumnPool {
  private(set) var columns: [PanelColumn] = []
  private var numbers: [CellKey: Int] = [:]
  /// What other bodies' reports come to has columns of its own.
  private let relatives: RelativeFigures
  private var relativeNumbers: [Name: Int] = [:]

  init(relatives: RelativeFigures = .none) {
    self.relatives = relatives
  }

  /// The column of a bound name; `nil` where no report of the panel has anything there.
  mutating func number(of name: Name, in panel: Panel) -> Int? {
    guard name.isOfOthers else { return number(of: name.key, in: panel) }
    if let number = relativeNumbers[name] { return number }
    guard let relative = relatives[name] else { return nil }
    columns.append(relative.column)
    relativeNumbers[name] = columns.count - 1
    return columns.count - 1
  }

  /// What was read of the sums of a name that are not whole.
  func parts(of name: Name) -> [UInt32: RelativeColumn.Part] {
    name.isOfOthers ? relatives[name]?.parts ?? [:] : [:]
  }

  /// The column's number; `nil` where no report of the panel has the cell.
  mutating func number(of key: CellKey, in panel: Panel) -> Int? {
    if let number = numbers[key] { return number }
    guard let column = panel.columns[key] else { return nil }
    columns.append(column)
    numbers[key] = columns.count - 1
    return columns.count - 1
  }
}

extension LinearComparison {
  /// What came of compiling a comparison.
  enum Compilation {
    case comparison(LinearComparison)
    /// It speaks of a cell that the form lacks, or of a year without a report.
    case notApplicable
    /// Its factors leave the range of numbers.
    case overflow
    /// It multiplies or divides figures.
    case notLinear
  }

  static func compile(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, layouts: LayoutPair,
    panel: Panel, pool: inout ColumnPool
  ) -> Compilation {
    do {
      guard let leftForm = try LinearForm(left, expanding: layouts.names(matching:)),
        let rightForm = try LinearForm(right, expanding: layouts.names(matching:))
      else { return .notLinear }
      let difference = try leftForm.subtracting(rightForm, at: left.range)
      guard !difference.hasEmptySum, difference.terms.allSatisfy({ layouts.has($0.name) }) else {
        return .notApplicable
      }
      var numbers: [Name: Int] = [:]
      for term in difference.terms {
        guard let number = pool.number(of: term.name, in: panel) else {
          return .notApplicable
        }
        numbers[term.name] = number
      }
      let scaling = Scaling(
        forms: [leftForm, rightForm, difference], numbers: numbers, pool: pool)
      guard let leftTerms = scaling.terms(of: leftForm),
        let rightTerms = scaling.terms(of: rightForm),
        let differenceTerms = scaling.terms(of: difference),
        let leftConstant = leftForm.constant.coefficient(atScale: scaling.scale),
        let rightConstant = rightForm.constant.coefficient(atScale: scaling.scale)
      else { return .overflow }
      return .comparison(
        LinearComparison(
          comparison: comparison, left: leftTerms, right: rightTerms, leftConstant: leftConstant,
          rightConstant: rightConstant, scale: scaling.scale, difference: differenceTerms))
    } catch {
      return .overflow
    }
  }
}

/// Brings the figures of a comparison to one scale and finds out whether they have one unit.
private struct Scaling {
  let scale: Int
  private let numbers: [Name: Int]
  private let pool: ColumnPool
  private let isUnitUnclear: Bool

  init(forms: [LinearForm], numbers: [Name: Int], pool: ColumnPool) {
    var scale = 0
    var units: Set<MeasureUnit> = []
    for form in forms {
      scale = max(scale, form.constant.scale)
      for term in form.terms {
        guard let number = numbers[term.name] else { continue }
        let column = pool.columns[number]
        scale = max(scale, column.ruleScale + term.coefficient.scale)
        units.insert(column.unit == .yuan ? .tenThousandYuan : column.unit)
      }
    }
    // Money of an unknown unit can be held against nothing but zero; money and counts not
    // against each other.
    let isAgainstZero = forms.allSatisfy { $0.constant == .zero && $0.terms.count <= 1 }
    isUnitUnclear = !isAgainstZero && (units.count > 1 || units.contains(.unstatedMoney))
    self.scale = scale
    self.numbers = numbers
    self.pool = pool
  }

  /// `nil` where a factor leaves the range of numbers.
  func terms(of form: LinearForm) -> [LinearComparison.Term]? {
    var terms: [LinearComparison.Term] = []
    for term in form.terms {
      guard let number = numbers[term.name] else { return nil }
      let column = pool.columns[number]
      let power = scale - column.ruleScale - term.coefficient.scale
      guard let coefficient = Quantity.raised(term.coefficient.coefficient, by: power) else {
        return nil
      }
      terms.append(
        LinearComparison.Term(
          column: number, isPrevious: term.name.isPrevious, coefficient: coefficient,
          mayBeNegative: UnreadFigure.mayBeNegative(term.name.key.indicator),
          isWhole: column.unit == .count && column.scale == 0,
          isUnitUnclear: isUnitUnclear && column.unit.isMoney, parts: pool.parts(of: term.name)))
    }
    return terms
  }
}
