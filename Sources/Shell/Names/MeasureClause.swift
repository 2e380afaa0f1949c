import Analysis

/// `as MEASURE`: what a comparison shows of its values.
struct MeasureClause: Sendable {
  private enum Kind: String, CaseIterable {
    case count, share, change, growth, index, median, p10, p25, p75, p90

    var chinese: String {
      switch self {
      case .count: "数量"
      case .share: "占比"
      case .change: "变化"
      case .growth: "增长"
      case .index: "指数"
      case .median: "中位数"
      case .p10: "第10百分位"
      case .p25: "第25百分位"
      case .p75: "第75百分位"
      case .p90: "第90百分位"
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
    case .median: .percentile(50)
    case .p10: .percentile(10)
    case .p25: .percentile(25)
    case .p75: .percentile(75)
    case .p90: .percentile(90)
    }
  }
}
