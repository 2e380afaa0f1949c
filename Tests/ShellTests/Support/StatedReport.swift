import Forms
import ReportModel

/// A report of the form of 2021 with a text of one's own: a few figures given, its page made of them.
struct StatedReport {
  let body: String
  let year: Int
  private var cells: [String: Int] = [:]

  /// What the files of statements call the rows of table 3; other rows go by the last of their code.
  private static let rows = [
    "in": "requests.carried_in", "out": "requests.carried_out", "new": "requests.new",
    "granted": "outcome.granted", "partial": "outcome.partial",
    "refused": "outcome.refused.process", "secret": "outcome.refused.state_secret",
    "third": "outcome.refused.third_party", "unavailable": "outcome.unavailable.not_held",
    "declined": "outcome.declined.petition", "other": "outcome.other.rest",
  ]
  private static let groups = [
    "review": "review", "direct": "suit_direct", "reviewed": "suit_reviewed",
  ]
  private static let results = ["upheld", "corrected", "other", "pending"]
  private static let documents = ["issued", "repealed", "in_force"]

  /// - Parameter figures: `new=58 new[firm]=4 review=1/0/0/2`.
  init(body: String, year: Int, figures: Substring) {
    self.body = body
    self.year = year
    for figure in figures.split(separator: " ") {
      let sides = figure.split(separator: "=")
      guard sides.count == 2 else { continue }
      take(String(sides[0]), sides[1].split(separator: "/").map(String.init))
    }
    addSums()
  }

  private mutating func take(_ name: String, _ values: [String]) {
    if let group = Self.groups[name] {
      for (result, value) in zip(Self.results, values) { cells["\(group).\(result)"] = Int(value) }
    } else if ["rules", "normative"].contains(name) {
      for (column, value) in zip(Self.documents, values) { cells["\(name).\(column)"] = Int(value) }
    } else if name == "fees" {
      printed["fees.amount"] = values.first
    } else if ["licensing", "penalty", "coercion"].contains(name) {
      cells["\(name).decisions"] = values.first.flatMap { Int($0) }
    } else {
      let parts = name.split(separator: "[")
      let row = Self.rows[String(parts[0])] ?? String(parts[0])
      let applicant = parts.count > 1 ? String(parts[1].dropLast()) : "total"
      cells["\(row)[\(applicant)]"] = values.first.flatMap { Int($0) }
    }
  }

  /// Amounts, as the page prints them.
  private var printed: [String: String] = [:]

  private mutating func addSums() {
    let others = ["firm", "research", "charity", "law", "other"]
    for row in Self.rows.values {
      let all = cells["\(row)[total]"] ?? 0
      cells["\(row)[person]"] = all - others.reduce(0) { $0 + (cells["\(row)[\($1)]"] ?? 0) }
    }
    for applicant in ["person", "total"] + others {
      cells["outcome.total[\(applicant)]"] = Self.rows.values.filter { $0.hasPrefix("outcome.") }
        .reduce(0) { $0 + (cells["\($1)[\(applicant)]"] ?? 0) }
    }
    for group in Self.groups.values {
      cells["\(group).total"] = Self.results.reduce(0) { $0 + (cells["\(group).\($1)"] ?? 0) }
    }
  }

  /// The page, in Markdown.
  func page(text: [Substring]) -> String {
    var page = "# \(year)年\(body)政府信息公开工作年度报告\n\n## 一、总体情况\n\n"
    page += text.joined(separator: "\n\n") + "\n\n"
    for table in FormCatalog.standard.form("gid-2021")?.tables ?? [] {
      page += "## \(["", "", "二", "三", "四"][table.number])、\(table.title.chinese)\n\n"
      page += Self.markdown(of: table) {
        printed[$0.description] ?? "\(cells[$0.description] ?? 0)"
      }
    }
    return page + "## 五、存在的主要问题及改进情况\n\n将继续改进。\n\n## 六、其他需要报告的事项\n\n无。\n"
  }
}

extension StatedReport {
  private static func markdown(of table: FormTable, figure: (CellKey) -> String) -> String {
    table.blocks.enumerated().map { number, block in
      let cells = table.cells.filter { $0.block == number }
      let labels = block.rows.map { row in
        row.groups.map(\.text.chinese) + (row.label.map { [$0.text.chinese] } ?? [])
      }
      let width = labels.map(\.count).max() ?? 0
      let depth = block.columns.map(\.heads.count).max() ?? 0
      var lines = (0...depth).map { level in
        Array(repeating: "", count: width)
          + block.columns.map { column in
            let heads = column.heads.map(\.text.chinese) + [column.label.text.chinese]
            return level < heads.count ? heads[level] : ""
          }
      }
      if width == 1 { lines[0][0] = "信息内容" }
      lines.insert(Array(repeating: "---", count: width + block.columns.count), at: 1)
      for (index, row) in labels.enumerated() {
        let padding = Array(repeating: "", count: width - row.count)
        lines.append(row + padding + cells.filter { $0.row == index }.map { figure($0.key) })
      }
      let heading = block.heading.map { "\($0.text.chinese)\n\n" } ?? ""
      let rows = lines.map { "| \($0.joined(separator: " | ")) |\n" }
      return heading + rows.joined() + "\n"
    }.joined()
  }
}
