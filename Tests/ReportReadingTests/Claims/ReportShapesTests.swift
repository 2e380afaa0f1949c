import Testing

@testable import ReportReading

/// The statements that published reports were found to make, each in words and figures of our own,
/// and with what its figures are truly of: how many of them are found, and that none is taken for
/// another.
@Suite("The shapes of statements")
struct ReportShapesTests {
  struct Shape: Sendable {
    let text: String
    /// What a reader of the form would write beside each figure, as `outcome.granted 12`; with `*`
    /// before it where the words alone leave it open, so that being named among others is enough.
    let truth: [String]
    var body = "青河区人民政府"
    var form = "gid-2021"

    init(_ text: String, _ truth: [String], body: String = "青河区人民政府", form: String = "gid-2021") {
      self.text = text
      self.truth = truth
      self.body = body
      self.form = form
    }
  }

  static let shapes: [Shape] = [
    Shape(
      "我局共办理依申请公开2件。没有因信息公开引起的行政复议和行政诉讼。",
      ["*outcome.total 2", "review.total 0", "suit.total 0"], body: "青河区水利局"),
    Shape(
      "全市共受理政府信息公开申请2210件，答复2187件（含上年结转41件），另有64件顺延到下年度办理。因政府信息公开引发行政复议案件96件，其中结果维持20件、结果纠正11件、其他结果45件、尚未审结20件；行政诉讼案件18件，其中维持9件、纠正2件、其他结果3件、尚未审结4件。",
      [
        "requests.new 2210", "outcome.total 2187", "requests.carried_in 41",
        "requests.carried_out 64", "review.total 96", "review.upheld 20", "review.corrected 11",
        "review.other 45", "review.pending 20", "suit.total 18",
        "suit_direct.upheld + suit_reviewed.upheld 9",
        "suit_direct.corrected + suit_reviewed.corrected 2",
        "suit_direct.other + suit_reviewed.other 3",
        "suit_direct.pending + suit_reviewed.pending 4",
      ], body: "云岭市人民政府"),
    Shape("2023年全区受理政府信息公开申请39件。", ["*requests.new 39"]),
    Shape("2023年，区政府办代表区政府办理政府信息公开申请12件。", ["*outcome.total 12"]),
    Shape(
      "全市全年共收办政府信息公开申请案件1820件（市政府120件、市各有关部门700件、澜溪县1000件），同比增长12.4%，其中，自然人申请1800件，法人或其他组织申请20件；予以公开600件、部分公开200件、不予公开100件、无法提供700件、不予处理120件、作其他处理60件、转下年度办理40件。",
      [
        "requests.handled_load 1820", "requests.handled_load 12.4",
        "requests.handled_load[person] 1800",
        "requests.handled_load[firm+research+charity+law+other] 20", "outcome.granted 600",
        "outcome.partial 200", "outcome.refused 100", "outcome.unavailable 700",
        "outcome.declined 120", "outcome.other 60", "requests.carried_out 40",
      ], body: "云岭市人民政府"),
    Shape(
      "全年备案政府信息公开行政复议案件61件、行政诉讼案件14件。",
      ["review.total 61", "suit.total 14"], body: "云岭市人民政府"),
    Shape(
      "2023年，全县受理政府信息公开申请520件，其中自然人申请515件，法人或其他组织申请5件。全年办理500件，结转下年度20件。因政府信息公开引发的行政复议、行政诉讼相关案件31件。",
      [
        "*requests.handled_load 520", "*requests.handled_load[person] 515",
        "*requests.handled_load[firm+research+charity+law+other] 5", "*outcome.total 500",
        "requests.carried_out 20", "review.total + suit.total 31",
      ], body: "澜溪县人民政府"),
    Shape(
      "2023年，共受理政府信息公开申请640件，办结600件（含上年结转50件）。其中，予以公开120件，占20.00%；部分公开30件，占5.00%；无法提供300件，占50.00%；不予处理60件，占10.00%；其他处理90件，占15.00%。",
      [
        "*requests.new 640", "outcome.total 600", "requests.carried_in 50", "outcome.granted 120",
        "outcome.granted 20", "outcome.partial 30", "outcome.partial 5",
        "outcome.unavailable 300", "outcome.unavailable 50", "outcome.declined 60",
        "outcome.declined 10", "outcome.other 90", "outcome.other 15",
      ], body: "云岭市人民政府办公厅"),
    Shape(
      "办公厅共受理政府信息公开申请410件，答复政府信息公开申请400件（含上年度结转申请15件，另有25件申请按照规定顺延到下年度答复）。予以公开及部分公开200件，占50%；不予公开40件，占10%；因本机关不掌握等原因无法提供120件，占30%；不予处理40件，占10%。信息公开类行政复议4件，诉讼5件，均获维持。",
      [
        "requests.new 410", "outcome.total 400", "requests.carried_in 15",
        "requests.carried_out 25", "outcome.granted + outcome.partial 200",
        "outcome.granted + outcome.partial 50", "outcome.refused 40", "outcome.refused 10",
        "outcome.unavailable 120", "outcome.unavailable 30", "outcome.declined 40",
        "outcome.declined 10", "review.total 4", "suit.total 5", "review.corrected 0",
        "suit_direct.corrected + suit_reviewed.corrected 0",
      ], body: "云岭市人民政府办公厅", form: "gid-2019"),
    Shape(
      "全年收到政府信息公开申请21件，上年结转政府信息公开申请3件。所有办结的信息公开申请中同意公开答复8件，部分公开答复1件，不予公开答复2件，无法提供的6件，不予处理0件，其他处理4件，转下一年度办理答复的有3件。有1件涉及政府信息公开工作的行政复议，涉及的行政诉讼数为0件。",
      [
        "requests.new 21", "requests.carried_in 3", "outcome.granted 8", "outcome.partial 1",
        "outcome.refused 2", "outcome.unavailable 6", "outcome.declined 0", "outcome.other 4",
        "requests.carried_out 3", "review.total 1", "suit.total 0",
      ], body: "青河区科学技术局"),
    Shape(
      "2023年，我区共收到依申请公开政府信息54件，已办结53件，1件结转至下一年度。",
      ["*requests.new 54", "outcome.total 53", "requests.carried_out 1"]),
    Shape(
      "涉及政府信息公开的行政诉讼案件1件、行政复议案件2件，均已结案。",
      [
        "suit.total 1", "review.total 2", "review.pending 0",
        "suit_direct.pending + suit_reviewed.pending 0",
      ]),
    Shape(
      "全年共受理信息公开申请90件，其中：自然人88件、商业企业2件。予以公开45件（50.00%），部分公开9件（10.00%），无法提供27件（30.00%），不予处理4件（4.44%），其他处理5件（5.56%）。因信息公开被申请行政复议3件、被提起行政诉讼4件。现行有效行政规范性文件210件。",
      [
        "*requests.new 90", "*requests.new[person] 88", "*requests.new[firm] 2",
        "outcome.granted 45", "outcome.granted 50", "outcome.partial 9", "outcome.partial 10",
        "outcome.unavailable 27", "outcome.unavailable 30", "outcome.declined 4",
        "outcome.declined 4.44", "outcome.other 5", "outcome.other 5.56", "review.total 3",
        "suit.total 4", "normative.in_force 210",
      ]),
    Shape(
      "全年收到依申请公开130件，办结124件，结转6件；行政复议21件，行政诉讼8件。",
      [
        "*requests.new 130", "outcome.total 124", "*requests.carried_out 6", "review.total 21",
        "suit.total 8",
      ]),
    Shape(
      "全年收到政府信息公开申请9份，均为自然人申请。予以公开3件，部分公开2件，属于过程性信息1件，本机关不掌握2件，其他处理1件（申请人自主撤销）。无结转申请。",
      [
        "*requests.new 9", "*requests.new[person] 9", "outcome.granted 3", "outcome.partial 2",
        "outcome.refused.process 1", "outcome.unavailable.not_held 2", "outcome.other 1",
        "*requests.carried_out 0",
      ]),
    Shape(
      "全市受理政府信息公开申请61件，办结61件，上年结转3件。其中予以公开50件，部分公开5件，不予公开2件，无法提供3件，不予处理1件，结转下年度3件。",
      [
        "*requests.new 61", "outcome.total 61", "requests.carried_in 3", "outcome.granted 50",
        "outcome.partial 5", "outcome.refused 2", "outcome.unavailable 3", "outcome.declined 1",
        "requests.carried_out 3",
      ]),
    Shape(
      "制发规范性文件4件，作出行政许可决定38120件，作出行政处罚决定9件，受理政府信息公开申请70件。",
      [
        "normative.issued 4", "licensing.decisions 38120", "penalty.decisions 9",
        "*requests.new 70",
      ], body: "云岭市新闻出版局"),
    Shape("本年制发规范性文件5件，废止5件。", ["normative.issued 5", "normative.repealed 5"]),
    Shape(
      "制定规范性文件0件，废止规范性文件0件，现行有效规范性文件0件。",
      ["normative.issued 0", "normative.repealed 0", "normative.in_force 0"]),
    Shape("本年度行政许可处理决定数量1910个。", ["licensing.decisions 1910"]),
    Shape(
      "行政事业性收费项目共3个，较上年度无增减。",
      [
        "fees.items_previous + fees.items_change 3", "fees.items_previous + fees.items_change 0",
      ], form: "gid-2019"),
    Shape("2023年收到政府信息公开申请37件。", ["*requests.new 37"], body: "澜溪县发展和改革局"),
    Shape(
      "全区收到政府信息公开申请900件，其中区政府及部门780件、街道100件、乡镇20件。按期办结870件（含上年结转20件），其中予以公开600件，占68.97%；部分公开50件、不予公开60件、无法提供100件、不予处理40件、其他处理20件。",
      [
        "*requests.new 900", "outcome.total 870", "requests.carried_in 20",
        "outcome.granted 600", "outcome.granted 68.97", "outcome.partial 50",
        "outcome.refused 60", "outcome.unavailable 100", "outcome.declined 40",
        "outcome.other 20",
      ]),
    Shape(
      "受理依申请公开210件，予以公开150件，部分公开50件，无法提供10件；发生行政复议1件（申请人撤回后结案）。",
      [
        "*requests.new 210", "outcome.granted 150", "outcome.partial 50",
        "outcome.unavailable 10", "review.total 1",
      ], body: "青河区住房和城乡建设局"),
    Shape(
      "共办结政府信息公开申请88件，其中予以公开20件，部分公开30件，不予公开8件，无法提供10件，不予处理4件，其他处理16件。",
      [
        "outcome.total 88", "outcome.granted 20", "outcome.partial 30", "outcome.refused 8",
        "outcome.unavailable 10", "outcome.declined 4", "outcome.other 16",
      ]),
    Shape(
      "2023年，应办理政府信息公开申请96件，其中新收90件，上年结转6件；已办结93件，其中予以公开40件，部分公开10件，不予公开4件，无法提供30件，不予处理3件，其他处理6件；结转下年度3件。行政复议5件，其中维持4件，纠正1件；行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。",
      [
        "requests.handled_load 96", "requests.new 90", "requests.carried_in 6",
        "outcome.total 93", "outcome.granted 40", "outcome.partial 10", "outcome.refused 4",
        "outcome.unavailable 30", "outcome.declined 3", "outcome.other 6",
        "requests.carried_out 3", "review.total 5", "review.upheld 4", "review.corrected 1",
        "suit.total 3", "suit_direct.total 2", "suit_reviewed.total 1",
      ], body: "青河区市场监督管理局"),
    Shape(
      "2023年，全市新收政府信息公开申请1320件，办理1310件，其中予以公开占58.5%，部分公开占7.3%，无法提供占28.9%，不予公开占5.2%。",
      [
        "requests.new 1320", "*outcome.total 1310", "outcome.granted 58.5", "outcome.partial 7.3",
        "outcome.unavailable 28.9", "outcome.refused 5.2",
      ], body: "云岭市人民政府"),
    Shape(
      "全年办结政府信息公开申请100件：予以公开50件，部分公开20件，无法提供20件，不予处理2件，其他处理8件。",
      [
        "outcome.total 100", "outcome.granted 50", "outcome.partial 20", "outcome.unavailable 20",
        "outcome.declined 2", "outcome.other 8",
      ]),
    Shape("本年度未收到依申请公开政府信息请求。", ["requests.new 0"]),
    Shape("未接到任何形式的信息公开申请。", ["requests.new 0"]),
    Shape(
      "全年新收政府信息公开申请0件，上年结转0件。", ["requests.new 0", "requests.carried_in 0"]),
    Shape(
      "没有发生针对政府信息公开的举报、投诉、行政复议或行政诉讼。", ["review.total 0", "suit.total 0"]),
    Shape(
      "本年度无因政府信息公开工作被申请行政复议、提起行政诉讼方面的情况。",
      ["review.total 0", "suit.total 0"]),
    Shape("2023年,未收到依申请公开事项.", ["requests.new 0"]),
  ]

