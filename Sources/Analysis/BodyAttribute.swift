import Bodies
import Dispatch
import Panel
import ReportModel
import Synchronization

/// The values of an attribute for all bodies of a panel.
struct BodyAttribute: Sendable {
  /// Each once, in the order in which results list them.
  let values: [AttributeValue]
  /// For each body of the panel the position of its value; -1 where it has none.
  let valueOfBody: [Int32]
  /// For each body whether its value was derived.
  let isDerived: [Bool]
  /// For each value whether it was derived for some body.
  let isDerivedValue: [Bool]

  init(_ attribute: Attribute, of panel: Panel, directory: BodyDirectory) {
    let found = Self.values(of: attribute, panel.bodies, directory)
    var labels: [String: AttributeValue] = [:]
    for value in found.lazy.compactMap({ $0 }) { labels[value.code] = value }
    let values = labels.values.sorted { directory.precedes($0, $1, of: attribute) }
    let numbers = Dictionary(
      values.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    valueOfBody = found.map { value in value.flatMap { numbers[$0.code] } ?? -1 }
    isDerived = found.map { $0?.isDerived == true }
    var isDerivedValue = Array(repeating: false, count: values.count)
    for (body, number) in valueOfBody.enumerated() where number >= 0 && isDerived[body] {
      isDerivedValue[Int(number)] = true
    }
    self.isDerivedValue = isDerivedValue
    self.values = values
  }

  /// On all cores: names take long to come apart.
  private static func values(
    of attribute: Attribute, _ bodies: [String], _ directory: BodyDirectory
  ) -> [AttributeValue?] {
    var found = [AttributeValue?](repeating: nil, count: bodies.count)
    let parts = min(64, max(1, bodies.count))
    found.withUnsafeMutableBufferPointer { found in
      // Each iteration writes to the elements of its own part only.
      nonisolated(unsafe) let found = found
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for body in (bodies.count * part / parts)..<(bodies.count * (part + 1) / parts) {
          found[body] = directory.value(attribute, of: bodies[body])
        }
      }
    }
    return found
  }
}

/// Remembers what was found of the bodies of one panel in one directory, so that names are taken
/// apart once and not in every query.
public final class KnownBodyAttributes: Sendable {
  private let panel: Panel
  private let directory: BodyDirectory
  private let known = Mutex<[Attribute: BodyAttribute]>([:])
  private let orders = Mutex<[Attribute: AttributeOrder]>([:])

  /// Nothing is found yet.
  public init(panel: Panel, directory: BodyDirectory) {
    self.panel = panel
    self.directory = directory
  }

  subscript(attribute: Attribute) -> BodyAttribute {
    if let found = known.withLock({ $0[attribute] }) { return found }
    let found = BodyAttribute(attribute, of: panel, directory: directory)
    known.withLock { $0[attribute] = found }
    return found
  }

  /// The order of an attribute's values among some reports; that among all is remembered.
  ///
  /// - Throws: `attributeNotKnown` where none of the bodies has the attribute.
  func order(
    of attribute: Attribute, among reports: SelectedReports
  ) throws(AnalysisError) -> AttributeOrder {
    if reports.isAll, let found = orders.withLock({ $0[attribute] }) { return found }
    let found = try AttributeOrder(
      attribute, of: reports, panel: panel, directory: directory, known: self[attribute])
    if reports.isAll { orders.withLock { $0[attribute] = found } }
    return found
  }
}
