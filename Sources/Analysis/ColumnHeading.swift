import ReportModel

/// The columns of answers: their names in data files and their headings.
public enum ColumnHeading {
  /// The calendar year of the report.
  public static let year = ResultColumn(
    name: "year", heading: LocalizedText(chinese: "年度", english: "Year"), kind: .year)
  /// The body that publishes the report.
  public static let body = ResultColumn(
    name: "body", heading: LocalizedText(chinese: "机关", english: "Body"), kind: .text)
  /// Who asked.
  public static let applicant = ResultColumn(
    name: "applicant", heading: LocalizedText(chinese: "申请人", english: "Applicant"), kind: .text)
  /// The form of the table that carries the indicator.
  public static let form = ResultColumn(
    name: "form", heading: LocalizedText(chinese: "格式", english: "Form"), kind: .text)
  /// What is measured.
  public static let indicator = ResultColumn(
    name: "indicator", heading: LocalizedText(chinese: "指标", english: "Indicator"), kind: .text)
  /// The number of reports whose figures are in the values of the row.
  public static let reports = ResultColumn(
    name: "reports", heading: LocalizedText(chinese: "年报数", english: "Reports"),
    kind: .figure(.count))
  /// The number of reports of the row, read or not.
  ///
  /// - Parameter besideReports: whether the column stands behind `reports`, which its short English
  ///   heading continues.
  public static func reportsSelected(besideReports: Bool) -> ResultColumn {
    ResultColumn(
      name: "reports_selected",
      heading: LocalizedText(
        chinese: "所选年报", english: besideReports ? "Of" : "Reports selected"),
      kind: .figure(.count))
  }
  /// The number of bodies whose figures are in the value of the row.
  public static let bodies = ResultColumn(
    name: "bodies", heading: LocalizedText(chinese: "机关数", english: "Bodies"),
    kind: .figure(.count))
  /// A sparkline.
  public static let trend = ResultColumn(
    name: "trend", heading: LocalizedText(chinese: "走势", english: "Trend"), kind: .text)

  /// The column of one year in a table that has years across.
  public static func ofYear(_ year: Int, kind: ResultColumn.Kind) -> ResultColumn {
    ResultColumn(name: String(year), heading: LocalizedText(verbatim: String(year)), kind: kind)
  }

  /// The change from the first value of a row of years to the last.
  static func overallChange(_ kind: ResultColumn.Kind) -> ResultColumn {
    ResultColumn(
      name: "change", heading: LocalizedText(chinese: "首末变化", english: "Change first to last"),
      kind: kind)
  }

  static func of(_ dimension: Dimension) -> ResultColumn {
    switch dimension {
    case .year: year
    case .body: body
    case .applicant: applicant
    case .form: form
    case .indicator: indicator
    case .attribute(let attribute):
      ResultColumn(name: attribute.name, heading: attribute.label, kind: .text)
    }
  }

  /// An indicator's values: `penalty.decisions`, `requests.new[firm]`, `rate.refusal.change`.
  static func values(
    of indicator: Indicator, applicant: Applicant?, measure: Measure, over dimensions: [Dimension],
    unit: MeasureUnit
  ) -> ResultColumn {
    let key = CellKey(indicator.code, applicant).description
    return ResultColumn(
      name: measure == .count ? key : "\(key).\(measure.name)",
      heading: title(of: indicator, applicant: applicant, measure: measure, over: dimensions),
      kind: kind(measure: measure, unit: unit))
  }

  /// The values of a table that has a row for each indicator.
  static func values(
    measure: Measure, over dimensions: [Dimension], unit: MeasureUnit
  ) -> ResultColumn {
    ResultColumn(
      name: measure == .count ? "value" : measure.name, heading: measure.label(over: dimensions),
      kind: kind(measure: measure, unit: unit))
  }

  /// What is measured of whom: `Granted, firms: share of all years`.
  static func title(
    of indicator: Indicator, applicant: Applicant?, measure: Measure = .count,
    over dimensions: [Dimension] = []
  ) -> LocalizedText {
    var (chinese, english) = (indicator.label.chinese, indicator.label.english)
    if let applicant {
      chinese += "（\(applicant.label.chinese)）"
      english += ", \(applicant.label.english)"
    }
    if indicator.isDerived {
      chinese += "（计算值）"
      english += " (derived)"
    }
    if measure != .count {
      let label = measure.label(over: dimensions)
      chinese += "：\(label.chinese)"
      english += ": \(label.english)"
    }
    return LocalizedText(chinese: chinese, english: english)
  }

  static func kind(measure: Measure, unit: MeasureUnit) -> ResultColumn.Kind {
    switch measure {
    case .count, .percentile: unit == .ratio ? .share : .figure(unit)
    case .change: unit == .ratio ? .points : .figure(unit)
    case .share, .growth: .share
    case .index: .figure(.ratio)
    }
  }
}

extension Measure {
  /// What people call it in a comparison over these dimensions, on which it depends what a share is
  /// a share of.
  func label(over dimensions: [Dimension]) -> LocalizedText {
    switch self {
    case .count: LocalizedText(chinese: "数值", english: "value")
    case .share: ShareWhole(dimensions).label
    case .change: LocalizedText(chinese: "比上年增减", english: "change")
    case .growth: LocalizedText(chinese: "比上年增长", english: "growth")
    case .index(let base):
      LocalizedText(chinese: "指数（\(base)年=100）", english: "index (\(base) = 100)")
    case .percentile(50):
      LocalizedText(chinese: "各机关中位数", english: "median of the bodies")
    case .percentile(let percent):
      LocalizedText(
        chinese: "各机关第\(percent)百分位数", english: "percentile \(percent) of the bodies")
    }
  }
}
