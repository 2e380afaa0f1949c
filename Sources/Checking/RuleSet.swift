import StrictYAML

/// The rules of one rule file.
public struct RuleSet: Sendable {
  /// The name by which the set is known.
  public let id: String
  /// Changes whenever a rule changes what it finds.
  public let version: String
  /// The forms that the set is about; empty where it does not say.
  public let forms: [String]
  /// What the whole set goes back to, where it says.
  public let law: LegalPassage?
  /// In the order of the file, which is the order of findings of one severity.
  public let rules: [Rule]

  /// The most rules that a set can have.
  public static let maximumRules = 1000

  /// The most that all rules together can go through in a report: findings number it in 16 bits.
  static let maximumChecks = 60_000

  /// A set of rules whose ids are all different.
  public init(
    id: String, version: String, forms: [String] = [], law: LegalPassage? = nil, rules: [Rule]
  ) {
    self.id = id
    self.version = version
    self.forms = forms
    self.law = law
    self.rules = rules
  }

  /// The rules of both sets, those of this one first.
  ///
  /// - Throws: the first rule of the other set whose id this one has already, at its place.
  public func joined(with other: RuleSet) throws(RuleFileProblem) -> RuleSet {
    let known = Set(rules.map(\.id))
    if let twice = other.rules.first(where: { known.contains($0.id) }) {
      throw twice.places.id.problem(.ruleTwice(twice.id))
    }
    // Findings number rules in 12 bits.
    if rules.count + other.rules.count > 4 * Self.maximumRules, let first = other.rules.first {
      throw first.places.id.problem(.tooManyRules(limit: 4 * Self.maximumRules))
    }
    return RuleSet(
      id: "\(id)+\(other.id)", version: "\(version)+\(other.version)",
      forms: forms + other.forms.filter { !forms.contains($0) }, rules: rules + other.rules)
  }

  /// The rule of this id, or `nil`.
  public func rule(_ id: String) -> Rule? {
    rules.first { $0.id == id }
  }

  /// The built-in rules, read once from the file embedded in the program.
  public static let standard: RuleSet = {
    do {
      return try RuleSet(
        yaml: String(decoding: PackageResources.main_rules_yaml, as: UTF8.self)
      ).joined(
        with: RuleSet(yaml: String(decoding: PackageResources.prose_rules_yaml, as: UTF8.self)))
    } catch {
      // The file is part of the program and read by its tests: this cannot happen in a build that
      // passed them.
      fatalError("built-in rule file: \(error)")
    }
  }()
}
