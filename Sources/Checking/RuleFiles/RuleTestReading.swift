import Panel
import ReportModel
import StrictYAML

/// Reads the tests of a rule.
extension RuleEntryReader {
  /// The body of tests that name none; it fits no pattern of a kind of body.
  static let testBody = "甲"

  mutating func tests(of mapping: YAMLMapping) -> [RuleTest] {
    let nodes = mistakes.value { () throws(YAMLProblem) in try mapping.list("tests") } ?? []
    var tests: [RuleTest] = []
    for node in nodes {
      if let test = test(node) { tests.append(test) }
    }
    return tests
  }

  private mutating func test(_ node: YAMLValue) -> RuleTest? {
    guard
      let mapping = mistakes.mapping(
        node,
        allowing: ["name", "body", "form", "tables", "cells", "claims", "previous", "expect"])
    else { return nil }
    let text = { (value: YAMLValue) throws(YAMLProblem) in try value.text() }
    let expected = mistakes.required("expect", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: RuleTest.Expected.allCases)
    }
    let name = mistakes.optional("name", of: mapping, text)
    let body = mistakes.optional("body", of: mapping, text)
    let report = self.report(mapping)
    var previous: RuleTest.Report?
    var previousForm: RuleTextPlace?
    if let node = mapping["previous"],
      let mapping = mistakes.mapping(node, allowing: ["form", "tables", "cells"])
    {
      previous = self.report(mapping)
      previousForm = mapping["form"].map { RuleTextPlace($0, in: lines) }
    }
    guard let expected else { return nil }
    return RuleTest(
      name: name ?? "", body: body ?? Self.testBody, report: report, previous: previous,
      claims: claims(ofTest: mapping), expected: expected, place: RuleTextPlace(node, in: lines),
      formPlace: mapping["form"].map { RuleTextPlace($0, in: lines) },
      previousFormPlace: previousForm)
  }

  private mutating func report(_ mapping: YAMLMapping) -> RuleTest.Report {
    let form = mistakes.optional("form", of: mapping) { value throws(YAMLProblem) in
      try value.text()
    }
    let tables =
      mapping["tables"] == nil
      ? nil
      : mistakes.elements("tables", of: mapping) { value throws(YAMLProblem) in
        try value.wholeNumber()
      }
    return RuleTest.Report(form: form, tables: tables, cells: cells(of: mapping))
  }

  private mutating func cells(of mapping: YAMLMapping) -> [RuleTest.Entry] {
    guard let node = mapping["cells"] else { return [] }
    guard case .mapping(let pairs) = node.content else {
      mistakes.add(RuleFileProblem(node.problem(.expected(.mapping))))
      return []
    }
    var cells: [RuleTest.Entry] = []
    for pair in pairs {
      guard
        let name = mistakes.value({ () throws(YAMLProblem) in try pair.key.text() }),
        let text = mistakes.value({ () throws(YAMLProblem) in try pair.value.text() })
      else { continue }
      guard let key = CellKey(text: name) else {
        mistakes.add(pair.key, .unknownCell(name))
        continue
      }
      guard let content = RuleTest.Content(text) else {
        mistakes.add(pair.value, .badNumber(text))
        continue
      }
      cells.append(
        RuleTest.Entry(key: key, content: content, place: RuleTextPlace(pair.key, in: lines)))
    }
    return cells
  }
}

extension RuleTest.Content {
  /// A number, or a status of a cell that holds none.
  fileprivate init?(_ text: String) {
    if let quantity = Quantity(text) {
      self = .figure(quantity)
    } else if let status = CellStatus(rawValue: text), status != .reported {
      self = .unread(PanelColumn.State(status))
    } else {
      return nil
    }
  }
}

extension CellKey {
  /// `requests.new[firm]`, `penalty.decisions`; `nil` for an applicant that there is not.
  init?(text: String) {
    guard let bracket = text.firstIndex(of: "[") else {
      self.init(IndicatorCode(text))
      return
    }
    guard text.hasSuffix("]"),
      let applicant = Applicant(
        rawValue: String(text[text.index(after: bracket)...].dropLast()))
    else { return nil }
    self.init(IndicatorCode(String(text[..<bracket])), applicant)
  }
}
