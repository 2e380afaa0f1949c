import Forms
import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("Text that keeps the layout of printed pages")
struct AlignedTextTests {
  private func pieces(_ form: String, table: Int) throws -> HeadPieces {
    let block = try #require(FormCatalog.standard.form(form)?.table(table)?.blocks.first)
    return HeadPieces(block)
  }

  private func lines(_ text: String) -> [[FoldedText]] {
    text.split(separator: "\n").map { line in
      line.split(separator: " ").map { FoldedText(String($0)) }
    }
  }

  private let heads = """
    申请人情况
    法人或其他组织
    自然人 商业企 科研机 社会公 法律服 总计
    其他
    业 构 益组织 务机构
    """

  @Test("heads in pieces are the form's when all pieces fit in order")
  func headsInPieces() throws {
    let pieces = try pieces("gid-2021", table: 3)
    #expect(pieces.units(in: lines(heads))?.count == 7)
    #expect(pieces.units(in: lines("三、收到情况\n" + heads))?.count == 7)
  }

  @Test("heads one below the other have no order, whatever the order of their lines")
  func headsBelowEachOther() throws {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let pieces = try pieces("gid-2021", table: 3)
    #expect(pieces.units(in: lines(names.joined(separator: "\n"))) == nil)
    #expect(pieces.units(in: lines(names.reversed().joined(separator: "\n"))) == nil)
    #expect(pieces.units(in: lines(names.joined(separator: " ")))?.count == 7)
  }

  @Test(
    "heads exchanged, lost or one too many are not the form's",
    arguments: [
      ("商业企 科研机", "科研机 商业企"), ("自然人 ", ""), ("业 构", "业 构 率"), ("其他", "其他 占比"),
    ])
  func otherHeads(_ change: (old: String, new: String)) throws {
    var parts = heads.split(separator: "\n").map(String.init)
    for index in parts.indices where parts[index].contains(change.old) && index > 1 {
      let cut = parts[index].components(separatedBy: change.old)
      parts[index] = cut.joined(separator: change.new)
    }
    let pieces = try pieces("gid-2021", table: 3)
    #expect(pieces.units(in: lines(parts.joined(separator: "\n"))) == nil)
  }

  private static let page = """
            青石市水务局2022年政府信息公开工作年度报告
       三、收到和处理政府信息公开申请情况
                                    申请人情况
                                        法人或其他组织
                                    自然人                                       总计
                                           商业企    科研机     社会公    法律服
                                                                     其他
                                             业      构      益组织    务机构
       一、本年新收政府信息公开申请数量        31        2         0         1      0      0    34
       二、上年结转政府信息公开申请数量         4        0         0         0      0      0     4
       三、    （一）予以公开                12        1         0         1      0      0    14
       本      （二）部分公开                 5        0         0         0      0      0     5
       年              1.属于国家秘密         0        0         0         0      0      0     0
       度              2.其他法律行政法规禁
       办                                     3        0         0         0      0      0     3
       理              止公开
              （三）不 3.危及“三安全一稳定”    0        0         0         0      0      0     0
              予公开   4.保护第三方合法权益   1        0         0         0      0      0     1
                       5.属于三类内部事务信息 0        0         0         0      0      0     0
                       6.属于四类过程性信息   2        0         -         0      0      0     2
    """

  @Test("rows are read by the order of their figures, labels over several lines")
  func alignedRows() throws {
    let report = try ReportReader().read(bytes: Array((Self.page + "\n").utf8), path: "页面.txt")
    let cells = report.tables.flatMap(\.cells)
    let printed = Dictionary(cells.map { ($0.key, $0.printed) }, uniquingKeysWith: { $1 })
    func row(_ code: String) -> [String?] {
      Applicant.allCases.map { printed[CellKey(IndicatorCode(code), $0)] }
    }
    #expect(row("requests.new") == ["31", "2", "0", "1", "0", "0", "34"])
    #expect(row("outcome.refused.statute") == ["3", "0", "0", "0", "0", "0", "3"])
    #expect(row("outcome.refused.third_party") == ["1", "0", "0", "0", "0", "0", "1"])
    #expect(row("outcome.refused.process") == ["2", "0", "-", "0", "0", "0", "2"])
  }

  @Test("a row with a figure too few is not read")
  func blankCell() throws {
    let text = Self.page.components(separatedBy: "34\n").joined(separator: "  \n") + "\n"
    let report = try ReportReader().read(bytes: Array(text.utf8), path: "页面.txt")
    let cells = report.tables.flatMap(\.cells).filter { $0.key.indicator.text == "requests.new" }
    #expect(cells.count == 7)
    #expect(cells.allSatisfy { $0.status == .ambiguous })
  }
}
