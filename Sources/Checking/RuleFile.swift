import Expressions
import ReportModel
import StrictYAML

/// How rules are written in their file:
///
/// ```yaml
/// id: main
/// version: "1"
/// rules:
///   - id: T3.balance
///     label: {zh: …, en: …}
///     severity: error            # error, warning, question, info
///     basis: printed             # printed, layout, chain, prose, screen
///     law: {document: …, quote: …}                     # may be left out
///     note: {zh: …, en: …}                             # may be left out
///     table: 3
///     for: applicants            # or {rows: [patterns]}, or {groups: [names]}
///     assert: requests.new + requests.carried_in = outcome.total + requests.carried_out
/// ```
extension RuleSet {
  /// Reads a rule file. Whether its names exist is for `check(against:)` to say, which knows the
  /// forms.
  public init(yaml: String) throws(RuleFileProblem) {
    let file: RuleFile
    do throws(YAMLProblem) {
      file = try RuleFile(YAMLValue(parsing: yaml))
    } catch {
      throw RuleFileProblem(error)
    }
    let lines = yaml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
    var rules: [Rule] = []
    var ids: Set<String> = []
    for entry in file.rules {
      guard ids.insert(entry.id.text).inserted else {
        throw RuleFileProblem(
          line: entry.id.value.line, column: entry.id.value.column,
          kind: .ruleTwice(entry.id.text))
      }
      rules.append(try entry.rule(in: lines))
    }
    self.init(id: file.id, version: file.version, rules: rules)
  }
}

/// The file as YAML has it: every key known and every choice made, assertions not yet read.
private struct RuleFile {
  let id: String
  let version: String
  let rules: [RuleEntry]

  init(_ node: YAMLValue) throws(YAMLProblem) {
    let root = try YAMLMapping(node, allowing: ["id", "version", "rules"])
    id = try root.text("id")
    version = try root.text("version")
    var rules: [RuleEntry] = []
    for entry in try root.required("rules").list() { rules.append(try RuleEntry(entry)) }
    self.rules = rules
  }
}

/// One rule of the file.
private struct RuleEntry {
  /// A text and where it stands.
  struct Located {
    let value: YAMLValue
    let text: String

    init(_ value: YAMLValue) throws(YAMLProblem) {
      self.value = value
      text = try value.text()
    }
  }

  let id: Located
  let label: LocalizedText
  let severity: Severity
  let basis: Rule.Basis
  let law: LegalPassage?
  let note: LocalizedText?
  let table: Int
  let tableValue: YAMLValue
  let scope: Rule.Scope
  let scopeValue: YAMLValue
  let assertion: Located

  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(
      node,
      allowing: [
        "id", "label", "severity", "basis", "law", "note", "table", "for", "assert",
      ])
    id = try Located(mapping.required("id"))
    label = try Self.localized(mapping.required("label"))
    severity = try Self.choice(mapping.required("severity"), of: Severity.allCases)
    basis = try Self.choice(mapping.required("basis"), of: Rule.Basis.allCases)
    law = try mapping["law"].map(Self.passage)
    note = try mapping["note"].map(Self.localized)
    tableValue = try mapping.required("table")
    table = try tableValue.wholeNumber()
    scopeValue = try mapping.required("for")
    scope = try Self.scope(scopeValue)
    assertion = try Located(mapping.required("assert"))
  }

  /// - Parameter lines: the lines of the file.
  func rule(in lines: [[Unicode.Scalar]]) throws(RuleFileProblem) -> Rule {
    guard (1...4).contains(table) else {
      throw RuleFileProblem(
        line: tableValue.line, column: tableValue.column,
        kind: .unknownTable(String(table), tables: [1, 2, 3, 4]))
    }
    let place = RuleTextPlace(assertion.value, in: lines)
    let condition: Expression
    do throws(ExpressionProblem) {
      condition = try Expression(condition: assertion.text)
    } catch {
      throw place.problem(.expression(error.kind), at: error.range)
    }
    return Rule(
      id: id.text, label: label, severity: severity, basis: basis, law: law, note: note,
      table: table, scope: scope, assertion: condition, assertionPlace: place,
      scopePlace: RuleTextPlace(scopeValue, in: lines))
  }

  private static func localized(_ value: YAMLValue) throws(YAMLProblem) -> LocalizedText {
    let mapping = try YAMLMapping(value, allowing: ["zh", "en"])
    return LocalizedText(chinese: try mapping.text("zh"), english: try mapping.text("en"))
  }

  private static func passage(_ value: YAMLValue) throws(YAMLProblem) -> LegalPassage {
    let mapping = try YAMLMapping(value, allowing: ["document", "quote"])
    return LegalPassage(
      document: try mapping.text("document"), quote: try mapping.text("quote"))
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ value: YAMLValue, of choices: [Choice]
  ) throws(YAMLProblem) -> Choice {
    let name = try value.text()
    guard let choice = Choice(rawValue: name) else {
      throw value.problem(.badValue(name, allowed: choices.map(\.rawValue)))
    }
    return choice
  }

  /// `applicants`, `{rows: [patterns]}` or `{groups: [names]}`.
  private static func scope(_ value: YAMLValue) throws(YAMLProblem) -> Rule.Scope {
    if case .scalar(let name) = value.content {
      guard name == "applicants" else {
        throw value.problem(.badValue(name, allowed: ["applicants", "rows", "groups"]))
      }
      return .applicants
    }
    let mapping = try YAMLMapping(value, allowing: ["rows", "groups"])
    if mapping["groups"] == nil {
      _ = try mapping.required("rows")
      return .rows(patterns: try mapping.texts("rows"))
    }
    if let rows = mapping["rows"] {
      // One rule goes through one kind of thing.
      throw rows.problem(.unknownKey("rows", allowed: ["groups"]))
    }
    return .groups(try mapping.texts("groups"))
  }
}
