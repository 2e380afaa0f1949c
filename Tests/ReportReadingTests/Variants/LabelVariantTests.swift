import ReportModel
import Testing

@testable import ReportReading

/// Labels of rows and columns as pages print them.
///
/// - shortened, with lost or doubled characters, other punctuation, spaces inside
/// - broken over lines, one character a line, one element a character
/// - the printed note above the table, at the foot of each page, or torn into the heads
/// - 三、本年度办理结果 again after a page break
/// - traditional characters, words put in place of others, pronunciation in brackets
@Suite("Variants of labels")
struct LabelVariantTests {
  private static let layouts: [PageLayout] = [
    .spans, .emptyCells, .repeatedText, .pipes, .compactPipes, .lines, .brokenLines,
  ]

  @Test(
    "labels and heads of the form of 2021",
    arguments: [
      ("行政规范性文件", "规范性文件"), ("行政规范性文件", "规范性"), ("行政规范性文件", "行政规范性 文件"),
      ("现行有效件数", "现行有效件"), ("现行有效件数", "现行有效件数 (历史累计)"), ("第二十条第（一）项", "第二十条 第(一)项"),
      ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"), ("2.其他法律行政法规禁止公开", "2. 其他法律行政法规禁止公开"),
      ("1.信访举报投诉类申请", "1、信访举报投诉类申请"), ("3.危及“三安全一稳定”", "3.危及\"三安全一稳定\""),
      ("3.危及“三安全一稳定”", "3.危及三安全一稳定"), ("6.属于四类过程性信息", "6.属于四类过程性性信息"),
      ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请"),
      ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"),
      ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"),
      ("（六）其他处理", "(六) 其他"), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
      ("商业企业", "商业 企业"), ("总计", "合计"), ("（七）总计", "（七） 总 计"), ("3.其他", "3.其它"),
      ("规章", "規(guī)章"), ("现行有效件数", "現(xiàn)行有效件數(shù)"),
      ("（一）予以公开", "（一）予以公(gong)(gong)開(kai)(kai)"), ("行政规范性文件", "行政規範性檔案"),
      ("行政规范性文件", "規範性文件"), ("行政规范性文件", "规范性文件"), ("三、本年度办理结果", "三、本年度办 理结果"),
      ("四、结转下年度继续办理", "四、結轉下年度繼續辦理"),
    ])
  func of2021(label: String, printed: String) throws {
    for layout in Self.layouts {
      var page = try SamplePage(form: "gid-2021")
      page.rename(label, to: printed)
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }

  @Test(
    "labels and heads of the form of 2019",
    arguments: [
      ("本年新制作数量", "本年新"), ("规范性文件", "規範性檔案"), ("本年增/减", "本年增／减"), ("本年增/减", "本年增减"),
      ("其他对外管理服务事项", "其它对外管理服务事项"),
    ])
  func of2019(label: String, printed: String) throws {
    for layout in Self.layouts {
      var page = try SamplePage(form: "gid-2019")
      page.rename(label, to: printed)
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }

  @Test(
    "labels and heads broken over lines",
    arguments: [
      ("gid-2019", "本年新制作数量", ["本年新", "制作数量"]), ("gid-2021", "商业企业", ["商业企", "业"]),
      ("gid-2021", "商业企业", ["商业", "企业"]), ("gid-2021", "（四）无法提供", ["（四）无", "法提供"]),
      ("gid-2021", "三、本年度办理结果", ["三", "、", "本", "年", "度", "办", "理", "结", "果"]),
      ("gid-2021", "三、本年度办理结果", ["三、", "本年度办", "理结果"]),
      ("gid-2021", "5.要求行政机关确认或重新出具已获取信息", ["5.要求行政机关确认或", "重新出具已获取信息"]),
      ("gid-2021", "2.没有现成信息需要另行制作", ["2.没有现成信息需要另行", "制作"]),
    ])
  func broken(form: String, label: String, lines: [String]) throws {
    var page = try SamplePage(form: form)
    page.rename(label, to: lines.joined(separator: "\n"))
    for layout in [PageLayout.lines] {
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
    for wrapped in [
      lines.joined(separator: "<br>"), lines.map { "<p>\($0)</p>" }.joined(),
      label.map { "<span>\($0)</span>" }.joined(),
    ] {
      var page = try SamplePage(form: form)
      page.rename(label, to: wrapped)
      let check = try PageCheck(page.bytes(.spans), of: page)
      #expect(check.isWhole, "\(wrapped) \(check.summary)")
    }
  }

  private static let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

  @Test("the printed note above the table, in no place, or on lines of its own", arguments: layouts)
  func note(layout: PageLayout) throws {
    let page = try SamplePage(form: "gid-2021")
    var moved = page
    moved.rename(Self.note, to: "")
    let line = layout.isHTML ? "<p>\(Self.note)</p>" : Self.note
    let heading = "三、收到和处理政府信息公开申请情况"
    for text in [
      moved.text(layout),
      moved.text(layout).replacingFirst(
        heading, with: layout.isHTML ? heading : "\(heading)\n\(line)"),
    ] {
      // A blank corner leaves no line.
      let check = try PageCheck(text, of: page)
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }

  @Test("the note and the heads again at each page break, in text")
  func noteAtTheFoot() throws {
    let page = try SamplePage(form: "gid-2021")
    let heads = "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他"
    let text = page.text(.lines)
    for (mark, added) in [
      ("1.属于国家秘密", Self.note), ("（四）无法提供", "（本列数据的勾稽关系为：第一项加第二项\n之和，等于第三项加第四项之和）"),
      ("（五）不予处理", "- 4 -\n\(Self.note)\n\(heads)"), ("3.其他", "三、本年度办理结果"),
    ] {
      let check = try PageCheck(text.replacingFirst(mark, with: "\(added)\n\(mark)"), of: page)
      #expect(check.isWhole, "\(mark) \(check.summary)")
    }
  }

  @Test("the note torn into the heads: right, or left open")
  func tornNote() throws {
    let page = try SamplePage(form: "gid-2021")
    let heads = [
      "申请人情况", "（本列数据的勾稽关系为：第一项加第二项法人或其他组织", "之和，等于第三项加第四项之和）", "自然人总计",
      "商业企科研机社会公法律服", "其他", "业构益组织务机构",
    ]
    let text = page.text(.lines)
    let start = text.replacingFirst(Self.note, with: "⌖").split(separator: "⌖").map(String.init)
    let rest = start[1].replacingFirst("一、本年新收", with: "⌖一、本年新收").split(separator: "⌖")
      .map(String.init)
    let torn = start[0] + heads.joined(separator: "\n") + "\n" + rest[1]
    let check = try PageCheck(torn, of: page)
    #expect(check.wrong.isEmpty, "\(check.summary)")
  }

  @Test("三、本年度办理结果 again where a page break cut the table", arguments: [PageLayout.spans, .pipes])
  func groupAgain(layout: PageLayout) throws {
    var page = try SamplePage(form: "gid-2021")
    let sheet = try #require(page.sheets[3]?[0])
    var second = Array(sheet[15...])
    second[0].insert(.init(text: "三、本年度办理结果", rowSpan: 11), at: 0)
    page.sheets[3] = [Array(sheet[..<15]), second]
    page.edit { if $0.text == "三、本年度办理结果" { $0.rowSpan = min($0.rowSpan, 11) } }
    page.edit { if $0.text == "（三）不予公开" { $0.rowSpan = min($0.rowSpan, 8) } }
    let check = try PageCheck(page.bytes(layout), of: page)
    #expect(check.wrong.isEmpty, "\(check.summary)")
  }

  @Test("a whole page in traditional characters, compatibility characters and Kangxi radicals")
  func scripts() throws {
    let variants: [Character: String] = [
      "开": "開", "规": "規", "数": "數", "条": "條", "项": "項", "处": "處", "关": "關", "机": "機", "组": "組",
      "织": "織", "总": "總", "计": "計", "业": "業", "会": "會", "团": "團", "务": "務", "复": "復", "议": "議",
      "诉": "訴", "讼": "訟", "结": "結", "维": "維", "纠": "糾", "审": "審", "经": "經", "请": "請", "办": "辦",
      "理": "\u{F9E4}", "不": "\u{F967}", "年": "\u{F98E}", "行": "\u{FA08}", "类": "\u{F9D0}",
      "律": "\u{F9D8}", "金": "\u{2FA6}", "人": "⼈", "一": "⼀", "二": "⼆", "无": "⽆", "自": "⾃",
      "长": "⻓", "门": "⻔", "民": "⺠", "立": "⽴", "生": "⽣", "用": "⽤", "文": "⽂", "本": "本",
    ]
    for form in ["gid-2019", "gid-2021"] {
      var page = try SamplePage(form: form)
      page.edit { cell in
        if cell.key == nil { cell.text = cell.text.map { variants[$0] ?? String($0) }.joined() }
      }
      for layout in Self.layouts {
        let check = try PageCheck(page.bytes(layout), of: page)
        #expect(check.isWhole, "\(layout) \(check.summary)")
      }
    }
  }

  @Test(
    "characters that show nothing inside labels",
    arguments: ["\u{200B}", "\u{FEFF}", "\u{3000}", "\u{A0}"])
  func invisible(mark: String) throws {
    var page = try SamplePage(form: "gid-2021")
    page.edit { cell in
      if cell.key == nil, cell.text.count > 3 {
        cell.text.insert(contentsOf: mark, at: cell.text.index(cell.text.startIndex, offsetBy: 3))
      }
    }
    for layout in [PageLayout.spans, .pipes, .lines] {
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }
}
