import StrictYAML

/// The rules of one rule file.
public struct RuleSet: Sendable {
  /// The name by which the set is known.
  public let id: String
  /// Changes whenever a rule changes what it finds.
  public let version: String
  /// In the order of the file, which is the order of findings of one severity.
  public let rules: [Rule]

  /// A set of rules whose ids are all different.
  public init(id: String, version: String, rules: [Rule]) {
    self.id = id
    self.version = version
    self.rules = rules
  }

  /// The rule of this id, or `nil`.
  public func rule(_ id: String) -> Rule? {
    rules.first { $0.id == id }
  }

  /// The built-in rules, read once from the file embedded in the program.
  public static let standard: RuleSet = {
    do {
      return try RuleSet(
        yaml: String(decoding: PackageResources.main_rules_yaml, as: UTF8.self))
    } catch {
      // The file is part of the program and read by its tests: this cannot happen in a build that
      // passed them.
      fatalError("built-in rule file: \(error)")
    }
  }()
}
