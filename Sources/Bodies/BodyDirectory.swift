import ReportModel

/// Answers what a body's attributes are: what was given, else what its administrative code or its
/// name tells.
public struct BodyDirectory: Sendable {
  /// What was given.
  public let table: AttributeTable
  /// The own columns in which every value is a number.
  private let numeric: Set<String>

  /// - Parameter table: what was given; the rest is derived.
  public init(_ table: AttributeTable = AttributeTable()) {
    self.table = table
    numeric = Set(
      table.ownNames.filter { name in
        let given = table.bodies.compactMap { table.text(.own(name), of: $0) }
        return !given.isEmpty && given.allSatisfy { Quantity($0) != nil }
      })
  }

  /// What names tell; asked for only where a body is, since reading their file takes longer than
  /// everything else here.
  private var names: BodyNames { .standard }

  /// Nothing given: everything is derived.
  public static let derivedOnly = BodyDirectory()

  /// Every attribute that can be asked for, the built-in ones first.
  public var attributes: [Attribute] {
    Attribute.builtIn + table.ownNames.map { .own($0) }
  }

  /// The attribute of a name: built-in in either language, or an own column.
  public func attribute(named name: String) -> Attribute? {
    if let builtIn = Attribute(builtIn: name) { return builtIn }
    return table.ownNames.contains(name) ? .own(name) : nil
  }

  /// Whether every value of the attribute is a number.
  public func isNumeric(_ attribute: Attribute) -> Bool {
    if case .own(let name) = attribute { numeric.contains(name) } else { false }
  }

  /// - Returns: `nil` where the attribute is neither given nor told by code or name.
  public func value(_ attribute: Attribute, of body: String) -> AttributeValue? {
    switch attribute {
    case .region:
      return region(of: body).map {
        AttributeValue($0.text, label: LocalizedText(verbatim: $0.text))
      }
    case .province:
      return region(of: body).map { code in
        AttributeValue(
          code.province,
          label: names.provinces[code.provinceDigits] ?? LocalizedText(verbatim: code.province))
      }
    case .prefecture:
      return region(of: body)?.prefecture.map {
        AttributeValue($0, label: LocalizedText(verbatim: $0))
      }
    case .level:
      if let given = table.text(.level, of: body).flatMap({ BodyLevel(rawValue: $0) }) {
        return AttributeValue(given.rawValue, label: given.label)
      }
      let derived = region(of: body)?.level ?? names.derived(from: body).level
      return derived.map { AttributeValue($0.rawValue, label: $0.label, isDerived: true) }
    case .sector:
      if let given = table.text(.sector, of: body) {
        return AttributeValue(
          given, label: names.sector(named: given)?.label ?? LocalizedText(verbatim: given))
      }
      return names.derived(from: body).sector.map {
        AttributeValue($0.code, label: $0.label, isDerived: true)
      }
    case .parent:
      return table.text(.parent, of: body).map {
        AttributeValue($0, label: LocalizedText(verbatim: $0))
      }
    case .own(let name):
      return table.text(attribute, of: body).map { text in
        AttributeValue(
          text, label: LocalizedText(verbatim: text),
          number: numeric.contains(name) ? Quantity(text) : nil)
      }
    }
  }

  /// A body's level and sector, its name taken apart at most once.
  ///
  /// - Returns: `nil` unless both are given or told by code or name.
  public func kind(of body: String) -> (level: BodyLevel, sector: String)? {
    let given = (
      level: table.text(.level, of: body).flatMap { BodyLevel(rawValue: $0) }
        ?? region(of: body)?.level,
      sector: table.text(.sector, of: body)
    )
    if let level = given.level, let sector = given.sector { return (level, sector) }
    let derived = names.derived(from: body)
    guard let level = given.level ?? derived.level,
      let sector = given.sector ?? derived.sector?.code
    else { return nil }
    return (level, sector)
  }

  /// The code that a user means by a value of the attribute, such as `county` by 县级; the text
  /// itself where it is no such name.
  public func code(meantBy text: String, of attribute: Attribute) -> String {
    switch attribute {
    case .level: BodyLevel(named: text)?.rawValue ?? text
    case .sector: names.sector(named: text)?.code ?? text
    case .province:
      names.provinces.first { $0.value.chinese == text || $0.value.english == text }
        .map { $0.key + "0000" } ?? text
    case .region, .prefecture, .parent, .own: text
    }
  }

  /// Values in the order in which results list them: levels from the nation down, numbers by size,
  /// all else by Unicode scalars.
  public func precedes(_ one: AttributeValue, _ other: AttributeValue, of attribute: Attribute)
    -> Bool
  {
    if attribute == .level, let first = BodyLevel(rawValue: one.code),
      let second = BodyLevel(rawValue: other.code)
    {
      return first.position < second.position
    }
    if let first = one.number, let second = other.number, first != second { return first < second }
    return one.code.utf8.lexicographicallyPrecedes(other.code.utf8)
  }

  private func region(of body: String) -> RegionCode? {
    table.text(.region, of: body).flatMap { RegionCode($0) }
  }
}
