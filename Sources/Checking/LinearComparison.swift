import Expressions
import Panel
import ReportModel

/// A comparison of two sums of figures, compiled for the columns of one panel: coefficients times
/// columns, no look-ups, nothing allocated for a report.
struct LinearComparison: Sendable {
  /// A column with its factor. All terms and constants of a comparison stand at one scale.
  struct Term: Sendable {
    let column: Int
    let isPrevious: Bool
    let coefficient: Int64
    let mayBeNegative: Bool
    /// Whether the figure is a whole number.
    let isWhole: Bool
    /// Whether the figure cannot be set beside the others for want of a common unit.
    let isUnitUnclear: Bool
    /// By report, what was read of a sum over other reports that is not whole.
    let parts: [UInt32: RelativeColumn.Part]

    /// What was read of it where the column has no figure.
    ///
    /// - Throws: `overflow` where even that leaves the range of numbers.
    func part(at report: Int) throws(EvaluationProblem.Kind) -> Int64 {
      guard !parts.isEmpty, let part = parts[UInt32(report)] else { return 0 }
      guard let sum = part.sum else { throw .overflow }
      return sum
    }
  }

  let comparison: Comparison
  let left: [Term]
  let right: [Term]
  let leftConstant: Int64
  let rightConstant: Int64
  /// Digits after the point of all sums.
  let scale: Int
  /// Left minus right, each column once; what bounds are worked out on.
  let difference: [Term]

  /// The truth where every figure was read, which it nearly always was; `nil` where the report
  /// needs a closer look.
  ///
  /// - Parameters:
  ///   - report: a position in the columns.
  ///   - previous: the position of the report of the year before.
  func quickTruth(at report: Int, previous: Int?, in columns: [PanelColumn]) -> Truth? {
    // A position that no column has: found out before it is used.
    let previous = previous ?? -1
    guard let leftSum = Self.sum(left, leftConstant, report, previous, columns),
      let rightSum = Self.sum(right, rightConstant, report, previous, columns)
    else { return nil }
    return Truth(comparison.holds(leftSum, rightSum))
  }

  /// - Throws: `overflow` where a side leaves the range of numbers.
  func truth(
    at report: Int, previous: Int?, in columns: [PanelColumn], blanks: BlankTreatment
  ) throws(EvaluationProblem.Kind) -> Truth {
    if let truth = quickTruth(at: report, previous: previous, in: columns) { return truth }
    return try carefulTruth(at: report, previous: previous ?? -1, in: columns, blanks: blanks)
  }

  /// A side: `nil` where a figure was not read, or the sum leaves the range on its way.
  private static func sum(
    _ terms: [Term], _ constant: Int64, _ report: Int, _ previous: Int,
    _ columns: [PanelColumn]
  ) -> Int64? {
    var total = constant
    var hasOverflow = false
    for term in terms {
      let position = term.isPrevious ? previous : report
      guard position >= 0, columns[term.column].state(at: position) == .reported,
        !term.isUnitUnclear
      else { return nil }
      let (product, productOverflow) = columns[term.column].value(at: position)
        .multipliedReportingOverflow(by: term.coefficient)
      let (next, sumOverflow) = total.addingReportingOverflow(product)
      total = next
      hasOverflow = hasOverflow || productOverflow || sumOverflow
    }
    return hasOverflow ? nil : total
  }

  private func carefulTruth(
    at report: Int, previous: Int, in columns: [PanelColumn], blanks: BlankTreatment
  ) throws(EvaluationProblem.Kind) -> Truth {
    var known = WideSum(from: 0)
    var left = WideSum(from: leftConstant)
    var right = WideSum(from: rightConstant)
    known.add(leftConstant, times: 1)
    known.add(rightConstant, times: -1)
    var open = OpenPart()
    for term in difference {
      let position = term.isPrevious ? previous : report
      guard position >= 0 else { return .notApplicable }
      switch columns[term.column].state(at: position) {
      case .notOnForm:
        return .notApplicable
      case .reported where !term.isUnitUnclear:
        known.add(columns[term.column].value(at: position), times: term.coefficient)
      case .blank where blanks == .asZero, .dash where blanks == .asZero:
        known.add(try term.part(at: position), times: term.coefficient)
      case .reported, .blank, .dash, .text, .ambiguous, .absent:
        known.add(try term.part(at: position), times: term.coefficient)
        open.add(term)
      }
    }
    for (terms, isLeft) in [(self.left, true), (self.right, false)] {
      for term in terms where !term.isUnitUnclear {
        let position = term.isPrevious ? previous : report
        let isRead = columns[term.column].state(at: position) == .reported
        let value =
          isRead ? columns[term.column].value(at: position) : try term.part(at: position)
        if isLeft { left.add(value, times: term.coefficient) }
        if !isLeft { right.add(value, times: term.coefficient) }
      }
    }
    guard let base = known.value, left.isWithinRange, right.isWithinRange else { throw .overflow }
    return open.truth(of: comparison, from: base)
  }
}

/// A sum with room beyond the range of figures.
private struct WideSum {
  private(set) var value: Int128?

  init(from start: Int64) {
    value = Int128(start)
  }

  /// Whether the sum is a number that a figure can have.
  var isWithinRange: Bool { value.map { Int64(exactly: $0) != nil } ?? false }

  mutating func add(_ figure: Int64, times coefficient: Int64) {
    guard let start = value else { return }
    let (product, productOverflow) = Int128(figure)
      .multipliedReportingOverflow(by: Int128(coefficient))
    let (sum, sumOverflow) = start.addingReportingOverflow(product)
    value = productOverflow || sumOverflow ? nil : sum
  }
}

/// What the figures that were not read can add to a difference.
private struct OpenPart {
  private var canGrow = false
  private var canShrink = false
  /// The greatest common divisor of the coefficients of whole figures: steps in which they move
  /// the difference. 0 where nothing is open, 1 where some figure is no whole number.
  private var step: UInt64 = 0

  mutating func add(_ term: LinearComparison.Term) {
    guard term.coefficient != 0 else { return }
    if term.mayBeNegative || term.coefficient > 0 { canGrow = true }
    if term.mayBeNegative || term.coefficient < 0 { canShrink = true }
    step = term.isWhole ? Self.divisor(step, term.coefficient.magnitude) : 1
  }

  func truth(of comparison: Comparison, from base: Int128) -> Truth {
    // 2 × a whole figure never makes up for an odd difference.
    if comparison == .equal || comparison == .notEqual, step > 1, base % Int128(step) != 0 {
      return Truth(comparison == .notEqual)
    }
    return comparison.truth(
      between: canShrink ? nil : base, and: canGrow ? nil : base, comparedWith: 0)
  }

  private static func divisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
