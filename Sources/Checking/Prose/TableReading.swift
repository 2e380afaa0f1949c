import Expressions
import Forms
import ReportModel

/// Where the tables have what a claim is about.
struct TableReading: Sendable {
  /// As people read it.
  let shown: Expression
  /// With the formulas of derived indicators in their place; what is worked out.
  let worked: Expression

  /// The readings of a meaning: the figure that the tables print, and what its parts come to. A
  /// total that is blank or wrong is no fault of the text.
  ///
  /// - Parameter applicants: whose requests; the total column where empty.
  /// - Returns: the printed figure first; none where a code is unknown.
  static func readings(
    of codes: [IndicatorCode], applicants: [Applicant], in catalog: FormCatalog
  ) -> [TableReading] {
    let printed = applicants.isEmpty ? [Applicant.total] : applicants
    guard let own = TableReading(codes, applicants: printed, in: catalog) else { return [] }
    var readings = [own]
    if applicants.isEmpty, codes.contains(where: { catalog.indicators[$0]?.hasApplicants == true })
    {
      let all = Applicant.allCases.filter { $0 != .total }
      if let added = TableReading(codes, applicants: all, in: catalog) { readings.append(added) }
    }
    if own.worked.names.contains(where: { $0.name.isTotal }) {
      readings.append(TableReading(shown: own.shown, worked: own.worked.addingParts))
    }
    return readings
  }

  private init(shown: Expression, worked: Expression) {
    self.shown = shown
    self.worked = worked
  }

  private init?(_ codes: [IndicatorCode], applicants: [Applicant], in catalog: FormCatalog) {
    var names: [Expression] = []
    for code in codes {
      guard let indicator = catalog.indicators[code] else { return nil }
      for applicant in indicator.hasApplicants ? applicants.map(Optional.some) : [nil] {
        names.append(Expression(.name(Name(code.text, applicant: applicant)), at: .nowhere))
      }
    }
    guard let first = names.first else { return nil }
    shown = names.dropFirst().reduce(first) {
      Expression(.arithmetic(.add, $0, $1), at: .nowhere)
    }
    let binder = NameBinder(binding: RuleBinding(), catalog: catalog)
    guard let worked = try? binder.expanded(shown) else { return nil }
    self.worked = worked
  }

  /// The same in the report of the year before.
  var previous: TableReading {
    TableReading(shown: shown.inPreviousYear, worked: worked.inPreviousYear)
  }
}

extension Name {
  /// The total of a group of results or outcomes: `outcome.total`, `review.total`.
  fileprivate var isTotal: Bool { words.hasSuffix(".total") }
}

extension Expression {
  /// With every total as the sum of what stands beside it.
  fileprivate var addingParts: Expression {
    replacingNames { name, range in
      guard name.isTotal, !name.isPattern else { return nil }
      let all = Name(
        name.words.dropLast("total".count) + "*", applicant: name.applicant,
        isPrevious: name.isPrevious)
      return .sum(
        [Expression(.name(all), at: range)], except: [Expression(.name(name), at: range)])
    }
  }

  fileprivate var inPreviousYear: Expression {
    replacingNames { name, _ in
      .name(Name(name.words, applicant: name.applicant, isPrevious: true))
    }
  }
}

extension SourceRange {
  /// Of what is made and stands in no text.
  static let nowhere = SourceRange(offset: 0, length: 0)
}
