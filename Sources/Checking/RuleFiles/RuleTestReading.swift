import Panel
import ReportModel
import StrictYAML

/// Reads the tests of a rule.
extension RuleEntryReader {
  /// The body of tests that name none; it fits no pattern of a kind of body.
  static let testBody = "甲"
  /// A body below that has no report.
  private static let missingReport = "missing"
  /// More peers than a test needs are taken for a slip.
  private static let mostPeers = 1000

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
        allowing: [
          "name", "body", "form", "tables", "cells", "claims", "previous", "children", "peers",
          "expect",
        ])
    else { return nil }
    let text = { (value: YAMLValue) throws(YAMLProblem) in try value.text() }
    let expected = mistakes.required("expect", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: RuleTest.Expected.allCases)
    }
    let name = mistakes.optional("name", of: mapping, text)
    let body = mistakes.optional("body", of: mapping, text)
    let report = self.report(mapping)
    var previous: RuleTest.Report?
    if let node = mapping["previous"],
      let mapping = mistakes.mapping(node, allowing: ["form", "tables", "cells"])
    {
      previous = self.report(mapping)
    }
    let children = self.children(mapping)
    let peers = self.peers(mapping)
    guard let expected else { return nil }
    return RuleTest(
      name: name ?? "", body: body ?? Self.testBody, report: report, previous: previous,
      children: children, peers: peers, claims: claims(ofTest: mapping), expected: expected,
      place: RuleTextPlace(node, in: lines))
  }

  /// `children: [{cells: {…}}, missing]`.
  private mutating func children(_ mapping: YAMLMapping) -> [RuleTest.Report?] {
    nodes("children", of: mapping).compactMap { node -> RuleTest.Report?? in
      if case .scalar(let text) = node.content {
        if text == Self.missingReport { return .some(nil) }
        mistakes.add(
          RuleFileProblem(node.problem(.badValue(text, allowed: [Self.missingReport]))))
        return nil
      }
      return mistakes.mapping(node, allowing: ["form", "tables", "cells"]).map { report($0) }
    }
  }

  /// `peers: [3, 4, {times: 18, cells: {…}}]`.
  private mutating func peers(_ mapping: YAMLMapping) -> [RuleTest.Peer] {
    nodes("peers", of: mapping).compactMap { node -> RuleTest.Peer? in
      if case .scalar(let text) = node.content {
        if let figure = Quantity(text) { return .figure(figure) }
        mistakes.add(node, .badNumber(text))
        return nil
      }
      guard let mapping = mistakes.mapping(node, allowing: ["times", "form", "tables", "cells"])
      else { return nil }
      let times = mistakes.optional("times", of: mapping) { value throws(YAMLProblem) in
        try value.wholeNumber()
      }
      let report = self.report(mapping)
      if let times, let node = mapping["times"], !(1...Self.mostPeers).contains(times) {
        mistakes.add(node, .badNumber(String(times)))
        return nil
      }
      return .reports(report, times: times ?? 1)
    }
  }

  private mutating func nodes(_ key: String, of mapping: YAMLMapping) -> [YAMLValue] {
    mistakes.value { () throws(YAMLProblem) in try mapping.list(key) } ?? []
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
    return RuleTest.Report(
      form: form, tables: tables, cells: cells(of: mapping),
      formPlace: mapping["form"].map { RuleTextPlace($0, in: lines) })
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
