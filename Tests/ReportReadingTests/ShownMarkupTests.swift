import Testing

@testable import ReportReading

/// What is left out before a page is parsed changes nothing of what is read.
@Suite("Markup without scripts and styles")
struct ShownMarkupTests {
  private func document(_ text: [UInt8]) throws -> String {
    String(describing: try HTMLReader.parse(text, limits: .standard))
  }

  @Test("scripts and styles without effect are left out, line breaks stay")
  func leftOut() throws {
    let page = """
      <html><head><style>
      /* a */ .a { color: red }
      .b { display: none }
      </style><script>
      if (a < b) { document.write("<table><tr><td>1</td></tr></table>") }
      </script></head><body><p>x</p></body></html>
      """
    let trimmed = try #require(ShownMarkup.trimmed(Array(page.utf8)))
    let text = String(decoding: trimmed, as: UTF8.self)
    #expect(!text.contains("color") && !text.contains("document.write"))
    #expect(text.contains(".b { display: none }"))
    #expect(text.count { $0 == "\n" } == page.count { $0 == "\n" })
  }

  @Test(
    "nothing is left out whose extent is not certain",
    arguments: [
      "<svg><script><p>1</p></script></svg>", "<!--><script>a</script>--!><p>1</p>",
      "<select><style><p>1</p></style></select>", "<script><!-- <script> </script> --></script>",
      "<script>a</script", "<style>a</sty", "<title><script>a</script>",
      "<plaintext><script>a</script>",
      "<noscript><style>a</style></noscript>", "<a b=\"<script>c</script>",
      "<textarea><script>a</script></textarea>", "<iframe><script>a</script></iframe>",
    ])
  func uncertain(_ page: String) throws {
    let text = Array(page.utf8)
    #expect(try document(ShownMarkup.trimmed(text) ?? text) == document(text))
  }

  private static let pieces = [
    "<script>", "</script>", "<SCRIPT type='a>b'>", "</Script >", "<script/>", "<!--", "-->",
    "--!>",
    "<!-->", "<!--->", "<style>", "</style>", "<STYLE media=\"x\">", ".a{display:none}",
    "#b{color:red}",
    "@media print{", "}", "/*", "*/", ".c, p .d > .a{ visibility : hidden }", "<select>",
    "</select>",
    "<option>", "<svg>", "</svg>", "<title>", "</title>", "<textarea>", "</textarea>", "<noscript>",
    "</noscript>", "<iframe>", "</iframe>", "<table>", "</table>", "<tr>", "<td>12",
    "<td class=a>3</td>",
    "<td class='d'><span id=b>4</span>", "<p>行政处罚", "</p>", "<br>", "<div style=\"a:'>\">",
    "</div>",
    "\"", "'", "<", ">", "</", "<!", "<?", "<a href=", "\n", "\r\n", "\r", " ", "=", "/", "&lt;",
    "x",
    "<p style='color:red'>", "<td STYLE = \"width:1pt\n\" rowspan=2>",
    "<span style='display:none'>",
    "<div style=\"float:left\">", "<b style='color:red'>", "<td style='color:white'>",
    "<p style='background:url(a)'>", "<p style='margin:0'>", "<i style=\"a:b&quot;\">",
    "<td style=x:y>",
    "<p style='a:b' style='display:none'>", "<tr style='colo", "<![CDATA[", "]]>", "<template>",
    "<caption>", "<col>", "<body>", "</html>", "<frameset>",
    "<xmp>",
    "</xmp>", "<plaintext>", "<!DOCTYPE html>", "<h1>2021年", "if (a < b)", "<math>", "<mi>",
  ]

  @Test("pages of random pieces read the same", arguments: 0..<20)
  func random(_ seed: Int) throws {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var trimmedCount = 0
    for _ in 0..<150 {
      // Whole elements at the beginning, so that most pages get beyond their first piece.
      var page = "<style>.a{display:none} .e{color:red}</style><script>\n1 < 2\n</script>"
      for _ in 0..<(3 + next(25)) { page += Self.pieces[next(Self.pieces.count)] }
      let text = Array(page.utf8)
      guard let trimmed = ShownMarkup.trimmed(text) else { continue }
      trimmedCount += 1
      let (left, right) = (try document(trimmed), try document(text))
      #expect(left == right, "\(page)")
    }
    #expect(trimmedCount == 150)
  }
}
