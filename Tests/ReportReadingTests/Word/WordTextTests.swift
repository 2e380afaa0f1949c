import Testing

@testable import ReportReading

@Suite("The text of a Word document is what Word shows")
struct WordTextTests {
  private func document(_ body: String) throws -> Document {
    var walk = try XMLWalk.run(
      Array(WordMaker.xml(body).utf8), into: WordWalk(limits: .standard))
    return walk.document()
  }

  private func paragraphs(_ body: String) throws -> [String] {
    try document(body).blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
  }

  private func grids(_ body: String) throws -> [Grid] {
    try document(body).blocks.compactMap { block in
      if case .grid(let grid) = block { grid } else { nil }
    }
  }

  private func onlyCell(_ content: String) throws -> GridCell {
    let grid = try #require(try grids(WordMaker.table([[content]])).first)
    return try #require(grid.cells.first)
  }

  private static func field(_ type: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
  }

  @Test("runs, tabs, breaks and hyphens")
  func plain() throws {
    let runs = "<w:r><w:t>收到 </w:t><w:t>12</w:t><w:tab/><w:t>件</w:t></w:r>"
    #expect(try paragraphs("<w:p>\(runs)</w:p>") == ["收到12 件"])
    let kept = "<w:r><w:t xml:space=\"preserve\">a </w:t><w:t>b</w:t></w:r>"
    #expect(try paragraphs("<w:p>\(kept)</w:p>") == ["a b"])
    #expect(
      try paragraphs("<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>") == ["一", "二"])
    #expect(
      try paragraphs("<w:p><w:r><w:noBreakHyphen/><w:t>3</w:t></w:r></w:p>") == ["-3"])
    #expect(try paragraphs("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:p>") == [])
  }

  @Test("paragraphs are counted in place of lines")
  func places() throws {
    let body = WordMaker.paragraph("一") + "<w:p/>" + WordMaker.paragraph("二")
    let places = try document(body).blocks.map { block -> Int32? in
      if case .paragraph(let paragraph) = block { paragraph.place.line } else { nil }
    }
    #expect(places == [1, 3])
  }

  @Test("deleted and hidden text is not there, inserted text is")
  func changes() throws {
    let body = """
      <w:p><w:ins>\(WordMaker.run("1"))</w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del>\
      <w:moveFrom>\(WordMaker.run("3"))</w:moveFrom><w:moveTo>\(WordMaker.run("4"))</w:moveTo>\
      \(WordMaker.run("5", "<w:vanish/>"))\(WordMaker.run("6", "<w:vanish w:val=\"0\"/>"))\
      \(WordMaker.run("7", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))</w:p>
      """
    #expect(try paragraphs(body) == ["1467"])
    let joined = """
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(WordMaker.run("甲"))</w:p>\
      <w:p>\(WordMaker.run("乙"))</w:p>
      """
    #expect(try paragraphs(joined) == ["甲乙"])
  }

  @Test(
    "text that a style hides is in doubt",
    arguments: [
      "<w:rStyle w:val=\"Gone\"/>", "<w:rStyle w:val=\"OnGone\"/>", "<w:rStyle w:val=\"Struck\"/>",
      "<w:rStyle w:val=\"Ring\"/>", "<w:color w:val=\"FFFFFF\"/>", "<w:sz w:val=\"1\"/>",
      "<w:rStyle w:val=\"White\"/>",
    ])
  func styles(properties: String) throws {
    let styles = """
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:styleId="OnGone"><w:basedOn w:val="Gone"/></w:style>
      <w:style w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
      <w:style w:styleId="Ring"><w:basedOn w:val="Ring"/><w:rPr><w:dstrike/></w:rPr></w:style>
      <w:style w:styleId="White"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>
      <w:style w:styleId="Plain"><w:rPr><w:sz w:val="21"/><w:strike w:val="0"/></w:rPr></w:style>
      </w:styles>
      """
    let cell = { (properties: String) throws -> GridCell? in
      let body = WordMaker.table([["<w:p>\(WordMaker.run("12", properties))</w:p>"]])
      let text = try ZipDirectory.open(WordMaker.package(WordMaker.xml(body), styles: styles)) {
        directory throws(ReadingError) in
        var budget = UnpackingBudget(limits: .standard)
        return try WordReader.read(
          directory, part: "word/document.xml", limits: .standard, budget: &budget)
      }
      return text.blocks.compactMap { block in
        if case .grid(let grid) = block { grid.cells.first } else { nil }
      }.first
    }
    #expect(try cell(properties)?.isOpaque == true)
    for plain in ["", "<w:rStyle w:val=\"Plain\"/>", "<w:rStyle w:val=\"Unknown\"/>"] {
      #expect(try cell(plain)?.isOpaque == false)
    }
    let black = "<w:rStyle w:val=\"White\"/><w:color w:val=\"auto\"/>"
    #expect(try cell(black)?.isOpaque == false)
  }

  @Test("of a field only the result")
  func fields() throws {
    let f = Self.field
    let nested =
      f("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + f("begin")
      + "<w:r><w:instrText>X</w:instrText></w:r>" + f("separate") + WordMaker.run("9") + f("end")
      + f("separate") + WordMaker.run("12") + f("end")
    #expect(try paragraphs("<w:p>\(nested)</w:p>") == ["12"])
    let simple = "<w:fldSimple w:instr=\"PAGE\">\(WordMaker.run("4"))</w:fldSimple>"
    #expect(try paragraphs("<w:p>\(simple)</w:p>") == ["4"])
    // What is drawn without a result, or hangs in an open field, is not known.
    for text in [f("begin") + f("end"), f("begin") + WordMaker.run("5"), nested] {
      #expect(try onlyCell("<w:p>\(WordMaker.run("1"))\(text)</w:p>").isOpaque)
    }
    let whole = f("begin") + f("separate") + WordMaker.run("12") + f("end")
    let cell = try onlyCell("<w:p>\(whole)</w:p>")
    #expect(cell.text == "12" && !cell.isOpaque)
  }

  @Test("a text box once, its alternatives not twice")
  func textBoxes() throws {
    let box = "<w:txbxContent>\(WordMaker.paragraph("框"))</w:txbxContent>"
    let body = """
      <w:p>\(WordMaker.run("前"))<w:r><mc:AlternateContent>\
      <mc:Choice Requires="wps"><w:drawing>\(box)</w:drawing></mc:Choice>\
      <mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r>\(WordMaker.run("后"))</w:p>
      """
    #expect(try paragraphs(body) == ["框", "前后"])
    let cell = try onlyCell("<w:p>\(WordMaker.run("1"))<w:r><w:pict>\(box)</w:pict></w:r></w:p>")
    #expect(cell.isOpaque)
  }

  @Test("cells that show more than their text are unclear; a picture beside a figure may be one")
  func unclear() throws {
    for content in [
      "<w:p>\(WordMaker.run("1", "<w:strike/>"))</w:p>",
      "<w:p>\(WordMaker.run("1", "<w:vertAlign w:val=\"superscript\"/>"))</w:p>",
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>",
      "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F031\"/></w:r></w:p>",
      "<w:p><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></w:p>",
      "<w:p><w:r><w:drawing/></w:r></w:p>",
      "<w:p>\(WordMaker.run("1"))<w:r><w:drawing/></w:r></w:p>",
      "<w:p><w:r><w:ruby><w:rt>\(WordMaker.run("a"))</w:rt>"
        + "<w:rubyBase>\(WordMaker.run("1"))</w:rubyBase></w:ruby></w:r></w:p>",
      WordMaker.table([[WordMaker.paragraph("1")]]),
    ] {
      #expect(try onlyCell(content).isOpaque, "\(content)")
    }
    for content in [
      WordMaker.paragraph("1"), "<w:p>\(WordMaker.run("1", "<w:strike w:val=\"false\"/>"))</w:p>",
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>\(WordMaker.run("1"))</w:p>",
    ] {
      let cell = try onlyCell(content)
      #expect(cell.text == "1" && !cell.isOpaque, "\(content)")
    }
  }

  @Test("rows that are deleted or hidden are no rows")
  func droppedRows() throws {
    let row: (String, String) -> String = { properties, text in
      "<w:tr><w:trPr>\(properties)</w:trPr><w:tc>\(WordMaker.paragraph(text))</w:tc></w:tr>"
    }
    let grid = try grids(
      "<w:tbl>\(row("", "1"))\(row("<w:del/>", "2"))\(row("<w:hidden/>", "3"))"
        + "\(row("<w:ins/>", "4"))</w:tbl>")
    #expect(grid.first?.cells.map(\.text) == ["1", "4"])
    #expect(grid.first?.rowCount == 2)
  }

  @Test("merged cells, and columns before a row")
  func merged() throws {
    let cell: (String, String) -> String = { properties, text in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordMaker.paragraph(text))</w:tc>"
    }
    let grid = try #require(
      try grids(
        "<w:tbl><w:tr>\(cell("<w:vMerge w:val=\"restart\"/><w:gridSpan w:val=\"2\"/>", "a"))"
          + "\(cell("", "b"))</w:tr>"
          + "<w:tr>\(cell("<w:gridSpan w:val=\"2\"/><w:vMerge/>", ""))\(cell("", "c"))</w:tr>"
          + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(cell("", "d"))</w:tr>"
          // Nothing above to go on with: a cell of its own, unclear.
          + "<w:tr>\(cell("<w:vMerge/>", "e"))</w:tr></w:tbl>"
      ).first)
    #expect(grid.cells.map(\.text) == ["a", "b", "c", "d", "e"])
    #expect(grid.cells.map(\.isOpaque) == [false, false, false, false, true])
    #expect(grid.cells[0].rowSpan == 2 && grid.cells[0].columnSpan == 2)
    #expect(grid.cell(row: 1, column: 1) == 0)
    #expect(grid.cell(row: 1, column: 2) == 2)
    #expect(grid.cell(row: 2, column: 0) == nil)
    #expect(grid.cells[3].column == 1)
  }

  @Test("text in the lower part of a merged cell makes the cell unclear")
  func textBelow() throws {
    let merged =
      "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
      + "\(WordMaker.paragraph("1"))</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"
      + "\(WordMaker.paragraph("2"))</w:tc></w:tr></w:tbl>"
    let cells = try #require(try grids(merged).first).cells
    #expect(cells.map(\.text) == ["1"])
    #expect(cells.map(\.isOpaque) == [true])
  }
}
