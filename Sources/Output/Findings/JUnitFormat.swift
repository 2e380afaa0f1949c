import ReportModel

/// JUnit XML, which build servers read: a suite for each rule, a test case for each finding. What
/// does not make the run fail (lighter than `fail-on`, waived, not decided) is not a failure there
/// either.
struct JUnitFormat: FindingsFormat {
  static let name = "junit"
  static let fileNameEnds = [".junit.xml"]

  private let language: Language

  init(language: Language) {
    self.language = language
  }

  func encode(_ document: FindingsDocument) -> [UInt8] {
    let byRule = Dictionary(grouping: document.entries, by: \.finding.rule)
    let suites = document.rules.map { rule in
      Suite(rule: rule, cases: (byRule[rule.id] ?? []).map { Case($0, failOn: document.failOn) })
    }
    let count = { (count: (Suite) -> Int) in suites.map(count).reduce(0, +) }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"nianbao\" tests=\"\(count(\.tests))\" "
        + "failures=\"\(count(\.failures))\" errors=\"\(count(\.errors))\">",
    ]
    for suite in suites { lines += self.lines(suite) }
    lines.append("</testsuites>\n")
    return Array(lines.joined(separator: "\n").utf8)
  }

  private struct Suite {
    let rule: FindingsDocument.RuleEntry
    let cases: [Case]

    /// A suite without findings is one test that passed.
    var tests: Int { max(1, cases.count) }
    var failures: Int { cases.filter { $0.verdict == .failure }.count }
    var errors: Int { cases.filter { $0.verdict == .error }.count }
    var skipped: Int { cases.filter { $0.verdict == .skipped }.count }
  }

  private struct Case {
    enum Verdict {
      case failure, error, skipped, passed
    }

    let entry: FindingsDocument.Entry
    let verdict: Verdict

    init(_ entry: FindingsDocument.Entry, failOn: Severity?) {
      self.entry = entry
      switch entry.finding.outcome {
      case .error: verdict = .error
      case .unknown: verdict = .skipped
      case .fail where entry.waivedBecause != nil: verdict = .skipped
      case .fail:
        verdict = failOn.map { entry.finding.severity <= $0 } ?? false ? .failure : .passed
      }
    }
  }

  private func lines(_ suite: Suite) -> [String] {
    let rule = suite.rule
    var lines = [
      "  <testsuite name=\(Self.quoted(rule.id)) tests=\"\(suite.tests)\" "
        + "failures=\"\(suite.failures)\" errors=\"\(suite.errors)\" skipped=\"\(suite.skipped)\">",
      "    <properties>",
      "      <property name=\"label\" value=\(Self.quoted(rule.label.text(in: language)))/>",
      "      <property name=\"severity\" value=\"\(rule.severity.rawValue)\"/>",
      "      <property name=\"passed\" value=\"\(rule.passed)\"/>",
      "      <property name=\"skipped\" value=\"\(rule.skipped)\"/>",
      "    </properties>",
    ]
    if suite.cases.isEmpty {
      lines.append(
        "    <testcase name=\(Self.quoted(rule.label.text(in: language))) "
          + "classname=\(Self.quoted(rule.id))/>")
    }
    for one in suite.cases { lines += self.lines(one) }
    return lines + ["  </testsuite>"]
  }

  private func lines(_ one: Case) -> [String] {
    let finding = one.entry.finding
    let message = Self.quoted(one.entry.message)
    var proof = one.entry.evidence.map { cell in
      "\(cell.cell) = \(cell.printed)  (\(cell.path) \(cell.place?.locator ?? ""))"
    }
    if let left = finding.left, let right = finding.right {
      proof.insert("\(left) / \(right)", at: 0)
    }
    let text = Self.escaped(proof.joined(separator: "\n"))
    let name = "\(finding.id) \(finding.body) \(finding.year)"
    let body =
      switch one.verdict {
      case .failure:
        "<failure type=\"\(finding.severity.rawValue)\" message=\(message)>\(text)</failure>"
      case .error: "<error type=\"\(finding.outcome.rawValue)\" message=\(message)>\(text)</error>"
      case .skipped:
        "<skipped message=\(one.entry.waivedBecause.map(Self.quoted) ?? message)/>"
      case .passed: "<system-out>\(Self.escaped(one.entry.message) + "\n" + text)</system-out>"
      }
    return [
      "    <testcase name=\(Self.quoted(name)) classname=\(Self.quoted(finding.rule))>",
      "      " + body,
      "    </testcase>",
    ]
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Characters that XML cannot carry at all become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
