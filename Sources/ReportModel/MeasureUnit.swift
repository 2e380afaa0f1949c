/// What a figure counts or measures.
public enum MeasureUnit: String, Sendable, CaseIterable {
  /// A number of things: documents, decisions, requests, cases (件).
  case count
  /// Money in 10,000 yuan (万元), the unit of the form of 2021.
  case tenThousandYuan = "10k-yuan"
  /// Money in yuan (元).
  case yuan
  /// Money whose unit neither the form nor the page states.
  case unstatedMoney = "money"
  /// A share of one (0.25 is a quarter).
  case ratio

  /// Whether it is an amount of money. Money alone may come in another unit than the form's.
  public var isMoney: Bool {
    switch self {
    case .tenThousandYuan, .yuan, .unstatedMoney: true
    case .count, .ratio: false
    }
  }

  /// The word that stands behind a figure.
  public var label: LocalizedText {
    switch self {
    case .count: LocalizedText(chinese: "件", english: "count")
    case .tenThousandYuan: LocalizedText(chinese: "万元", english: "10,000 yuan")
    case .yuan: LocalizedText(chinese: "元", english: "yuan")
    case .unstatedMoney:
      LocalizedText(chinese: "金额（单位未注明）", english: "money (unit not stated)")
    case .ratio: LocalizedText(chinese: "比率", english: "ratio")
    }
  }
}
