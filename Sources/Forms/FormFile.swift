import ReportModel
import StrictYAML

/// How a form is written in its resource file:
///
/// ```yaml
/// form: gid-2021
/// title: {zh: …, en: …}
/// law: {document: …, date: YYYY-MM-DD}
/// tables:
///   - number: 3
///     title: {zh: …, en: …}
///     blocks:
///       - heading: {zh: …, en: …, also: […]}      # left out where there is none
///         columns: [{code: …, applicant: …, unit: …, zh: …, en: …, also: […], heads: […]}]
///         rows: [{code: …, zh: …, en: …, also: […], groups: […]}]
/// ```
///
/// `heads` and `groups` are labels of their own, outermost first.
///
/// A statistics table prints the unit of each row beside its label. It names the heads over both,
/// and each of its rows has a counter:
///
/// ```yaml
///   - number: 1
///     side: {rows: {zh: …, en: …, also: […]}, units: {zh: …, en: …, also: […]}}
///     blocks:
///       - columns: [{zh: …, en: …, year: yes}]         # the head is the year reported on
///         rows: [{code: …, zh: …, en: …, counter: {zh: 件, en: …}, unit: …, groups: […],
///                 confirmed: no, optional: yes}]
/// ```
extension Form {
  /// Reads a form file.
  public init(yaml: String) throws(YAMLProblem) {
    let root = try YAMLMapping(
      YAMLValue(parsing: yaml), allowing: ["form", "title", "law", "tables"])
    let id = try root.text("form")
    let law = try YAMLMapping(root.required("law"), allowing: ["document", "date"])
    var tables: [FormTable] = []
    for node in try root.required("tables").list() {
      tables.append(try FormTable(node, form: id))
    }
    self.init(
      id: id, title: try LocalizedText(root.required("title")),
      law: LegalSource(document: try law.text("document"), date: try law.text("date")),
      tables: tables)
  }
}

extension LocalizedText {
  /// Reads `{zh: …, en: …}`.
  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: ["zh", "en"])
    self.init(chinese: try mapping.text("zh"), english: try mapping.text("en"))
  }
}

extension FormTable {
  init(_ node: YAMLValue, form: String) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: ["number", "title", "side", "blocks"])
    let side = try mapping["side"].map(SideHeads.init)
    var blocks: [FormBlock] = []
    for block in try mapping.required("blocks").list() {
      blocks.append(try FormBlock(block, hasCounters: side != nil))
    }
    self.init(
      form: form, number: try mapping.required("number").wholeNumber(),
      title: try LocalizedText(mapping.required("title")), sideHeads: side, blocks: blocks)
  }
}

extension SideHeads {
  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: ["rows", "units"])
    self.init(
      rows: try FormLabel(mapping.required("rows")),
      units: try FormLabel(mapping.required("units")))
  }
}

extension FormBlock {
  /// - Parameter hasCounters: whether each row must name its counter; no row may otherwise.
  init(_ node: YAMLValue, hasCounters: Bool) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: ["heading", "columns", "rows"])
    var columns: [FormColumn] = []
    for column in try mapping.required("columns").list() { columns.append(try FormColumn(column)) }
    var rows: [FormRow] = []
    for row in try mapping.required("rows").list() {
      rows.append(try FormRow(row, hasCounter: hasCounters))
    }
    var heading: FormLabel?
    if let label = mapping["heading"] { heading = try FormLabel(label) }
    self.init(heading: heading, columns: columns, rows: rows)
  }
}

extension FormLabel {
  static let keys = ["zh", "en", "also"]

  init(_ node: YAMLValue) throws(YAMLProblem) {
    try self.init(YAMLMapping(node, allowing: Self.keys))
  }

  init(_ mapping: YAMLMapping) throws(YAMLProblem) {
    self.init(
      text: LocalizedText(chinese: try mapping.text("zh"), english: try mapping.text("en")),
      variants: try mapping.texts("also"))
  }

  static func list(_ values: [YAMLValue]) throws(YAMLProblem) -> [FormLabel] {
    var labels: [FormLabel] = []
    for value in values { labels.append(try FormLabel(value)) }
    return labels
  }
}

extension FormColumn {
  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(
      node, allowing: FormLabel.keys + ["code", "applicant", "unit", "heads", "year"])
    var applicant: Applicant?
    if let value = mapping["applicant"] {
      let name = try value.text()
      applicant = Applicant(rawValue: name)
      if applicant == nil {
        throw value.problem(.badValue(name, allowed: Applicant.allCases.map(\.rawValue)))
      }
    }
    self.init(
      label: try FormLabel(mapping), heads: try FormLabel.list(mapping.list("heads")),
      code: try mapping["code"]?.text() ?? "", applicant: applicant,
      unit: try MeasureUnit(mapping["unit"]), isYear: try mapping.says("yes", "year"))
  }
}

extension FormRow {
  static let keys = FormLabel.keys + ["code", "groups"]
  /// Of the rows of statistics tables.
  static let statisticsKeys = keys + ["counter", "unit", "confirmed", "optional"]

  init(_ node: YAMLValue, hasCounter: Bool) throws(YAMLProblem) {
    let mapping = try YAMLMapping(
      node, allowing: hasCounter ? Self.statisticsKeys : Self.keys)
    var label: FormLabel?
    if hasCounter || mapping["zh"] != nil { label = try FormLabel(mapping) }
    self.init(
      label: label, groups: try FormLabel.list(mapping.list("groups")),
      code: try mapping["code"]?.text() ?? "",
      counter: hasCounter ? try FormLabel(mapping.required("counter")) : nil,
      unit: try mapping["unit"].map(MeasureUnit.init),
      isConfirmed: try !mapping.says("no", "confirmed"),
      isOptional: try mapping.says("yes", "optional"))
  }
}

extension YAMLMapping {
  /// Whether a key stands there; the word is the only value that it can have.
  func says(_ word: String, _ key: String) throws(YAMLProblem) -> Bool {
    guard let value = self[key] else { return false }
    let text = try value.text()
    guard text == word else { throw value.problem(.badValue(text, allowed: [word])) }
    return true
  }
}

extension MeasureUnit {
  /// Reads a unit's name; a number of things where none is given.
  init(_ value: YAMLValue?) throws(YAMLProblem) {
    guard let value else {
      self = .count
      return
    }
    let name = try value.text()
    guard let unit = MeasureUnit(rawValue: name) else {
      throw value.problem(.badValue(name, allowed: MeasureUnit.allCases.map(\.rawValue)))
    }
    self = unit
  }
}
