import ReportModel
import StrictYAML

/// The file of waivers beside the data:
///
/// ```yaml
/// waivers:
///   - finding: F50AVA9E9                 # may be left out, as may evidence, by and until
///     rule: T3.balance
///     body: "云岭市人民政府"
///     year: 2023
///     observed:
///       - {cell: "requests.new[firm]", value: "3"}
///     reason: "…"
///     evidence: "…"
///     by: "…"
///     until: 2027-01-31
/// ```
public struct WaiverFile: Sendable {
  /// In the order of the file.
  public let waivers: [Waiver]
  /// The file as it is, with the comments of its authors.
  public let text: String
  /// The line that each waiver begins on, from 1.
  private let lines: [Int]

  /// A file without waivers.
  public static let empty = WaiverFile(waivers: [], text: "", lines: [])

  private init(waivers: [Waiver], text: String, lines: [Int]) {
    self.waivers = waivers
    self.text = text
    self.lines = lines
  }

  /// Reads a file; every key is known, and every value in its place.
  public init(yaml text: String) throws(YAMLProblem) {
    self.text = text
    let root = try YAMLMapping(YAMLValue(parsing: text), allowing: ["waivers"])
    var waivers: [Waiver] = []
    let entries = try root.required("waivers").list()
    for entry in entries { waivers.append(try Self.waiver(entry)) }
    self.waivers = waivers
    lines = entries.map(\.line)
  }

  /// The file with one more waiver behind the others, or in place of those of the same finding: the
  /// last word on it counts. What else stands there is kept as it is.
  ///
  /// - Throws: where the file is written in a way that cannot be gone on with, such as `[]`.
  public func adding(_ waiver: Waiver) throws(YAMLProblem) -> WaiverFile {
    var shorter = self
    while let earlier = shorter.waivers.firstIndex(where: { $0.isOfFinding(of: waiver) }) {
      shorter = try shorter.removing(earlier)
    }
    return try shorter.appending(waiver)
  }

  /// The file without a waiver; comments before the next one are the next one's.
  private func removing(_ index: Int) throws(YAMLProblem) -> WaiverFile {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines[index] - 1
    var end = index + 1 < lines.count ? lines[index + 1] - 1 : rest.count
    while end > start + 1, Self.isCommentOrBlank(rest[end - 1]) { end -= 1 }
    guard start < end, end <= rest.count else {
      throw YAMLProblem(line: lines[index], column: 1, kind: .expected(.list))
    }
    rest.removeSubrange(start..<end)
    var others = waivers
    others.remove(at: index)
    let shorter = rest.joined(separator: "\n")
    if others.isEmpty {
      return WaiverFile(waivers: [], text: shorter, lines: [])
    }
    let file = try WaiverFile(yaml: shorter)
    guard file.waivers == others else {
      throw YAMLProblem(line: lines[index], column: 1, kind: .expected(.list))
    }
    return file
  }

  private static func isCommentOrBlank(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return text.isEmpty || text.hasPrefix("#")
  }

  private func appending(_ waiver: Waiver) throws(YAMLProblem) -> WaiverFile {
    var lines = text.isEmpty ? "waivers:\n" : text
    if !lines.hasSuffix("\n") { lines += "\n" }
    let longer = try WaiverFile(yaml: lines + Self.entry(waiver))
    guard longer.waivers == waivers + [waiver] else {
      throw YAMLProblem(line: 1, column: 1, kind: .expected(.list))
    }
    return longer
  }

  // MARK: Reading

  private static func waiver(_ node: YAMLValue) throws(YAMLProblem) -> Waiver {
    let entry = try YAMLMapping(
      node,
      allowing: [
        "finding", "rule", "body", "year", "observed", "reason", "evidence", "by", "until",
      ])
    var observed: [ObservedCell] = []
    for cell in try entry.required("observed").list() {
      let mapping = try YAMLMapping(cell, allowing: ["cell", "value"])
      observed.append(
        ObservedCell(cell: try mapping.text("cell"), value: try mapping.text("value")))
    }
    guard !observed.isEmpty else {
      // It would cover every change of the figures.
      throw try entry.required("observed").problem(.missingKey("cell"))
    }
    let reason = try entry.text("reason")
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw try entry.required("reason").problem(.expected(.text))
    }
    return Waiver(
      rule: try entry.text("rule"), body: try entry.text("body"),
      year: try entry.required("year").wholeNumber(), observed: observed, reason: reason,
      evidence: try entry["evidence"]?.text(), by: try entry["by"]?.text(),
      until: try entry["until"].map(date), finding: try entry["finding"]?.text())
  }

  private static func date(_ value: YAMLValue) throws(YAMLProblem) -> CalendarDate {
    let text = try value.text()
    guard let date = CalendarDate(text) else {
      throw value.problem(.badValue(text, allowed: ["YYYY-MM-DD"]))
    }
    return date
  }

  // MARK: Writing

  private static func entry(_ waiver: Waiver) -> String {
    var members: [(String, String)] = []
    if let finding = waiver.finding { members.append(("finding", quoted(finding))) }
    members += [
      ("rule", quoted(waiver.rule)), ("body", quoted(waiver.body)), ("year", String(waiver.year)),
      (
        "observed",
        waiver.observed.map { cell in
          "\n      - {cell: \(quoted(cell.cell)), value: \(quoted(cell.value))}"
        }.joined()
      ),
      ("reason", quoted(waiver.reason)),
    ]
    if let evidence = waiver.evidence { members.append(("evidence", quoted(evidence))) }
    if let by = waiver.by { members.append(("by", quoted(by))) }
    if let until = waiver.until { members.append(("until", until.description)) }
    let lines = members.map { key, value in
      value.hasPrefix("\n") ? "\(key):\(value)" : "\(key): \(value)"
    }
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }

  /// In double quotes, so that no text can be taken for anything but itself.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x00..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
