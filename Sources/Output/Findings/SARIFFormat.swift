import ReportModel

/// SARIF 2.1.0, the format of OASIS for the results of checks, which code review and audit tools
/// read. Waived findings are suppressed results; what could not be decided is of the kind `open`.
struct SARIFFormat: FindingsFormat {
  static let name = "sarif"
  static let fileNameEnds = [".sarif", ".sarif.json"]

  private let language: Language

  init(language: Language) {
    self.language = language
  }

  func encode(_ document: FindingsDocument) -> [UInt8] {
    var artifacts = Artifacts()
    let results = document.entries.map { result($0, rules: document.rules, &artifacts) }
    let run: [String: JSONValue] = [
      "artifacts": .list(artifacts.values),
      "columnKind": .text("unicodeCodePoints"),
      "invocations": .list([invocation(document)]),
      "results": .list(results),
      "tool": .object([
        "driver": .object([
          "name": .text("nianbao"),
          "semanticVersion": .text(document.version),
          "rules": .list(document.rules.map(rule)),
        ])
      ]),
    ]
    let log = JSONValue.object([
      "$schema": .text(
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
          + "sarif-schema-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([.object(run)]),
    ])
    return Array((log.indented() + "\n").utf8)
  }

  private func rule(_ rule: FindingsDocument.RuleEntry) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .text(rule.id),
      "shortDescription": message(rule.label.text(in: language)),
      "defaultConfiguration": .object(["level": .text(level(rule.severity))]),
      "properties": .object([
        "basis": .text(rule.basis), "severity": .text(rule.severity.rawValue),
        "passed": .number(Quantity(Int64(rule.passed))),
        "skipped": .number(Quantity(Int64(rule.skipped))),
      ]),
    ]
    let description = [rule.note?.text(in: language), rule.law].compactMap { $0 }
    if !description.isEmpty {
      members["fullDescription"] = message(description.joined(separator: " "))
    }
    return .object(members)
  }

  /// A rule that could not be worked out is no result but a fault of the run.
  private func invocation(_ document: FindingsDocument) -> JSONValue {
    let faults = document.entries.filter { $0.finding.outcome == .error }
    var members: [String: JSONValue] = ["executionSuccessful": .flag(faults.isEmpty)]
    if !faults.isEmpty {
      members["toolExecutionNotifications"] = .list(
        faults.map { entry in
          .object([
            "associatedRule": .object(["id": .text(entry.finding.rule)]),
            "level": .text("error"), "message": message(entry.message),
          ])
        })
    }
    return .object(members)
  }

  private func result(
    _ entry: FindingsDocument.Entry, rules: [FindingsDocument.RuleEntry],
    _ artifacts: inout Artifacts
  ) -> JSONValue {
    let finding = entry.finding
    let isOpen = finding.outcome != .fail
    var members: [String: JSONValue] = [
      "ruleId": .text(finding.rule),
      "kind": .text(isOpen ? "open" : "fail"),
      "level": .text(isOpen ? "none" : level(finding.severity)),
      "message": message("\(finding.body) \(finding.year): \(entry.message)"),
      "partialFingerprints": .object(["finding/v1": .text(finding.id)]),
      "locations": .list(locations(entry, &artifacts)),
      "properties": .object(properties(entry)),
    ]
    if let index = rules.firstIndex(where: { $0.id == finding.rule }) {
      members["ruleIndex"] = .number(Quantity(Int64(index)))
    }
    if let reason = entry.waivedBecause {
      members["suppressions"] = .list([
        .object([
          "kind": .text("external"), "status": .text("accepted"), "justification": .text(reason),
        ])
      ])
    }
    return .object(members)
  }

  private func properties(_ entry: FindingsDocument.Entry) -> [String: JSONValue] {
    let finding = entry.finding
    var members: [String: JSONValue] = [
      "id": .text(finding.id), "body": .text(finding.body),
      "year": .number(Quantity(Int64(finding.year))), "outcome": .text(finding.outcome.rawValue),
      "severity": .text(finding.severity.rawValue),
    ]
    if finding.table > 0 { members["table"] = .number(Quantity(Int64(finding.table))) }
    if let applicant = finding.applicant { members["applicant"] = .text(applicant.rawValue) }
    members["followsFrom"] = entry.followsFrom.map { .text($0) }
    members["left"] = finding.left.map { .number($0) }
    members["right"] = finding.right.map { .number($0) }
    members["difference"] = finding.difference.map { .number($0) }
    return members
  }

  private func locations(
    _ entry: FindingsDocument.Entry, _ artifacts: inout Artifacts
  ) -> [JSONValue] {
    entry.evidence.map { cell in
      var physical: [String: JSONValue] = [
        "artifactLocation": artifacts.location(of: cell)
      ]
      if let line = cell.place?.line {
        physical["region"] = .object(["startLine": .number(Quantity(Int64(line)))])
      }
      var logical: [String: JSONValue] = ["fullyQualifiedName": .text(cell.cell)]
      if let locator = cell.place?.locator {
        logical["properties"] = .object([
          "locator": .text(locator), "printed": .text(cell.printed),
        ])
      }
      return .object([
        "physicalLocation": .object(physical), "logicalLocations": .list([.object(logical)]),
      ])
    }
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .question, .info: "note"
    }
  }

  private func message(_ text: String) -> JSONValue { .object(["text": .text(text)]) }

  /// The files that evidence stands in, each once, in the order in which they come up.
  private struct Artifacts {
    private(set) var values: [JSONValue] = []
    private var indexes: [String: Int] = [:]

    mutating func location(of cell: FindingsDocument.Evidence) -> JSONValue {
      let key = cell.path + "\u{0}" + cell.digest
      let index: Int
      if let known = indexes[key] {
        index = known
      } else {
        index = values.count
        indexes[key] = index
        values.append(
          .object([
            "location": .object(["uri": .text(URIReference.of(path: cell.path))]),
            "hashes": .object(["sha-256": .text(cell.digest)]),
          ]))
      }
      return .object([
        "uri": .text(URIReference.of(path: cell.path)),
        "index": .number(Quantity(Int64(index))),
      ])
    }
  }
}
