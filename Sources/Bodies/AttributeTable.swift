/// What is known of bodies besides their reports: attributes that were given, by body.
public struct AttributeTable: Hashable, Sendable {
  /// The names of the user's own columns, in the order in which they came.
  public private(set) var ownNames: [String] = []
  private var values: [String: [Attribute: String]] = [:]

  /// A table without bodies.
  public init() {}

  /// Whether nothing was given.
  public var isEmpty: Bool { values.isEmpty }

  /// The bodies of which something was given, by Unicode scalars.
  public var bodies: [String] {
    values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bodies of which an attribute was given, by Unicode scalars, with what it is.
  public func given(_ attribute: Attribute) -> [(body: String, text: String)] {
    values.compactMap { body, own in own[attribute].map { (body: body, text: $0) } }
      .sorted { $0.body.utf8.lexicographicallyPrecedes($1.body.utf8) }
  }

  /// What was given of a body, as it is stored; `nil` where nothing was.
  public func text(_ attribute: Attribute, of body: String) -> String? {
    values[body]?[attribute]
  }

  /// Gives a body an attribute, or takes it away where `text` is `nil`. The body is known from then
  /// on even without one.
  public mutating func set(_ attribute: Attribute?, of body: String, to text: String?) {
    var own = values[body] ?? [:]
    if let attribute {
      own[attribute] = text
      if case .own(let name) = attribute, !ownNames.contains(name) { ownNames.append(name) }
    }
    values[body] = own
  }

  /// Takes over what another table says of its bodies: of an attribute in both, the other's counts.
  public mutating func merge(_ other: AttributeTable) {
    for name in other.ownNames where !ownNames.contains(name) { ownNames.append(name) }
    for (body, given) in other.values {
      values[body, default: [:]].merge(given) { _, new in new }
    }
  }

  /// Bodies each of which is right below the next, the last below the first: a mistake.
  ///
  /// - Parameter start: where to look upwards from.
  func parentCircle(from start: String) -> [String]? {
    var path = [start]
    while let last = path.last, let parent = text(.parent, of: last) {
      if let first = path.firstIndex(of: parent) { return Array(path[first...]) }
      path.append(parent)
    }
    return nil
  }
}
