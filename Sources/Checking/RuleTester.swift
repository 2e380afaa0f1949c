import Bodies
import Forms
import Panel
import ReportModel

/// Runs the tests that rules bring with them.
public struct RuleTester: Sendable {
  /// What came of a test.
  public struct Result: Sendable {
    /// The rule's id.
    public let rule: String
    /// The test's number within its rule, from 1.
    public let number: Int
    /// The test.
    public let test: RuleTest
    /// What the rule made of the report; `nil` where it went through nothing in it.
    public let outcome: RuleTest.Expected?

    /// Whether it came out as expected.
    public var isPassed: Bool { outcome == test.expected }
  }

  private let checker: Checker

  /// - Throws: the first name in a rule that the forms do not know.
  public init(ruleSet: RuleSet, catalog: FormCatalog) throws(RuleFileProblem) {
    checker = try Checker(ruleSet: ruleSet, catalog: catalog)
  }

  /// The results of the tests of some rules, in the order of the file.
  ///
  /// - Parameter rules: ids; all where `nil`.
  public func run(selecting rules: Set<String>? = nil) -> [Result] {
    checker.ruleSet.rules.filter { rules?.contains($0.id) ?? true }.flatMap { rule in
      rule.tests.enumerated().map { number, test in
        Result(rule: rule.id, number: number + 1, test: test, outcome: outcome(of: test, rule))
      }
    }
  }

  private func outcome(of test: RuleTest, _ rule: Rule) -> RuleTest.Expected? {
    // Any two years will do.
    let year = 2024
    var builder = PanelBuilder()
    if let previous = test.previous {
      add(previous, of: test.body, rule, year: year - 1, to: &builder)
    }
    add(test.report, of: test.body, rule, year: year, to: &builder)
    let attributes = addOthers(of: test, rule, year: year, to: &builder)
    let panel = builder.build()
    guard let last = panel.position(body: test.body, year: year) else { return nil }
    if var prose = checker.proseChecker(of: panel, selecting: [rule.id]) {
      prose.hold(test.claims, ofReport: last)
      let total = prose.result(besides: CheckResult(findings: [], tallies: [])).total
      // A text that states nothing of the kind is passed over.
      return RuleTest.Expected(total) ?? .skipped
    }
    let result = checker.check(
      panel, selecting: [rule.id], reports: [last],
      kin: BodyKin(panel: panel, directory: BodyDirectory(attributes)))
    return RuleTest.Expected(result.total)
  }

  /// Adds the reports of other bodies.
  ///
  /// - Returns: what tells that they belong to the test's body.
  private func addOthers(
    of test: RuleTest, _ rule: Rule, year: Int, to builder: inout PanelBuilder
  ) -> AttributeTable {
    var attributes = AttributeTable()
    for (number, child) in test.children.enumerated() {
      let body = "\(test.body)/\(number + 1)"
      attributes.set(.parent, of: body, to: test.body)
      if let child { add(child, of: body, rule, year: year, to: &builder) }
    }
    var reports: [RuleTest.Report] = []
    for peer in test.peers {
      switch peer {
      case .reports(let report, let times):
        reports += Array(repeating: report, count: times)
      case .figure(let figure):
        let cells = checker.peerCells(of: rule).map {
          RuleTest.Entry(key: $0, content: .figure(figure), place: test.place)
        }
        reports.append(
          RuleTest.Report(
            form: test.report.form, tables: test.report.tables, cells: cells, formPlace: nil))
      }
    }
    guard !reports.isEmpty else { return attributes }
    let bodies = [test.body] + reports.indices.map { "\(test.body)=\($0 + 1)" }
    for body in bodies {
      attributes.set(.level, of: body, to: BodyLevel.county.rawValue)
      attributes.set(.sector, of: body, to: "government")
    }
    for (body, report) in zip(bodies.dropFirst(), reports) {
      add(report, of: body, rule, year: year, to: &builder)
    }
    return attributes
  }

  private func add(
    _ report: RuleTest.Report, of body: String, _ rule: Rule, year: Int,
    to builder: inout PanelBuilder
  ) {
    let forms = report.forms(for: rule, in: checker.catalog)
    let given = Dictionary(
      report.cells.map { ($0.key, $0.content) }, uniquingKeysWith: { _, last in last })
    let entries = forms.sorted { $0.key < $1.key }.flatMap { number, form in
      (checker.catalog.form(form)?.table(number)?.cells ?? []).map { cell in
        switch given[cell.key] {
        case .unread(let state):
          PanelBuilder.Entry(key: cell.key, state: state, unit: cell.unit)
        case .figure(let value):
          PanelBuilder.Entry(key: cell.key, state: .reported, value: value, unit: cell.unit)
        case nil:
          PanelBuilder.Entry(key: cell.key, state: .reported, value: .zero, unit: cell.unit)
        }
      }
    }
    builder.add(
      PanelReport(id: Int64(year), body: body, year: year, forms: forms), cells: entries)
  }
}

extension RuleTest.Report {
  /// The form of each table that the report has.
  func forms(for rule: Rule, in catalog: FormCatalog) -> [Int: String] {
    let fitting =
      (rule.isAboutClaims ? catalog.forms.map(\.id) : catalog.tables(rule.table).map(\.form))
      .filter { rule.forms.isEmpty || rule.forms.contains($0) }
    guard let form = catalog.form(form ?? fitting.last ?? "") else { return [:] }
    var forms: [Int: String] = [:]
    for number in form.tables.map(\.number) where tables?.contains(number) ?? true {
      forms[number] = form.id
    }
    return forms
  }
}

extension RuleTest {
  /// Forms, tables and cells that there are not.
  func problems(of rule: Rule, in catalog: FormCatalog) -> [RuleFileProblem] {
    reports.flatMap { problems(of: $0, rule, catalog) }
  }

  private func problems(
    of report: Report, _ rule: Rule, _ catalog: FormCatalog
  ) -> [RuleFileProblem] {
    if let form = report.form, catalog.form(form) == nil {
      let place = report.formPlace ?? place
      return [place.problem(.unknownForm(form, forms: catalog.forms.map(\.id)))]
    }
    let known = Set(catalog.forms.flatMap { $0.tables.map(\.number) }).sorted()
    if let other = report.tables?.first(where: { !known.contains($0) }) {
      return [place.problem(.unknownTable(String(other), tables: known))]
    }
    let layout = ReportLayout(forms: report.forms(for: rule, in: catalog), in: catalog)
    return report.cells.filter { !layout.has($0.key) }.map {
      $0.place.problem(.unknownCell($0.key.description))
    }
  }
}
