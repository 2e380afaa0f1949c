import Yams

/// A YAML document as text and structure with positions, without YAML's implicit types: `no`,
/// `010` and `1:30` stay the text that they are.
public struct YAMLValue: Sendable {
  /// The three shapes of YAML. A scalar is text whether or not it was quoted.
  public indirect enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLValue])
    /// In the order of the file; keys are unique.
    case mapping([(key: YAMLValue, value: YAMLValue)])
  }

  /// What stands there; `text()`, `list()` and `YAMLMapping` read it and refuse other shapes.
  public let content: Content
  /// Where the value begins, both from 1.
  public let line: Int
  /// The column in that line; it counts Unicode scalars.
  public let column: Int

  /// Reads one document.
  public init(parsing text: String) throws(YAMLProblem) {
    let node: Node?
    do {
      // Without the resolver of implicit types, which tries patterns on every scalar for nothing.
      node = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw YAMLProblem(error)
    } catch {
      throw YAMLProblem(line: 1, column: 1, kind: .syntax(String(describing: error)))
    }
    guard let node else { throw YAMLProblem(line: 1, column: 1, kind: .empty) }
    self = try Self(node)
  }

  private init(_ node: Node) throws(YAMLProblem) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for element in sequence { values.append(try YAMLValue(element)) }
      content = .sequence(values)
    case .mapping(let mapping):
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      var seen: Set<String> = []
      for (key, value) in mapping {
        let key = try YAMLValue(key)
        let name = try key.text()
        guard seen.insert(name).inserted else { throw key.problem(.keyTwice(name)) }
        pairs.append((key, try YAMLValue(value)))
      }
      content = .mapping(pairs)
    case .alias:
      throw YAMLProblem(line: line, column: column, kind: .alias)
    }
  }

  /// A problem at this value's position.
  public func problem(_ kind: YAMLProblem.Kind) -> YAMLProblem {
    YAMLProblem(line: line, column: column, kind: kind)
  }

  /// The scalar's text.
  public func text() throws(YAMLProblem) -> String {
    guard case .scalar(let text) = content else { throw problem(.expected(.text)) }
    return text
  }

  /// The elements of a sequence.
  public func list() throws(YAMLProblem) -> [YAMLValue] {
    guard case .sequence(let values) = content else { throw problem(.expected(.list)) }
    return values
  }

  /// The whole number that the scalar spells in ASCII digits.
  public func wholeNumber() throws(YAMLProblem) -> Int {
    guard let number = Int(try text()) else { throw problem(.expected(.wholeNumber)) }
    return number
  }
}
