import ReportModel
import StrictYAML

/// The resource file of names as tables to look things up in.
struct BodyNameFile {
  private(set) var sectors: [Sector] = []
  private(set) var provinces: [String: LocalizedText] = [:]
  /// How names of offices end, with the position of their sector.
  private(set) var offices: [String: Int] = [:]
  private(set) var ends: [String: BodyLevel] = [:]
  private(set) var named: [String: BodyLevel] = [:]

  init(yaml: String) throws(YAMLProblem) {
    let root = try YAMLMapping(
      YAMLValue(parsing: yaml), allowing: ["places", "named", "endings", "sectors", "provinces"])
    for node in try root.required("places").list() {
      let mapping = try YAMLMapping(node, allowing: ["level", "ends"])
      let level = try Self.level(mapping)
      for end in try mapping.texts("ends") { ends[end] = level }
    }
    for node in try root.required("named").list() {
      let mapping = try YAMLMapping(node, allowing: ["level", "names"])
      let level = try Self.level(mapping)
      for name in try mapping.texts("names") { named[name] = level }
    }
    let endings = try root.texts("endings")
    for node in try root.required("sectors").list() {
      let mapping = try YAMLMapping(node, allowing: ["code", "zh", "en", "stems", "names"])
      let names = try mapping.texts("names")
      let stems = try mapping.texts("stems")
      let wholes = names + stems.flatMap { stem in endings.map { stem + $0 } }
      for name in wholes {
        // Two sectors with one name would be told apart by their order in the file alone.
        guard offices[name] == nil else { throw node.problem(.keyTwice(name)) }
        offices[name] = sectors.count
      }
      sectors.append(
        Sector(
          code: try mapping.text("code"),
          label: LocalizedText(chinese: try mapping.text("zh"), english: try mapping.text("en"))))
    }
    for node in try root.required("provinces").list() {
      let mapping = try YAMLMapping(node, allowing: ["code", "zh", "en"])
      provinces[try mapping.text("code")] = LocalizedText(
        chinese: try mapping.text("zh"), english: try mapping.text("en"))
    }
  }

  private static func level(_ mapping: YAMLMapping) throws(YAMLProblem) -> BodyLevel {
    let value = try mapping.required("level")
    let name = try value.text()
    guard let level = BodyLevel(rawValue: name) else {
      throw value.problem(.badValue(name, allowed: BodyLevel.allCases.map(\.rawValue)))
    }
    return level
  }
}
