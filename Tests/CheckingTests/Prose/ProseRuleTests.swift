import Forms
import ReportModel
import Testing

@testable import Checking

@Suite("What texts state against the tables")
struct ProseRuleTests {
  private static let balanced: [String: ReportMaker.Content] = [
    "requests.new[person]": 40, "requests.new[firm]": 10, "requests.new[total]": 50,
    "outcome.granted[person]": 30, "outcome.granted[total]": 30, "outcome.partial[total]": 5,
    "outcome.partial[firm]": 5, "outcome.other.other[total]": 15, "outcome.other.other[person]": 15,
    "outcome.total[total]": 50, "outcome.total[person]": 45, "outcome.total[firm]": 5,
    "review.upheld": 3, "review.total": 3,
  ]
  private static let report = ReportMaker(cells: balanced)

  private static func texts(_ claims: Claim..., cells: [String: ReportMaker.Content] = [:]) throws
    -> [String]
  {
    try ClaimMaker.texts(
      claims, [ReportMaker(cells: balanced.merging(cells) { $1 })])
  }

  // MARK: P.figure

  @Test("a certain figure that is not the table's is an error")
  func figure() throws {
    #expect(try Self.texts(ClaimMaker.count(50, "requests.new")).isEmpty)
    #expect(
      try Self.texts(ClaimMaker.count(51, "requests.new")) == ["P.figure error fail 51 50"])
    #expect(
      try Self.texts(ClaimMaker.count(36, "outcome.granted + outcome.partial"))
        == ["P.figure error fail 36 35"])
    #expect(
      try Self.texts(ClaimMaker.count(9, "requests.new", applicants: [.firm, .law]))
        == ["P.figure error fail 9 10"])
  }

  @Test("what several senses of a word allow is right; what none allows is a question")
  func senses() throws {
    let meanings = "requests.new | requests.handled_load"
    let word = [Claim.Doubt(.word, "受理")]
    let cells: [String: ReportMaker.Content] = ["requests.carried_in[total]": 4]
    for value: Int64 in [50, 54] {
      #expect(
        try Self.texts(ClaimMaker.count(value, meanings, doubts: word), cells: cells).isEmpty)
    }
    #expect(
      try Self.texts(ClaimMaker.count(53, meanings, doubts: word), cells: cells)
        == ["P.figure question fail 53 50"])
    #expect(
      try Self.texts(ClaimMaker.count(2, "review.total", doubts: [Claim.Doubt(.word, "备案")]))
        == ["P.figure question fail 2 3"])
  }

  @Test(
    "of another body, a part, another time, or with unknown words, nothing is said",
    arguments: [Claim.Doubt.Reason.body, .subset, .period, .wording, .print])
  func doubts(reason: Claim.Doubt.Reason) throws {
    #expect(
      try Self.texts(ClaimMaker.count(7, "requests.new", doubts: [.init(reason, "某")])).isEmpty)
  }

  @Test("a cell that was not read is never held against the text")
  func unread() throws {
    for content in [ReportMaker.Content.ambiguous, .absent, .text, .blank] {
      let found = try Self.texts(
        ClaimMaker.count(7, "review.total"),
        cells: [
          "review.total": content, "review.upheld": content, "review.pending": content,
          "review.other": content, "review.corrected": content,
        ])
      #expect(found == ["P.figure error unknown 7 ?"])
    }
  }

  @Test("a total that was left out is what its parts come to")
  func leftOut() throws {
    // No text of theirs could be 2: the parts that were read are more.
    #expect(
      try Self.texts(ClaimMaker.count(2, "review.total"), cells: ["review.total": .blank])
        == ["P.figure error fail 2 3"])
    #expect(
      try Self.texts(ClaimMaker.count(3, "review.total"), cells: ["review.total": .blank]).isEmpty)
    let blank: [String: ReportMaker.Content] = ["outcome.granted[total]": .blank]
    #expect(try Self.texts(ClaimMaker.count(30, "outcome.granted"), cells: blank).isEmpty)
    #expect(
      try Self.texts(ClaimMaker.count(29, "outcome.granted"), cells: blank)
        == ["P.figure error fail 29 30"])
  }

  @Test("a wrong total of the table is no fault of the text")
  func wrongTotal() throws {
    #expect(
      try Self.texts(ClaimMaker.count(3, "review.total"), cells: ["review.total": 0]).isEmpty)
    #expect(
      try Self.texts(ClaimMaker.count(50, "requests.new"), cells: ["requests.new[total]": 5])
        .isEmpty)
  }

  @Test("约, 余 and 近 are bounds")
  func bounds() throws {
    let claim = { (value: Int64, bound: Claim.Bound) in
      try Self.texts(ClaimMaker.count(value, "requests.new", bound: bound))
    }
    #expect(try claim(40, .atLeast).isEmpty)
    #expect(try claim(60, .atLeast) == ["P.figure error fail 60 50"])
    #expect(try claim(60, .atMost).isEmpty)
    #expect(try claim(40, .atMost) == ["P.figure error fail 40 50"])
    #expect(try claim(46, .about).isEmpty)
    #expect(try claim(100, .about).isEmpty)
    #expect(try claim(20, .about) == ["P.figure error fail 20 50"])
  }

  @Test("money and 万 are held to the digits that are printed")
  func money() throws {
    let cells: [String: ReportMaker.Content] = [
      "fees.amount": .figure(Quantity("7730.28") ?? .zero), "licensing.decisions": 1_808_595,
    ]
    let fee = { (value: String, unit: String) in
      try Self.texts(
        ClaimMaker.stated(
          .count, Quantity(value) ?? .zero, "fees.amount", unit: unit, printed: value + unit),
        cells: cells)
    }
    #expect(try fee("7730.28", "万元").isEmpty)
    #expect(try fee("7730", "万元").isEmpty)
    #expect(try fee("77302800", "元").isEmpty)
    #expect(try fee("0.77", "亿元").isEmpty)
    #expect(try fee("7732", "万元") == ["P.public question fail 7732 7730.28"])
    let decisions = { (value: Int64, printed: String) in
      try Self.texts(
        ClaimMaker.count(value, "licensing.decisions", printed: printed), cells: cells)
    }
    #expect(try decisions(1_809_000, "180.9万件").isEmpty)
    #expect(try decisions(1_810_000, "181万件").isEmpty)
    #expect(try decisions(1_809_000, "1809000件") == ["P.public question fail 1809000 1808595"])
  }

  // MARK: P.negative

  @Test("none where the table has some, and none where it has none")
  func negative() throws {
    #expect(try Self.texts(ClaimMaker.none("review.total")) == ["P.negative error fail 0 3"])
    #expect(try Self.texts(ClaimMaker.none("suit.total")).isEmpty)
    #expect(
      try Self.texts(ClaimMaker.none("review.upheld", doubts: [.init(.word, "均")]))
        == ["P.negative question fail 0 3"])
  }

  // MARK: P.parts

  @Test("applicants and outcomes that are all there add up to their whole")
  func parts() throws {
    func list(_ person: Int64, _ others: Int64) -> [Claim] {
      [
        ClaimMaker.count(50, "requests.new"),
        ClaimMaker.count(
          person, "requests.new", applicants: [.person], part: Claim.Part(of: 0, breakdown: 0)),
        ClaimMaker.count(
          others, "requests.new", applicants: [.firm, .research, .charity, .law, .other],
          part: Claim.Part(of: 0, breakdown: 0)),
      ]
    }
    let rules = { (claims: [Claim]) in
      try ClaimMaker.texts(claims, [Self.report]).filter { $0.hasPrefix("P.parts") }
    }
    #expect(try rules(list(40, 10)).isEmpty)
    #expect(try rules(list(41, 10)) == ["P.parts warning fail 51 50"])
    #expect(try rules(list(39, 10)) == ["P.parts warning fail 49 50"])
  }

  @Test("a list that is not whole may be less than its whole, and never more")
  func someParts() throws {
    func list(_ granted: Int64, _ partial: Int64) -> [Claim] {
      [
        ClaimMaker.count(50, "outcome.total"),
        ClaimMaker.count(granted, "outcome.granted", part: Claim.Part(of: 0, breakdown: 0)),
        ClaimMaker.count(partial, "outcome.partial", part: Claim.Part(of: 0, breakdown: 0)),
      ]
    }
    let rules = { (claims: [Claim]) in
      try ClaimMaker.texts(claims, [Self.report]).filter { $0.hasPrefix("P.parts") }
    }
    #expect(try rules(list(30, 5)).isEmpty)
    #expect(try rules(list(40, 15)) == ["P.parts warning fail 55 50"])
  }

  @Test("bodies that have more together than the whole are a question; fees are added in one unit")
  func otherParts() throws {
    func list(_ values: [Int64], unit: String, _ doubts: [Claim.Doubt]) -> [Claim] {
      [ClaimMaker.count(950, "", unit: unit)]
        + values.map {
          ClaimMaker.count(
            $0, "", unit: unit, doubts: doubts, part: Claim.Part(of: 0, breakdown: 0))
        }
    }
    let body = [Claim.Doubt(.body, "某县")]
    #expect(try ClaimMaker.texts(list([500, 450], unit: "件", body), [Self.report]).isEmpty)
    #expect(try ClaimMaker.texts(list([500, 100], unit: "件", body), [Self.report]).isEmpty)
    #expect(
      try ClaimMaker.texts(list([500, 451], unit: "件", body), [Self.report])
        == ["P.parts question fail 951 950"])
    #expect(try ClaimMaker.texts(list([380, 570], unit: "元", []), [Self.report]).isEmpty)
    // 涉农50件、网上90件 may be the same ones.
    let topics = [Claim.Doubt(.subset, "涉及")]
    #expect(try ClaimMaker.texts(list([900, 900], unit: "件", topics), [Self.report]).isEmpty)
  }

  // MARK: P.share

  @Test("a share is worked out to its digits, rounded or cut, of any whole that is printed")
  func share() throws {
    func claims(_ share: String) -> [Claim] {
      [
        ClaimMaker.count(50, "outcome.total"),
        ClaimMaker.count(35, "outcome.granted + outcome.partial", part: .init(of: 0, breakdown: 0)),
        ClaimMaker.percent(
          .share, share, "outcome.granted + outcome.partial", part: .init(of: 0, breakdown: 0),
          subject: 1),
      ]
    }
    let found = { (share: String, cells: [String: ReportMaker.Content]) in
      try ClaimMaker.texts(
        claims(share), [ReportMaker(cells: Self.balanced.merging(cells) { $1 })])
    }
    #expect(try found("70", [:]).isEmpty)
    #expect(try found("70.00", [:]).isEmpty)
    #expect(try found("71.5", [:]) == ["P.share warning fail 71.5 70"])
    // Of the 54 that were handled: 64.8148.
    let carried: [String: ReportMaker.Content] = ["requests.carried_in[total]": 4]
    for share in ["64.81", "64.8", "65", "64"] { #expect(try found(share, carried).isEmpty) }
    #expect(try found("64.83", carried) == ["P.share warning fail 64.83 70"])
  }

  @Test("a share of nothing, or of a whole that was not read, is none")
  func noShare() throws {
    let claim = ClaimMaker.percent(.share, "12.5", "review.upheld")
    #expect(
      try Self.texts(claim, cells: ["review.total": 0, "review.upheld": 0]).isEmpty)
    let unread = try Self.texts(
      claim, cells: ["review.total": .ambiguous, "review.upheld": .ambiguous])
    #expect(unread == ["P.share warning unknown 12.5 ?"])
  }

  // MARK: P.growth, P.change

  private static func years(
    _ last: ReportMaker.Content, _ this: ReportMaker.Content
  ) -> [ReportMaker] {
    [
      ReportMaker(year: 2021, cells: ["requests.new[total]": last]),
      ReportMaker(year: 2022, cells: ["requests.new[total]": this]),
    ]
  }

  @Test("a growth is worked out from last year's own report to the digits printed")
  func growth() throws {
    let found = { (percent: String, last: ReportMaker.Content, this: ReportMaker.Content) in
      try ClaimMaker.texts(
        [ClaimMaker.percent(.growth, percent, "requests.new")], Self.years(last, this))
    }
    #expect(try found("1.08", 3607, 3646).isEmpty)
    #expect(try found("1.1", 3607, 3646).isEmpty)
    #expect(try found("1", 3607, 3646).isEmpty)
    #expect(try found("1.05", 3607, 3646) == ["P.growth warning fail 1.05 1.08"])
    #expect(try found("-12.3", 980, 859).isEmpty)
    #expect(try found("-13", 980, 859) == ["P.growth warning fail -13 -12"])
    #expect(try found("12.3", 980, 859) == ["P.growth warning fail 12.3 -12.3"])
    // From nothing, nothing grows; and what was not read may be anything.
    #expect(try found("5", 0, 859).isEmpty)
    #expect(try found("5", .ambiguous, 859) == ["P.growth warning unknown 5 ?"])
  }

  @Test("without last year's report there is no growth to hold it against")
  func firstYear() throws {
    let result = try ClaimMaker.result(
      [ClaimMaker.percent(.growth, "5", "requests.new")], [Self.report])
    #expect(result.findings.isEmpty)
    #expect(result.total == OutcomeCounts(skipped: 1))
  }

  @Test("a growth of the text's own figure is right; that figure is held to the table by itself")
  func growthOfText() throws {
    let claims = [
      ClaimMaker.count(110, "requests.new"),
      ClaimMaker.percent(.growth, "10", "requests.new", subject: 0),
    ]
    #expect(
      try ClaimMaker.texts(claims, Self.years(100, 105)) == ["P.figure error fail 110 105"])
  }

  @Test("倍 are hundreds of per cent, and what may be meant in two ways is a question")
  func times() throws {
    let growth = { (percent: String, doubts: [Claim.Doubt]) in
      try ClaimMaker.texts(
        [ClaimMaker.percent(.growth, percent, "requests.new", unit: "倍", doubts: doubts)],
        Self.years(100, 250))
    }
    #expect(try growth("150", []).isEmpty)
    #expect(try growth("300", [.init(.word, "倍")]) == ["P.growth question fail 300 150"])
  }

  @Test("a change is the difference of two years")
  func change() throws {
    let change = { (value: Int64) in
      try ClaimMaker.texts(
        [ClaimMaker.stated(.change, Quantity(value), "requests.new", printed: "\(value)件")],
        Self.years(100, 90))
    }
    #expect(try change(-10).isEmpty)
    #expect(try change(10) == ["P.change warning fail 10 -10"])
  }

  // MARK: P.period, P.year, P.named_year

  @Test("the period and the year of a report are its own")
  func period() throws {
    let day = { (kind: Claim.Kind, value: Int64) in
      ClaimMaker.stated(kind, Quantity(value), "", printed: "")
    }
    #expect(
      try Self.texts(day(.periodStart, 20_220_101), day(.periodEnd, 20_221_231), day(.year, 2022))
        .isEmpty)
    #expect(
      try Self.texts(day(.periodStart, 20_210_101), day(.periodEnd, 20_211_231), day(.year, 2021))
        == [
          "P.year warning fail 2021 2022", "P.period question fail 20210101 20220101",
          "P.period question fail 20211231 20221231",
        ])
  }

  @Test("a figure of another year is asked about, unless the text gives that of its own year too")
  func namedYear() throws {
    let old = ClaimMaker.count(
      7, "requests.new", year: 2021, doubts: [.init(.period, "2021年")])
    #expect(try Self.texts(old) == ["P.named_year question fail 2021 2022"])
    #expect(try Self.texts(old, ClaimMaker.count(50, "requests.new", year: 2022)).isEmpty)
    #expect(try Self.texts(ClaimMaker.count(50, "requests.new", year: 2022)).isEmpty)
  }
}
