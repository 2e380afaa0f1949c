import ReportModel

/// The columns that several results have, with their names in data files and their headings.
enum Headings {
  static let body = text("body", "机关", "Body")
  static let year = ResultColumn(
    name: "year", heading: LocalizedText(chinese: "年度", english: "Year"), kind: .year)
  static let form = text("form", "格式", "Form")
  static let table = ResultColumn(
    name: "table", heading: LocalizedText(chinese: "表", english: "Table"), kind: .year)
  static let indicator = code("indicator", "指标", "Indicator")
  static let applicant = text("applicant", "申请人", "Applicant")
  static let value = figure("value", "数值", "Value")
  static let unit = text("unit", "单位", "Unit")
  static let status = text("status", "状态", "Status")
  static let printed = text("printed", "原文", "Printed")
  static let source = text("source", "文件", "Source")
  static let locator = code("locator", "位置", "Place")
  static let rule = code("rule", "规则", "Rule")
  static let severity = text("severity", "程度", "Severity")

  static func text(_ name: String, _ chinese: String, _ english: String) -> ResultColumn {
    ResultColumn(
      name: name, heading: LocalizedText(chinese: chinese, english: english), kind: .text)
  }

  static func code(_ name: String, _ chinese: String, _ english: String) -> ResultColumn {
    ResultColumn(
      name: name, heading: LocalizedText(chinese: chinese, english: english), kind: .code)
  }

  static func figure(_ name: String, _ chinese: String, _ english: String) -> ResultColumn {
    ResultColumn(
      name: name, heading: LocalizedText(chinese: chinese, english: english),
      kind: .figure(.count))
  }
}

extension ResultValue {
  /// A number, or a missing value.
  static func optional(_ quantity: Quantity?) -> ResultValue {
    quantity.map { .number($0) } ?? .missing
  }

  /// An applicant; nothing for indicators that have none.
  static func applicant(_ applicant: Applicant?) -> ResultValue {
    applicant.map { .term($0.rawValue, $0.label) } ?? .missing
  }

  /// A unit by its code.
  static func unit(_ unit: MeasureUnit) -> ResultValue { .term(unit.rawValue, unit.label) }

  static func status(_ status: CellStatus) -> ResultValue {
    .term(status.rawValue, status.label)
  }
}

extension CellStatus {
  /// What people read in place of the code.
  var label: LocalizedText {
    switch self {
    case .reported: LocalizedText(chinese: "已读", english: "reported")
    case .blank: LocalizedText(chinese: "空白", english: "blank")
    case .dash: LocalizedText(chinese: "横线", english: "dash")
    case .text: LocalizedText(chinese: "文字", english: "text")
    case .ambiguous: LocalizedText(chinese: "不确定", english: "ambiguous")
    case .absent: LocalizedText(chinese: "缺失", english: "absent")
    }
  }
}

extension Severity {
  var label: LocalizedText {
    switch self {
    case .error: LocalizedText(chinese: "错误", english: "error")
    case .warning: LocalizedText(chinese: "警告", english: "warning")
    case .question: LocalizedText(chinese: "疑问", english: "question")
    case .info: LocalizedText(chinese: "提示", english: "info")
    }
  }
}

extension Outcome {
  var label: LocalizedText {
    switch self {
    case .fail: LocalizedText(chinese: "不符", english: "fail")
    case .unknown: LocalizedText(chinese: "无法判定", english: "unknown")
    case .error: LocalizedText(chinese: "出错", english: "error")
    }
  }
}
