import ReportModel

/// A table in Markdown, for reports and reviews: headings and labels for people, every digit.
struct MarkdownFormat: OutputFormat {
  static let name = "markdown"
  static let fileNameEnds = [".md", ".markdown"]

  private let options: OutputOptions

  init(options: OutputOptions) {
    self.options = options
  }

  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    var lines = [
      row(table.columns.map { Self.escaped($0.heading.text(in: options.language)) }),
      row(table.columns.map { Self.isNumber($0.kind) ? "---:" : "---" }),
    ]
    lines += table.rows.map { values in row(values.map(shown)) }
    if !table.footnotes.isEmpty { lines.append("") }
    lines += table.footnotes.map { note in
      "- `\(note.flag.rawValue)` " + Self.escaped(note.text.text(in: options.language))
    }
    if !table.notes.isEmpty { lines.append("") }
    lines += table.notes.map { "- " + Self.escaped($0.text(in: options.language)) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func row(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |" }

  private func shown(_ value: ResultValue) -> String {
    let text =
      switch value.content {
      case .missing: value.flags.isEmpty ? "" : options.nullText
      case .text(let text): Self.escaped(text)
      case .term(_, let label): Self.escaped(label.text(in: options.language))
      case .number(let number): number.description
      }
    let flags = value.flags.map(\.rawValue).filter { $0 != text }.joined(separator: " ")
    return [text, flags].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func isNumber(_ kind: ResultColumn.Kind) -> Bool {
    switch kind {
    case .figure, .share, .points: true
    case .text, .code, .label, .year: false
    }
  }

  /// Nothing of a page's text may begin a cell, a line, a link or markup of its own.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in HarmlessText.of(text).unicodeScalars {
      if "\\`*_[]<>|#~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
