import Forms
import ReportModel
import Testing

@testable import ReportReading

@Suite("Passages of prose")
struct ProsePassageTests {
  @Test("lines that a page broke are one sentence, and the figure's own line is told")
  func brokenLines() throws {
    let claims = ProseSample.claims(
      """
      （二）依申请公开情况。进一步规范依申请公开流程，全年新收政府
      信息公开申请21件，上年结转
      - 4 -
      """)
    let claim = try #require(claims.first)
    #expect(ProseSample.text(claim) == "requests.new 21件")
    #expect(claim.place == Place(line: 2))
    #expect(claim.sentence == "进一步规范依申请公开流程，全年新收政府信息公开申请21件，上年结转")
    let sentence = Array(claim.sentence.unicodeScalars)
    #expect(sentence[claim.offset...].starts(with: "21件".unicodeScalars))
  }

  @Test("a page number between two lines does not part them")
  func pageNumber() {
    let texts = ProseSample.texts(
      """
      2023年全区依法受理并按照规定程序办理的新收政府信息公开
      - 4 -
      申请21件。
      """)
    #expect(texts.count == 1)
  }

  @Test("what stands in tables, one cell a line or in a grid, is no claim")
  func tables() {
    #expect(
      ProseSample.claims(
        """
        三、收到和处理政府信息公开申请情况
        一、本年新收政府信息公开申请数量
        21
        0
        3.危及“三安全一稳定”
        （四）无法提供
        2.没有现成信息需要另行制作
        7
        行政许可 97
        行政处罚 3
        """
      ).isEmpty)
  }

  @Test("words of a page that shows more than its text are in doubt")
  func unclear() throws {
    let document = Document(blocks: [
      .paragraph(
        Paragraph(text: "全年新收政府信息公开申请9件。", isUnclear: true, place: Place(line: 1)))
    ])
    let reader = ClaimReader(body: "甲局", year: 2023, tables: [], codes: KnownCodes(.standard))
    let claim = try #require(reader.claims(in: document).first)
    #expect(claim.doubts.map(\.reason) == [.print])
    #expect(!claim.isCertain)
  }
}
