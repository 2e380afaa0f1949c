import StrictYAML

/// Gathers what is wrong with a rule file while as much of it as possible is read.
struct RuleFileMistakes {
  private(set) var problems: [RuleFileProblem] = []

  mutating func add(_ problem: RuleFileProblem) {
    problems.append(problem)
  }

  mutating func add(_ value: YAMLValue, _ kind: RuleFileProblem.Kind) {
    add(RuleFileProblem(line: value.line, column: value.column, kind: kind))
  }

  /// What a reading gives, or `nil` with its problem kept.
  mutating func value<Value>(_ read: () throws(YAMLProblem) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      add(RuleFileProblem(error))
      return nil
    }
  }

  /// A mapping with its unknown keys left out.
  mutating func mapping(_ node: YAMLValue, allowing keys: [String]) -> YAMLMapping? {
    var problems: [YAMLProblem] = []
    let mapping = YAMLMapping(node, allowing: keys, collecting: &problems)
    for problem in problems { add(RuleFileProblem(problem)) }
    return mapping
  }

  /// The value of a key that must be there.
  mutating func required<Value>(
    _ key: String, of mapping: YAMLMapping,
    _ read: (YAMLValue) throws(YAMLProblem) -> Value
  ) -> Value? {
    value { () throws(YAMLProblem) in try read(mapping.required(key)) }
  }

  /// The value of a key that may be left out; what cannot be read counts as left out.
  mutating func optional<Value>(
    _ key: String, of mapping: YAMLMapping,
    _ read: (YAMLValue) throws(YAMLProblem) -> Value
  ) -> Value? {
    guard let node = mapping[key] else { return nil }
    return value { () throws(YAMLProblem) in try read(node) }
  }

  /// The elements of a key that may be left out: each one that can be read.
  mutating func elements<Value>(
    _ key: String, of mapping: YAMLMapping,
    _ read: (YAMLValue) throws(YAMLProblem) -> Value
  ) -> [Value] {
    guard let nodes = value({ () throws(YAMLProblem) in try mapping.list(key) }) else { return [] }
    var values: [Value] = []
    for node in nodes {
      if let element = value({ () throws(YAMLProblem) in try read(node) }) {
        values.append(element)
      }
    }
    return values
  }
}
