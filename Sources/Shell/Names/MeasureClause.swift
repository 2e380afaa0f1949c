import Analysis

/// `as MEASURE`: what a comparison shows of its values.
struct MeasureClause: Sendable {
  private enum Kind: String, CaseIterable {
    case count, share, change, growth, index

    var chinese: String {
      switch self {
      case .count: "数量"
      case .share: "占比"
      case .change: "变化"
      case .growth: "增长"
      case .index: "指数"
      }
    }
  }

  /// The names of all measures in both languages.
  static let names = Kind.allCases.flatMap { [$0.rawValue, $0.chinese] }

  private let kind: Kind
  /// The base year of an index, where one is named.
  private let base: Int?

  /// Reads the measure's name and, behind `index`, a base year.
  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let token = try arguments.takeText(.measure)
    let lowered = token.text.lowercased()
    guard let kind = Kind.allCases.first(where: { $0.rawValue == lowered || $0.chinese == lowered })
    else {
      throw ShellError(
        .unknownName(.measure, token.text, nearest: NearestNames.among(Self.names, token.text)),
        at: token.range)
    }
    self.kind = kind
    guard kind == .index, arguments.hasOperand, let year = arguments.next() else {
      base = nil
      return
    }
    guard let range = YearSet.range(year.text), range.count == 1 else {
      throw ShellError(.badYears(year.text), at: year.range)
    }
    base = range.lowerBound
  }

  /// - Parameter firstYear: the base of an index that names none.
  func measure(firstYear: Int) -> Measure {
    switch kind {
    case .count: .count
    case .share: .share
    case .change: .change
    case .growth: .growth
    case .index: .index(base: base ?? firstYear)
    }
  }
}