  /// A claim as `truth` has it, once for each meaning.
  private static func names(of claim: ProseSample.Found) -> [String] {
    claim.meanings.map { "\($0)\(claim.applicants) \(claim.value)" }
  }

  @Test("at least nine in ten are found, and none is said to be certain that is not so")
  func recall() {
    var found = 0
    var settled = 0
    var all = 0
    var missed: [String] = []
    for shape in Self.shapes {
      let claims = ProseSample.found(shape.text, body: shape.body, form: shape.form)
      var truth = shape.truth
      all += truth.count
      for claim in claims where !claim.meanings.isEmpty {
        let names = Self.names(of: claim)
        let exact = truth.firstIndex { names.count == 1 && names[0] == $0.drop { $0 == "*" } }
        let among = truth.firstIndex { $0.hasPrefix("*") && names.contains(String($0.dropFirst())) }
        if let index = exact ?? among {
          truth.remove(at: index)
          found += 1
          if claim.isCertain { settled += 1 }
        } else {
          // Of another body: 街道100件.
          #expect(!claim.isCertain, "\(shape.text): \(names)")
        }
      }
      missed += truth.map { "\(shape.text): \($0)" }
    }
    #expect(found * 10 >= all * 9, "\(found) of \(all); not found: \(missed)")
    // Much of what reports say leaves open a little of what it is of, and is asked about only.
    #expect(settled * 3 >= all * 2, "\(settled) of \(all) are certain")
    print("claims found: \(found) of \(all); certain: \(settled)", missed)
  }
}
