import Bodies
import Panel
import ReportModel

/// The values of an attribute among the bodies of some reports, in the order in which results list
/// them, with the value of each report's body.
struct AttributeOrder: Sendable {
  let attribute: Attribute
  /// Each once; bodies without a value are behind the last.
  private let values: [AttributeValue]
  /// For each report of the panel the position of its body's value.
  private let positions: [Int]
  /// The values that were derived for some body.
  private let derivedCodes: Set<String>
  /// Of how many bodies the value was derived.
  let derived: Int
  /// How many bodies there are.
  let bodies: Int

  /// - Parameter reports: those that count.
  /// - Throws: `attributeNotKnown` where none of the bodies has the attribute.
  init(
    _ attribute: Attribute, of reports: [Int], panel: Panel, directory: BodyDirectory
  ) throws(AnalysisError) {
    self.attribute = attribute
    var found: [(reports: [Int], value: AttributeValue?)] = []
    var last: String?
    for report in reports {
      let body = panel.reports[report].body
      if let last, last.utf8.elementsEqual(body.utf8) {
        found[found.count - 1].reports.append(report)
      } else {
        found.append(([report], directory.value(attribute, of: body)))
      }
      last = body
    }
    var labels: [String: AttributeValue] = [:]
    for value in found.compactMap(\.value) { labels[value.code] = value }
    guard !labels.isEmpty else { throw .attributeNotKnown(attribute) }
    values = labels.values.sorted { directory.precedes($0, $1, of: attribute) }
    let numbers = Dictionary(
      values.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var positions = Array(repeating: values.count, count: panel.reports.count)
    for (reports, value) in found {
      guard let number = value.flatMap({ numbers[$0.code] }) else { continue }
      for report in reports { positions[report] = number }
    }
    self.positions = positions
    derivedCodes = Set(found.compactMap(\.value).filter(\.isDerived).map(\.code))
    derived = found.count { $0.value?.isDerived == true }
    bodies = found.count
  }

  /// The position of the value of a report's body.
  subscript(report: Int) -> Int { positions[report] }

  /// What stands in the row of a value.
  func label(_ position: Int) -> ResultValue {
    guard position < values.count else {
      return .term("", LocalizedText(chinese: "（未知）", english: "(not known)"))
    }
    let value = values[position]
    return ResultValue(
      .term(value.code, value.label), flags: derivedCodes.contains(value.code) ? [.deduced] : [])
  }

  /// What the flag of derived values means.
  var footnote: Footnote? {
    guard derived > 0 else { return nil }
    return Footnote(
      flag: .deduced,
      text: LocalizedText(
        chinese: "\(attribute.label.chinese)：\(bodies)个机关中有\(derived)个由名称或区划代码推得。",
        english: "\(attribute.label.english) – told by the name or the region of "
          + "\(derived) of \(bodies) bodies."))
  }
}
