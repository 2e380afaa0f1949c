import Expressions
import ReportModel
import StrictYAML

/// Reads the rules of a file one by one, and goes on behind a mistake as far as it can.
struct RuleEntryReader {
  /// A form with its place in the file.
  struct FormName {
    let text: String
    let place: RuleTextPlace
  }

  static let keys = [
    "id", "label", "severity", "basis", "law", "note", "table", "forms", "bodies", "for", "when",
    "assert", "blank", "unread", "tolerance", "repair", "tests",
  ]

  let lines: RuleFileLines
  /// Those of the file, for rules that name none.
  let forms: [FormName]
  var mistakes: RuleFileMistakes
  private var ids: Set<String> = []

  init(lines: RuleFileLines, forms: [FormName], mistakes: RuleFileMistakes) {
    self.lines = lines
    self.forms = forms
    self.mistakes = mistakes
  }

  /// - Returns: the rule as far as it can be read, so that its names can be looked at whatever else is
  ///   wrong with it; `nil` where nobody knows what its names would mean.
  mutating func rule(_ node: YAMLValue) -> Rule? {
    guard let mapping = mistakes.mapping(node, allowing: Self.keys) else { return nil }
    let id = mistakes.required("id", of: mapping) { value throws(YAMLProblem) in
      (text: try value.text(), value: value)
    }
    if let id, !ids.insert(id.text).inserted { mistakes.add(id.value, .ruleTwice(id.text)) }
    let label = mistakes.required("label", of: mapping, Self.localized)
    let severity = mistakes.required("severity", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Severity.allCases)
    }
    let basis = mistakes.required("basis", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Rule.Basis.allCases)
    }
    let law = mistakes.optional("law", of: mapping, LegalPassage.init)
    let note = mistakes.optional("note", of: mapping, Self.localized)
    let isAboutClaims = Self.isAboutClaims(mapping)
    let table = isAboutClaims && mapping["table"] == nil ? 0 : self.table(of: mapping)
    let own = mistakes.elements("forms", of: mapping) { [lines] value throws(YAMLProblem) in
      FormName(text: try value.text(), place: RuleTextPlace(value, in: lines))
    }
    let bodies = mapping["bodies"].map { self.bodies($0) } ?? .all
    let scope = mistakes.required("for", of: mapping) { value throws(YAMLProblem) in value }
    let when = condition("when", of: mapping)
    let assertion = condition("assert", of: mapping)
    let blanks = mistakes.optional("blank", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Rule.Blanks.allCases)
    }
    let unread = mistakes.optional("unread", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Rule.Unread.allCases)
    }
    let tolerance = self.tolerance(of: mapping)
    let repair = mapping["repair"].map { self.repair($0) } ?? .any
    let tests = self.tests(of: mapping)

    guard let scope, let scopeRead = self.scope(scope) else { return nil }
    if case .totals = scopeRead {
      for key in ["assert", "when", "blank", "unread", "tolerance", "repair", "bodies"] {
        if let value = mapping[key] { mistakes.add(value, .keysExclude(key, "totals")) }
      }
    } else if isAboutClaims {
      refuseKeys(besideClaims: mapping)
    }
    if case .totals = scopeRead {
    } else if mapping["assert"] == nil {
      mistakes.add(RuleFileProblem(mapping.node.problem(.missingKey("assert"))))
    }
    // The rows and forms of a rule are those of its table.
    guard let table else { return nil }
    var condition = assertion.expression
    if case .totals = scopeRead {
    } else if condition == nil {
      // Its `when` has names too.
      condition = try? Expression(condition: "1 = 1")
    }
    let place = RuleTextPlace(id?.value ?? mapping.node, in: lines)
    return Rule(
      id: id?.text ?? "", label: label ?? LocalizedText(verbatim: ""),
      severity: severity ?? .error, basis: basis ?? .layout, law: law, note: note,
      table: table, forms: (own.isEmpty ? forms : own).map(\.text), bodies: bodies,
      scope: scopeRead, when: when.expression, assertion: condition,
      blanks: blanks ?? .mayBeZero, unread: unread ?? .anyFigure, tolerance: tolerance,
      repair: repair, tests: tests,
      places: RulePlaces(
        id: place, assertion: assertion.place ?? place, when: when.place,
        scope: RuleTextPlace(Self.pointed(scope), in: lines),
        forms: (own.isEmpty ? forms : own).map(\.place), inheritsForms: own.isEmpty))
  }

  // MARK: Conditions

  private mutating func condition(
    _ key: String, of mapping: YAMLMapping
  ) -> (expression: Expression?, place: RuleTextPlace?) {
    guard let value = mapping[key],
      let text = mistakes.value({ () throws(YAMLProblem) in try value.text() })
    else { return (nil, nil) }
    let place = RuleTextPlace(value, in: lines)
    do throws(ExpressionProblem) {
      return (try Expression(condition: text), place)
    } catch {
      mistakes.add(place.problem(.expression(error.kind), at: error.range))
      return (nil, place)
    }
  }

  // MARK: Values

  private mutating func table(of mapping: YAMLMapping) -> Int? {
    guard
      let value = mistakes.required("table", of: mapping, { value throws(YAMLProblem) in value }),
      let number = mistakes.value({ () throws(YAMLProblem) in try value.wholeNumber() })
    else { return nil }
    guard (1...4).contains(number) else {
      mistakes.add(value, .unknownTable(String(number), tables: [1, 2, 3, 4]))
      return nil
    }
    return number
  }

  private mutating func tolerance(of mapping: YAMLMapping) -> Quantity {
    guard let value = mapping["tolerance"],
      let text = mistakes.value({ () throws(YAMLProblem) in try value.text() })
    else { return .zero }
    guard let quantity = Quantity(text), !quantity.isNegative else {
      mistakes.add(value, .badNumber(text))
      return .zero
    }
    return quantity
  }

  private mutating func bodies(_ value: YAMLValue) -> BodyPatterns {
    guard let mapping = mistakes.mapping(value, allowing: ["names", "except"]) else { return .all }
    return BodyPatterns(
      patterns: mistakes.elements("names", of: mapping) { value throws(YAMLProblem) in
        try value.text()
      },
      except: mistakes.elements("except", of: mapping) { value throws(YAMLProblem) in
        try value.text()
      })
  }

  /// `none`, or `{cells: [patterns], weight: N}`.
  private mutating func repair(_ value: YAMLValue) -> RuleRepair {
    if case .scalar(let name) = value.content {
      if name != "none" {
        mistakes.add(value, .yaml(.badValue(name, allowed: ["none", "cells", "weight"])))
      }
      return .none
    }
    guard let mapping = mistakes.mapping(value, allowing: ["cells", "weight"]) else { return .any }
    let cells = mistakes.elements("cells", of: mapping) { value throws(YAMLProblem) in
      try value.text()
    }
    let weight = mistakes.optional("weight", of: mapping) { value throws(YAMLProblem) in
      (number: try value.wholeNumber(), value: value)
    }
    if let weight, !(1...RuleRepair.maximumWeight).contains(weight.number) {
      mistakes.add(weight.value, .badNumber(String(weight.number)))
      return .any
    }
    return RuleRepair(isWanted: true, cells: cells, weight: weight?.number ?? 1)
  }

  /// `applicants`, `{rows: [patterns], except: [patterns]}`, `{groups: [names]}`,
  /// `{tables: [numbers]}`, `{totals: RULE, left: zero}` or
  /// `{claims: [kinds], of: [patterns], doubts: [reasons]}`.
  private mutating func scope(_ value: YAMLValue) -> Rule.Scope? {
    let kinds = ["rows", "groups", "tables", "totals", "claims"]
    if case .scalar(let name) = value.content {
      guard name == "applicants" else {
        mistakes.add(value, .yaml(.badValue(name, allowed: ["applicants"] + kinds)))
        return nil
      }
      return .applicants
    }
    guard
      let mapping = mistakes.mapping(value, allowing: kinds + ["except", "left", "of", "doubts"])
    else { return nil }
    let present = kinds.filter { mapping[$0] != nil }
    guard let kind = present.first else {
      mistakes.add(RuleFileProblem(value.problem(.missingKey("rows"))))
      return nil
    }
    // One rule goes through one kind of thing.
    for other in present.dropFirst() {
      if let node = mapping[other] { mistakes.add(node, .keysExclude(other, kind)) }
    }
    if kind != "rows", let except = mapping["except"] {
      mistakes.add(except, .keysExclude("except", kind))
    }
    for (key, owner) in [("left", "totals"), ("of", "claims"), ("doubts", "claims")]
    where kind != owner {
      if let node = mapping[key] { mistakes.add(node, .keysExclude(key, kind)) }
    }
    let text = { (value: YAMLValue) throws(YAMLProblem) in try value.text() }
    switch kind {
    case "rows":
      return .rows(
        patterns: mistakes.elements("rows", of: mapping, text),
        except: mistakes.elements("except", of: mapping, text))
    case "groups":
      return .groups(mistakes.elements("groups", of: mapping, text))
    case "tables":
      return .tables(
        mistakes.elements("tables", of: mapping) { value throws(YAMLProblem) in
          try value.wholeNumber()
        })
    case "claims": return .claims(claims(mapping))
    default:
      let left = mistakes.optional("left", of: mapping) { value throws(YAMLProblem) in
        try Self.choice(value, of: Rule.LeftOut.allCases)
      }
      return mistakes.required("totals", of: mapping, text).map {
        .totals(of: $0, left: left ?? .any)
      }
    }
  }

  /// What a problem with a scope points at: the rule where it names one, else the whole.
  private static func pointed(_ scope: YAMLValue) -> YAMLValue {
    guard case .mapping(let pairs) = scope.content,
      let totals = pairs.first(where: { pair in
        if case .scalar("totals") = pair.key.content { true } else { false }
      })
    else { return scope }
    return totals.value
  }

  // MARK: Parts

  static func localized(_ value: YAMLValue) throws(YAMLProblem) -> LocalizedText {
    let mapping = try YAMLMapping(value, allowing: ["zh", "en"])
    return LocalizedText(chinese: try mapping.text("zh"), english: try mapping.text("en"))
  }

  static func choice<Choice: RawRepresentable<String>>(
    _ value: YAMLValue, of choices: [Choice]
  ) throws(YAMLProblem) -> Choice {
    let name = try value.text()
    guard let choice = Choice(rawValue: name) else {
      throw value.problem(.badValue(name, allowed: choices.map(\.rawValue)))
    }
    return choice
  }
}
