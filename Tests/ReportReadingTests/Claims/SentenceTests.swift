import Testing

@testable import ReportReading

/// Sentences of the shapes that bodies use, with figures of our own.
@Suite("Claims in sentences")
struct SentenceTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let sentence: String
    let claims: [String]
    var body = "云岭市人民政府"
    var year = 2023
    var form = "gid-2021"

    init(
      _ sentence: String, _ claims: [String], body: String = "云岭市人民政府", year: Int = 2023,
      form: String = "gid-2021"
    ) {
      self.sentence = sentence
      self.claims = claims
      self.body = body
      self.year = year
      self.form = form
    }

    var testDescription: String { sentence }
  }

  static let samples: [Sample] = [
    // What came in, was dealt with, and was left over.
    Sample(
      "全年新收政府信息公开申请58件，上年结转4件，办结57件，结转下年度5件。",
      [
        "requests.new 58件", "requests.carried_in 4件", "outcome.total 57件",
        "requests.carried_out 5件",
      ]),
    Sample(
      "全区共受理依申请公开120件，答复118件（含上年结转6件，另有8件顺延到下一年度）。",
      [
        "requests.new 120件", "outcome.total 118件", "requests.carried_in 6件 (word:上年结转)",
        "requests.carried_out 8件",
      ], body: "青河区人民政府"),
    Sample(
      "2023年，全区受理政府信息公开申请33件，均在法定期限内答复。",
      ["requests.new | requests.handled_load 33件 (word:受理)"], body: "青河区人民政府"),
    Sample(
      "全市收办政府信息公开申请210件（市政府20件、市直部门90件、澜溪县100件），同比增长5.25%。",
      [
        "requests.handled_load 210件", "requests.handled_load 20件 (body:市政府)",
        "requests.handled_load 90件 (body:市直部门)", "requests.handled_load 100件 (body:澜溪县)",
        "requests.handled_load 5.25% growth",
      ]),
    Sample(
      "收到政府信息公开申请30件，办结29件，1件结转下年度继续办理。",
      [
        "requests.new | requests.handled_load 30件 (word:收到)", "outcome.total 29件",
        "requests.carried_out 1件",
      ]),
    Sample(
      "全年收到政府信息公开申请41件，其中新收38件，上年结转3件；办结39件，结转下年2件。",
      [
        "requests.handled_load 41件", "requests.new 38件", "requests.carried_in 3件",
        "outcome.total 39件", "requests.carried_out 2件",
      ]),
    Sample(
      "受理政府信息公开申请77件，其中自然人70件，法人或其他组织7件。",
      [
        "requests.new | requests.handled_load 77件 (word:受理)",
        "requests.new | requests.handled_load[person] 70件 (word:受理)",
        "requests.new | requests.handled_load[firm+research+charity+law+other] 7件 (word:受理)",
      ]),
    Sample(
      "全年新收信息公开申请81份：自然人80份、商业企业1份。",
      ["requests.new 81份", "requests.new[person] 80份", "requests.new[firm] 1份"]),
    // Outcomes.
    Sample(
      "办结申请60件，其中予以公开30件（50.00%）、部分公开6件（10.00%）、无法提供20件（33.33%）、其他处理4件（6.67%）。",
      [
        "outcome.total 60件", "outcome.granted 30件", "outcome.granted 50% share",
        "outcome.partial 6件", "outcome.partial 10% share", "outcome.unavailable 20件",
        "outcome.unavailable 33.33% share", "outcome.other 4件", "outcome.other 6.67% share",
      ]),
    Sample(
      "答复政府信息公开申请90件，予以公开及部分公开45件，占50%；不予公开9件，占10%；因本机关不掌握等原因无法提供36件，占40%。",
      [
        "outcome.total 90件", "outcome.granted + outcome.partial 45件",
        "outcome.granted + outcome.partial 50% share", "outcome.refused 9件",
        "outcome.refused 10% share", "outcome.unavailable 36件", "outcome.unavailable 40% share",
      ]),
    Sample(
      "在依申请公开办理中，予以公开、部分公开、不予公开分别为12件、3件、5件。",
      ["outcome.granted 12件", "outcome.partial 3件", "outcome.refused 5件"]),
    Sample(
      "依申请公开答复中，属于过程性信息1件，本机关不掌握2件。",
      ["outcome.refused.process 1件", "outcome.unavailable.not_held 2件"]),
    Sample(
      "所有办结的信息公开申请中同意公开答复9件，无法提供的10件，转下一年度办理答复的有1件。",
      ["outcome.granted 9件", "outcome.unavailable 10件", "requests.carried_out 1件"]),
    Sample(
      "依申请公开予以公开12，部分公开67，不予公开1。",
      ["outcome.granted 12", "outcome.partial 67", "outcome.refused 1"]),
    // Proceedings.
    Sample(
      "因政府信息公开引发行政复议36件，行政诉讼9件。", ["review.total 36件", "suit.total 9件"]),
    Sample(
      "信息公开类行政复议7件，诉讼9件，均获维持。",
      [
        "review.total 7件", "suit.total 9件", "review.corrected none",
        "review.pending none (word:均获维持)",
        "suit_direct.corrected + suit_reviewed.corrected none",
        "suit_direct.pending + suit_reviewed.pending none (word:均获维持)",
      ]),
    Sample(
      "涉及政府信息公开的行政诉讼1起、行政复议2起，均已结案。",
      [
        "suit.total 1起", "review.total 2起", "review.pending none",
        "suit_direct.pending + suit_reviewed.pending none",
      ]),
    Sample(
      "全年备案政府信息依申请公开领域行政复议案件44件，行政诉讼案件12件。",
      ["review.total 44件 (word:备案)", "suit.total 12件 (word:备案)"]),
    Sample(
      "信息公开行政复议3件，其中结果纠正1件；行政诉讼2件。",
      ["review.total 3件", "review.corrected 1件", "suit.total 2件"]),
    Sample(
      "政府信息公开行政复议、行政诉讼案件共74件。", ["review.total + suit.total 74件"]),
    Sample(
      "2023年有1件涉及政府信息公开工作的行政复议，该行政复议件未被复议机关纠错。",
      ["review.total 1件", "review.corrected none"]),
    Sample("全年受理行政复议案件120件。", ["review.total 120件 (word:受理; subset:行政复议案件)"]),
    // What there was none of.
    Sample("没有信息公开行政复议和信息公开行政诉讼。", ["review.total none", "suit.total none"]),
    Sample("本年度未收到依申请公开请求。", ["requests.new none"]),
    // The sample's body is a government, of which 我局 is one department.
    Sample("我局未接到任何形式的政府信息公开申请。", ["requests.new none (body:我局)"]),
    Sample("我市未接到任何形式的政府信息公开申请。", ["requests.new none"]),
    Sample("全年新收0件，上年结转0件政府信息公开申请。", ["requests.new 0件", "requests.carried_in 0件"]),
    Sample(
      "没有发生因政府信息公开引起的举报、投诉、行政复议或行政诉讼。",
      ["review.total none", "suit.total none"]),
    Sample(
      "无因政府信息公开被申请行政复议、提起行政诉讼方面的情况。",
      ["review.total none", "suit.total none"]),
    Sample(
      "2023年,未收到依申请公开事项.没有行政诉讼.", ["requests.new none", "suit.total none"]),
    // Documents and decisions.
    Sample(
      "制发行政规范性文件6件，废止4件，现行有效32件。",
      ["normative.issued 6件", "normative.repealed 4件", "normative.in_force 32件"]),
    Sample(
      "制定规范性文件2件、废止1件。",
      ["normative.issued 2件 (word:制定)", "normative.repealed 1件"]),
    Sample("主动公开规章3件，行政规范性文件16件。", ["? 3件", "? 16件"]),
    Sample("新制作规范性文件8件。", ["normative.made 8件"], form: "gid-2019"),
    Sample("制发规范性文件8件。", ["? 8件"], form: "gid-2019"),
    Sample(
      "办理行政许可46209件，作出行政处罚决定6件。",
      ["licensing.decisions 46209件", "penalty.decisions 6件"]),
    Sample("公示行政许可信息97条，梳理行政处罚事项20项。", ["? 97条", "? 20项"]),
    Sample("建立规章制度5项。", ["? 5项"]),
    Sample(
      "我镇行政事业性收费项目共2个，较上年度无增减。",
      [
        "fees.items_previous + fees.items_change 2个",
        "fees.items_previous + fees.items_change 0个 change",
      ], form: "gid-2019"),
    // Fees for information are on no form.
    Sample(
      "对9件政府信息公开申请收取信息处理费950元。其中，县民政局1件，收取380元；县公安局8件，收取570元。",
      [
        "? 9件", "? 950元", "? 1件 (body:县民政局)", "? 380元 (body:县民政局)",
        "? 8件 (body:县公安局)", "? 570元 (body:县公安局)",
      ]),
    Sample("无收取信息处理费情况。", ["? none"]),
    // How figures are written.
    Sample("新收政府信息公开申请三百二十一件。", ["requests.new 321件"]),
    Sample("新收政府信息公开申请两件。", ["requests.new 2件"]),
    Sample("新收政府信息公开申请１２件。", ["requests.new 12件"]),
    Sample("新收政府信息公开申请3,607件。", ["requests.new 3607件"]),
    Sample("主动公开政府信息18万余条。", ["? 180000条 at-least"]),
    Sample("全市公开政府信息195.4万条，更新栏目约20个。", ["? 1954000条", "? 20个 about"]),
    Sample("新收政府信息公开申请近50件。", ["requests.new 50件 at-most"]),
    Sample("二〇二三年新收依申请公开5件。", ["requests.new 5件"]),
    // Comparison.
    Sample(
      "新收政府信息公开申请99件，申请数量较去年下降12.30%。",
      ["requests.new 99件", "requests.new -12.3% growth"]),
    Sample(
      "新收政府信息公开申请99件，比上年增加9件。", ["requests.new 99件", "requests.new 9件 change"]),
    Sample("行政许可较上年增加50件。", ["licensing.decisions 50件 change"]),
    Sample(
      "新收政府信息公开申请90件，是上年的1.5倍。",
      ["requests.new 90件", "requests.new 50倍 growth"]),
    Sample(
      "新收政府信息公开申请90件，同比增长2倍。",
      ["requests.new 90件", "requests.new 200倍 growth (word:倍)"]),
    Sample(
      "新收政府信息公开申请90件，较上年增长1倍多。",
      ["requests.new 90件", "requests.new 100倍 growth at-least (word:倍)"]),
    Sample(
      "办结申请60件，其中予以公开30件，占50.00%，较上年提高3.2个百分点。",
      [
        "outcome.total 60件", "outcome.granted 30件", "outcome.granted 50% share",
        "outcome.granted 3.2个百分点 points",
      ]),
    Sample(
      "办结申请60件，其中予以公开30件，占百分之五十；部分公开2件，占百分之三点三三。",
      [
        "outcome.total 60件", "outcome.granted 30件", "outcome.granted 50% share",
        "outcome.partial 2件", "outcome.partial 3.33% share",
      ]),
    // Ranges and bounds.
    Sample(
      "新收政府信息公开申请30至40件。", ["requests.new 30件 at-least", "requests.new 40件 at-most"]),
    Sample(
      "新收政府信息公开申请30件—40件。", ["requests.new 30件 at-least", "requests.new 40件 at-most"]),
    Sample(
      "办结政府信息公开申请三至五件。", ["outcome.total 3件 at-least", "outcome.total 5件 at-most"]),
    Sample("新收政府信息公开申请不少于20件。", ["requests.new 20件 at-least"]),
    Sample("新收政府信息公开申请20件左右。", ["requests.new 20件 about"]),
    Sample("新收政府信息公开申请约20件。", ["requests.new 20件 about"]),
    Sample("新收政府信息公开申请20余件。", ["requests.new 20件 at-least"]),
    Sample("新收政府信息公开申请20件以上。", ["requests.new 20件 at-least"]),
    Sample("新收政府信息公开申请少于20件。", ["requests.new 20件 at-most"]),
    // Figures that a sentence denies.
    Sample(
      "信息公开行政复议3件，没有1件被纠错。", ["review.total 3件", "review.corrected none"]),
    Sample("未收到1件政府信息公开申请。", ["requests.new none"]),
    Sample("没有发生一起政府信息公开行政诉讼。", ["suit.total none"]),
    Sample("没有收到5件政府信息公开申请。", []),
    Sample("依申请公开答复无一例外。", []),
    Sample("没有不予公开的信息。", ["outcome.refused none (wording:信息; word:不予公开)"]),
    // Whose, of when, how much of it.
    Sample(
      "区政府办代表区政府受理政府信息公开申请17件。",
      ["requests.new | requests.handled_load 17件 (word:受理; body:区政府办; body:区政府)"],
      body: "青河区人民政府"),
    Sample(
      "市政府办公厅代表市政府新收政府信息公开申请85件。", ["requests.new 85件"],
      body: "云岭市人民政府办公厅"),
    Sample(
      "2022年，新收政府信息公开申请8件。", ["requests.new 8件 (period:2022年)"]),
    Sample(
      "上半年新收政府信息公开申请8件。", ["requests.new 8件 (period:上半年)"]),
    Sample(
      "通过网络渠道新收政府信息公开申请20件。", ["requests.new 20件 (subset:通过网络渠道)"]),
    Sample(
      "新收涉及房屋征收的政府信息公开申请12件。",
      ["requests.new 12件 (subset:涉及; wording:房屋; wording:征收)"]),
    Sample("按时办结政府信息公开申请54件。", ["outcome.total 54件 (subset:按时)"]),
    Sample("青河区新收政府信息公开申请9件。", ["requests.new 9件"], body: "云岭市青河区人民政府"),
    Sample(
      "全市新收政府信息公开申请9件。", ["requests.new 9件 (body:全市)"], body: "云岭市人民政府办公室"),
    Sample(
      "我区新收政府信息公开申请9件。", ["requests.new 9件 (body:我区)"], body: "青河区水利局"),
    Sample("我局新收政府信息公开申请9件。", ["requests.new 9件"], body: "青河区水利局"),
    Sample("全区新收政府信息公开申请9件。", ["requests.new 9件"], body: "青河综合实验区管理委员会"),
    Sample("澜溪县新收政府信息公开申请9件。", ["requests.new 9件 (body:澜溪县)"]),
    // What narrows one figure narrows the next ones, until the text says otherwise.
    Sample(
      "通过网络收到政府信息公开申请30件、办结28件。",
      [
        "requests.new | requests.handled_load 30件 (word:收到; subset:通过网络)",
        "outcome.total 28件 (subset:通过网络)",
      ]),
    Sample(
      "新收政府信息公开申请40件，其中网络申请30件，予以公开20件。",
      [
        "requests.new 40件", "? 30件", "outcome.granted 20件 (subset:网络申请; word:新收)",
      ]),
    Sample(
      "办结政府信息公开申请40件，其中自然人36件、商业企业4件；予以公开20件。",
      [
        "outcome.total 40件", "outcome.total[person] 36件", "outcome.total[firm] 4件",
        "outcome.granted 20件",
      ]),
    Sample(
      "办结政府信息公开申请40件，其中自然人36件，予以公开20件。",
      [
        "outcome.total 40件", "outcome.total[person] 36件", "outcome.granted 20件 (subset:person)",
      ]),
    Sample(
      "政府信息公开行政诉讼9件，其中未经复议直接起诉5件，结果维持4件。",
      [
        "suit.total 9件", "suit_direct.total 5件",
        "suit_direct.upheld 4件 (word:未经复议直接起诉)",
      ]),
    Sample(
      "新收政府信息公开申请由30件增至35件。",
      ["requests.new 30件 (period:由)", "? 35件"]),
    Sample(
      "新收政府信息公开申请35件，比上年的30件增加5件。",
      ["requests.new 35件", "? 30件 (period:比上年)", "? 5件"]),
    Sample(
      "新收政府信息公开申请20件。政府信息公开行政复议7件，其中上年结转3件。",
      ["requests.new 20件", "review.total 7件", "requests.carried_in 3件 (subset:上年结转)"]),
    Sample(
      "政府信息公开行政复议2件、行政诉讼1件尚未审结。",
      ["review.total 2件 (subset:尚未审结)", "suit.total 1件 (subset:尚未审结)"]),
    Sample(
      "政府信息公开行政复议结果维持、结果纠正分别为2件、1件。",
      ["review.upheld 2件", "review.corrected 1件"]),
    Sample(
      "没有因不予公开引起的行政复议。", ["review.total none (subset:不予公开)"]),
    Sample(
      "全县行政复议案件120件，政府信息公开行政复议3件。",
      ["review.total 120件 (subset:行政复议案件)", "review.total 3件"], body: "澜溪县人民政府"),
    Sample(
      "办结申请60件，其中予以公开30件、部分公开6件，分别占50%、10%。",
      [
        "outcome.total 60件", "outcome.granted 30件", "outcome.partial 6件",
        "outcome.granted 50% share", "outcome.partial 10% share",
      ]),
    Sample(
      "县教育局积极回应关切。全年收到政府信息公开申请12件。",
      ["requests.new | requests.handled_load 12件 (word:收到; body:县教育局)"],
      body: "澜溪县人民政府"),
    Sample(
      "新收政府信息公开申请6件，2022年结转1件，结转2024年2件。",
      ["requests.new 6件", "requests.carried_in 1件", "requests.carried_out 2件"]),
    // What is none.
    Sample("办理不动产登记申请300件，代理刑事诉讼案件20件。", ["? 300件", "? 20件"]),
    Sample("政务公开专栏发布行政许可结果50件。", ["? 50件"]),
    Sample("全年累计受理环境投诉案件363件。", ["? 363件"]),
    Sample(
      "收到信息公开申请5件。及时处理了10起网络热点。",
      [
        "requests.new | requests.handled_load 5件 (word:收到)", "? 10起",
      ]),
    Sample("努力做到“办结一件申请、解决一个问题”。", []),
    Sample("依据《条例》第二十条第（一）项，电话0855-8235987，邮编556011。", []),
  ]

  @Test("each figure is read with what it is of, or with the reason for doubt", arguments: samples)
  func claims(sample: Sample) {
    let found = ProseSample.texts(
      sample.sentence, body: sample.body, year: sample.year, form: sample.form)
    #expect(found == sample.claims)
  }

  @Test("no figure is certain with an unknown word beside it", arguments: samples)
  func unknownWord(sample: Sample) {
    let claims = ProseSample.claims(
      sample.sentence, body: sample.body, year: sample.year, form: sample.form)
    for claim in claims where claim.isCertain && claim.kind == .count {
      var sentence = Array(sample.sentence.unicodeScalars)
      sentence.insert(contentsOf: "甪豩".unicodeScalars, at: claim.offset)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: sentence)
      let found = ProseSample.claims(
        String(text), body: sample.body, year: sample.year, form: sample.form)
      #expect(
        !found.contains { $0.offset == claim.offset + 2 && $0.isCertain }, "\(String(text))")
    }
  }
}
