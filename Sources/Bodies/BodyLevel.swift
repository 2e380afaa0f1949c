import ReportModel

/// The rank of a body in the administrative order: that of the place that it belongs to, not that of
/// its head. A district of Shanghai is of a county's level, as its administrative code says.
public enum BodyLevel: String, Sendable, CaseIterable, Hashable {
  case nation, province, prefecture, county, township
  /// A development zone and the like: its rank is its own, and its name does not tell it.
  case zone

  /// What people read in place of the code.
  public var label: LocalizedText {
    switch self {
    case .nation: LocalizedText(chinese: "国家", english: "nation")
    case .province: LocalizedText(chinese: "省级", english: "province")
    case .prefecture: LocalizedText(chinese: "地级", english: "prefecture")
    case .county: LocalizedText(chinese: "县级", english: "county")
    case .township: LocalizedText(chinese: "乡级", english: "township")
    case .zone: LocalizedText(chinese: "功能区", english: "zone")
    }
  }

  /// The level of a name in either language; `nil` for anything else.
  public init?(named name: String) {
    let lowered = name.lowercased()
    let match = Self.allCases.first {
      $0.rawValue == lowered || $0.label.chinese == name || $0.furtherNames.contains(name)
    }
    guard let match else { return nil }
    self = match
  }

  private var furtherNames: [String] {
    switch self {
    case .nation: ["国家级", "中央"]
    case .province: ["省"]
    case .prefecture: ["地市级", "市级", "设区市"]
    case .county: ["区县级", "县"]
    case .township: ["乡镇级", "乡镇"]
    case .zone: ["开发区"]
    }
  }

  /// The level's place in the order, from 0.
  public var position: Int {
    switch self {
    case .nation: 0
    case .province: 1
    case .prefecture: 2
    case .county: 3
    case .township: 4
    case .zone: 5
    }
  }
}
