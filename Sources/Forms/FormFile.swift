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
    let mapping = try YAMLMapping(node, allowing: ["number", "title", "blocks"])
    var blocks: [FormBlock] = []
    for block in try mapping.required("blocks").list() { blocks.append(try FormBlock(block)) }
    self.init(
      form: form, number: try mapping.required("number").wholeNumber(),
      title: try LocalizedText(mapping.required("title")), blocks: blocks)
  }
}

extension FormBlock {
  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: ["heading", "columns", "rows"])
    var columns: [FormColumn] = []
    for column in try mapping.required("columns").list() { columns.append(try FormColumn(column)) }
    var rows: [FormRow] = []
    for row in try mapping.required("rows").list() { rows.append(try FormRow(row)) }
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
      node, allowing: FormLabel.keys + ["code", "applicant", "unit", "heads"])
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
      unit: try MeasureUnit(mapping["unit"]))
  }
}

extension FormRow {
  init(_ node: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(node, allowing: FormLabel.keys + ["code", "groups"])
    var label: FormLabel?
    if mapping["zh"] != nil { label = try FormLabel(mapping) }
    self.init(
      label: label, groups: try FormLabel.list(mapping.list("groups")),
      code: try mapping["code"]?.text() ?? "")
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
