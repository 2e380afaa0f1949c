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
  let positions: [UInt32]
  /// The values that were derived for some body.
  private let derivedCodes: Set<String>
  /// Of how many bodies the value was derived.
  let derived: Int
  /// How many bodies there are.
  let bodies: Int
  /// How many positions there are, that of bodies without a value among them.
  var size: Int { values.count + 1 }

  /// - Parameters:
  ///   - reports: those that count.
  ///   - known: what was found of the bodies before.
  /// - Throws: `attributeNotKnown` where none of the bodies has the attribute.
  init(
    _ attribute: Attribute, of reports: SelectedReports, panel: Panel, directory: BodyDirectory,
    known: BodyAttribute? = nil
  ) throws(AnalysisError) {
    self.attribute = attribute
    let known = known ?? BodyAttribute(attribute, of: panel, directory: directory)
    // Of the bodies among the reports.
    var isSelected = Array(repeating: reports.isAll, count: panel.bodies.count)
    if !reports.isAll {
      for report in reports { isSelected[Int(panel.bodyOfReport[report])] = true }
    }
    var isUsed = Array(repeating: false, count: known.values.count)
    var (derived, bodies) = (0, 0)
    for body in panel.bodies.indices where isSelected[body] {
      bodies += 1
      let value = known.valueOfBody[body]
      if value >= 0 { isUsed[Int(value)] = true }
      if known.isDerived[body] { derived += 1 }
    }
    guard isUsed.contains(true) else { throw .attributeNotKnown(attribute) }
    let order = isUsed.indices.filter { isUsed[$0] }
    values = order.map { known.values[$0] }
    var positionOfValue = Array(repeating: UInt32(order.count), count: known.values.count + 1)
    for (position, value) in order.enumerated() { positionOfValue[value] = UInt32(position) }
    positions = panel.bodyOfReport.map { body in
      let value = known.valueOfBody[Int(body)]
      return positionOfValue[value >= 0 ? Int(value) : known.values.count]
    }
    derivedCodes = Set(order.filter { known.isDerivedValue[$0] }.map { known.values[$0].code })
    self.derived = derived
    self.bodies = bodies
  }

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
