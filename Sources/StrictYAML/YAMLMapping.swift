/// A mapping whose keys are all known.
public struct YAMLMapping: Sendable {
  /// The mapping as it stands in the file: problems with it as a whole are reported there.
  public let node: YAMLValue
  private let values: [String: YAMLValue]

  /// - Parameter allowed: every key that may stand there; any other one is refused where it stands.
  public init(_ node: YAMLValue, allowing allowed: [String]) throws(YAMLProblem) {
    guard case .mapping(let pairs) = node.content else { throw node.problem(.expected(.mapping)) }
    var values: [String: YAMLValue] = [:]
    for pair in pairs {
      let name = try pair.key.text()
      guard allowed.contains(name) else {
        throw pair.key.problem(.unknownKey(name, allowed: allowed))
      }
      values[name] = pair.value
    }
    self.node = node
    self.values = values
  }

  /// Reads what can be read: unknown keys are left out, each with a problem of its own.
  ///
  /// - Returns: `nil` for what is no mapping.
  public init?(
    _ node: YAMLValue, allowing allowed: [String], collecting problems: inout [YAMLProblem]
  ) {
    guard case .mapping(let pairs) = node.content else {
      problems.append(node.problem(.expected(.mapping)))
      return nil
    }
    var values: [String: YAMLValue] = [:]
    for pair in pairs {
      guard case .scalar(let name) = pair.key.content else {
        problems.append(pair.key.problem(.expected(.text)))
        continue
      }
      if allowed.contains(name) {
        values[name] = pair.value
      } else {
        problems.append(pair.key.problem(.unknownKey(name, allowed: allowed)))
      }
    }
    self.node = node
    self.values = values
  }

  /// The value of a key that may be left out.
  public subscript(key: String) -> YAMLValue? { values[key] }

  /// The value of a key that must be there.
  public func required(_ key: String) throws(YAMLProblem) -> YAMLValue {
    guard let value = values[key] else { throw node.problem(.missingKey(key)) }
    return value
  }

  /// The text of a key that must be there.
  public func text(_ key: String) throws(YAMLProblem) -> String {
    try required(key).text()
  }

  /// The elements of a key that may be left out.
  public func list(_ key: String) throws(YAMLProblem) -> [YAMLValue] {
    guard let value = values[key] else { return [] }
    return try value.list()
  }

  /// The texts of a list that may be left out.
  public func texts(_ key: String) throws(YAMLProblem) -> [String] {
    var texts: [String] = []
    for value in try list(key) { texts.append(try value.text()) }
    return texts
  }
}
