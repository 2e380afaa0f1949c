import ReportModel

/// A property of a body by which figures can be grouped and bodies chosen.
public enum Attribute: Hashable, Sendable {
  /// The administrative code of the body's place.
  case region
  /// The province that the code lies in.
  case province
  /// The prefecture that the code lies in.
  case prefecture
  case level
  case sector
  /// The body right above it.
  case parent
  /// A column of the user's own, by its name.
  case own(String)

  /// Those that every body may have, in the order in which they are listed.
  public static let builtIn: [Attribute] = [
    .region, .province, .prefecture, .level, .sector, .parent,
  ]

  /// Those that a file of attributes or the store can hold.
  public static let stored: [Attribute] = [.region, .level, .sector, .parent]

  /// The name in commands, files and the store.
  public var name: String {
    switch self {
    case .region: "region"
    case .province: "province"
    case .prefecture: "prefecture"
    case .level: "level"
    case .sector: "sector"
    case .parent: "parent"
    case .own(let name): name
    }
  }

  /// What people read above a column.
  public var label: LocalizedText {
    switch self {
    case .region: LocalizedText(chinese: "区划", english: "Region")
    case .province: LocalizedText(chinese: "省份", english: "Province")
    case .prefecture: LocalizedText(chinese: "地市", english: "Prefecture")
    case .level: LocalizedText(chinese: "层级", english: "Level")
    case .sector: LocalizedText(chinese: "领域", english: "Sector")
    case .parent: LocalizedText(chinese: "上级", english: "Parent")
    case .own(let name): LocalizedText(verbatim: name)
    }
  }

  /// Every name of a built-in attribute in either language.
  public var names: [String] {
    switch self {
    case .region: ["region", "区划", "行政区划", "行政区划代码"]
    case .province: ["province", "省份", "省"]
    case .prefecture: ["prefecture", "地市"]
    case .level: ["level", "层级", "级别"]
    case .sector: ["sector", "领域", "部门类别"]
    case .parent: ["parent", "上级", "上级机关"]
    case .own(let name): [name]
    }
  }

  /// The built-in attribute of a name in either language.
  public init?(builtIn name: String) {
    let lowered = name.lowercased()
    guard let match = Self.builtIn.first(where: { $0.names.contains(lowered) }) else { return nil }
    self = match
  }
}

/// What a body has of an attribute.
public struct AttributeValue: Hashable, Sendable {
  /// What data files carry and conditions compare.
  public let code: String
  /// What people read.
  public let label: LocalizedText
  /// The number that the code is, in a column in which every value is one.
  public let number: Quantity?
  /// Whether it was derived from the body's name or from its administrative code instead of given.
  public let isDerived: Bool

  init(_ code: String, label: LocalizedText, number: Quantity? = nil, isDerived: Bool = false) {
    self.code = code
    self.label = label
    self.number = number
    self.isDerived = isDerived
  }
}
