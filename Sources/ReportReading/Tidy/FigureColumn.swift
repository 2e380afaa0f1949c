/// The columns of a table with one figure a row, as `cells` writes it.
public enum FigureColumn: Int, CaseIterable, Sendable {
  case body, year, form, table, indicator, applicant, value, unit, status, printed, source, locator

  /// Without these a row says nothing.
  static let required: [FigureColumn] = [.body, .year, .indicator, .value]

  private static let names: [(name: String, chinese: String)] = [
    ("body", "机关"), ("year", "年度"), ("form", "格式"), ("table", "表"), ("indicator", "指标"),
    ("applicant", "申请人"), ("value", "数值"), ("unit", "单位"), ("status", "状态"),
    ("printed", "原文"), ("source", "文件"), ("locator", "位置"),
  ]

  /// The name in data files, the same in every language.
  public var name: String { Self.names[rawValue].name }

  /// The column of a name, in either language and whatever its case; spaces around it do not count.
  init?(name: String) {
    let name = WhiteSpace.trimmed(name).lowercased()
    guard let index = Self.names.firstIndex(where: { $0.name == name || $0.chinese == name }) else {
      return nil
    }
    self.init(rawValue: index)
  }
}
