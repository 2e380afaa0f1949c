/// Word documents around a body of the test's own.
enum WordMaker {
  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  static func xml(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document \(namespaces)><w:body>\(body)<w:sectPr/></w:body></w:document>
    """
  }

  static func document(_ body: String) -> [UInt8] { package(xml(body)) }

  /// - Parameters:
  ///   - text: the whole XML of the text part.
  ///   - part: its name.
  ///   - styles: the whole XML of the part with the styles.
  static func package(
    _ text: String, part: String = "word/document.xml", styles: String? = nil
  ) -> [UInt8] {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return ArchiveMaker.zip(
      [
        .init("[Content_Types].xml", "<Types/>"),
        .init(
          "_rels/.rels",
          "<Relationships><Relationship Id=\"1\" Type=\"\(kind)\" Target=\"/\(part)\"/></Relationships>"
        ),
        .init(part, text),
      ] + (styles.map { [.init("word/styles.xml", $0)] } ?? []))
  }

  static func paragraph(_ text: String) -> String { "<w:p>\(run(text))</w:p>" }

  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A table of cells with no spans, given by what they hold.
  static func table(_ rows: [[String]]) -> String {
    let rows = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>"
  }

  /// A table with the merged cells of a sheet.
  static func table(_ sheet: SamplePage.Sheet) -> String {
    /// By grid column: how many rows the cell there still covers, and its width.
    var open: [Int: (rows: Int, columns: Int)] = [:]
    var rows = ""
    for line in sheet {
      var cells = line[...]
      var column = 0
      rows += "<w:tr>"
      while true {
        if let above = open[column] {
          rows += cell("", columns: above.columns, merge: "<w:vMerge/>")
          open[column] = above.rows > 1 ? (above.rows - 1, above.columns) : nil
          column += above.columns
        } else if let next = cells.popFirst() {
          let merge = next.rowSpan > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
          rows += cell(next.text, columns: next.columnSpan, merge: merge)
          if next.rowSpan > 1 { open[column] = (next.rowSpan - 1, next.columnSpan) }
          column += next.columnSpan
        } else {
          break
        }
      }
      rows += "</w:tr>"
    }
    return "<w:tbl><w:tblPr/>\(rows)</w:tbl>"
  }

  private static func cell(_ text: String, columns: Int, merge: String) -> String {
    let span = columns > 1 ? "<w:gridSpan w:val=\"\(columns)\"/>" : ""
    let text = text.isEmpty ? "<w:p/>" : paragraph(text)
    return "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(text)</w:tc>"
  }
}

extension SamplePage {
  /// The page as a Word document.
  var word: [UInt8] { WordMaker.document(wordBody) }

  var wordBody: String {
    var body = WordMaker.paragraph(title) + WordMaker.paragraph("一、总体情况")
    for number in sheets.keys.sorted() {
      let heading = form.table(number)?.title.chinese ?? ""
      body += WordMaker.paragraph("\(["二", "三", "四"][number - 2])、\(heading)")
      for sheet in sheets[number] ?? [] { body += WordMaker.table(sheet) }
    }
    return body + WordMaker.paragraph("五、存在的主要问题及改进情况")
  }
}
