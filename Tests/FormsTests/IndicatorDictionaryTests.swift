import Forms
import ReportModel
import StrictYAML
import Testing

@Suite("The dictionary of indicators")
struct IndicatorDictionaryTests {
  static let dictionary = FormCatalog.standard.indicators

  @Test("every cell of every form is in it, with the same unit, table and applicants")
  func formCells() throws {
    for form in FormCatalog.standard.forms {
      for table in form.tables {
        for cell in table.cells {
          let indicator = try #require(Self.dictionary[cell.key.indicator], "\(cell.key)")
          #expect(indicator.unit == cell.unit, "\(cell.key)")
          #expect(indicator.table == table.number, "\(cell.key)")
          #expect(indicator.hasApplicants == (cell.key.applicant != nil), "\(cell.key)")
          #expect(!indicator.isDerived, "\(cell.key)")
        }
      }
    }
  }

  @Test("every read indicator stands in a form")
  func noOrphans() {
    let cells = FormCatalog.standard.forms.flatMap(\.tables).flatMap(\.cells)
    let onForms = Set(cells.map(\.key.indicator))
    let orphans = Self.dictionary.all.filter { !$0.isDerived && !onForms.contains($0.code) }
    #expect(orphans.map(\.code.text).isEmpty)
  }

  @Test("derived indicators are those of the list, with their formulas")
  func derived() {
    var formulas: [String: String] = [:]
    for indicator in Self.dictionary.all {
      if case .derived(let formula) = indicator.origin { formulas[indicator.code.text] = formula }
    }
    #expect(
      formulas == [
        "outcome.refused": "sum(outcome.refused.*)",
        "outcome.unavailable": "sum(outcome.unavailable.*)",
        "outcome.declined": "sum(outcome.declined.*)",
        "requests.handled_load": "requests.new + requests.carried_in",
        "suit.total": "suit_direct.total + suit_reviewed.total",
        "rate.disclosure": "(outcome.granted + outcome.partial) / outcome.total",
        "rate.refusal": "outcome.refused / outcome.total",
        "rate.correction":
          "(review.corrected + suit_direct.corrected + suit_reviewed.corrected)"
          + " / (review.total + suit.total)",
        "rate.dispute": "(review.total + suit.total) / requests.new[total]",
      ])
  }

  @Test("stocks are those of the list; all others are flows")
  func stocks() throws {
    #expect(
      Self.dictionary.all.filter { $0.isStock && $0.table != 1 }.map(\.code.text) == [
        "rules.public_total", "rules.in_force", "normative.public_total", "normative.in_force",
        "licensing.items_previous", "services.items_previous", "penalty.items_previous",
        "coercion.items_previous", "fees.items_previous", "requests.carried_in",
        "requests.carried_out", "review.pending", "suit_direct.pending", "suit_reviewed.pending",
      ])
    #expect(throws: YAMLProblem.self) {
      try IndicatorDictionary(yaml: "[{code: a, zh: 甲, en: A, table: 2, kind: flow}]")
    }
  }

  @Test("codes, and labels in each language, are unique")
  func unique() {
    let all = Self.dictionary.all
    #expect(Set(all.map(\.code)).count == all.count)
    #expect(Set(all.map(\.label.chinese)).count == all.count)
    #expect(Set(all.map(\.label.english)).count == all.count)
  }

  @Test("no name is the name or the label of another indicator")
  func names() {
    var owners: [String: IndicatorCode] = [:]
    for indicator in Self.dictionary.all {
      for name in Set(indicator.names + [indicator.label.chinese]) {
        let owner = owners.updateValue(indicator.code, forKey: name)
        #expect(owner == nil, "\(name) names \(indicator.code) and \(owner?.text ?? "")")
      }
    }
  }

  @Test("the bare row label names the row's principal measure")
  func principalMeasures() {
    for (name, code) in [
      ("行政许可", "licensing.decisions"), ("行政处罚", "penalty.decisions"),
      ("行政强制", "coercion.decisions"), ("其他对外管理服务事项", "services.decisions"),
      ("行政事业性收费", "fees.amount"), ("复议", "review.total"), ("诉讼", "suit.total"),
    ] {
      let named = Self.dictionary.all.filter { $0.names.contains(name) }
      #expect(named.map(\.code.text) == [code], "\(name)")
    }
    for name in ["规章", "规范性文件"] {
      #expect(!Self.dictionary.all.contains { $0.names.contains(name) }, "\(name) is ambiguous")
    }
  }

  @Test("a pattern's star stands for any characters, the point included")
  func patterns() {
    for (code, pattern, fits) in [
      ("outcome.refused.statute", "outcome.refused.*", true),
      ("outcome.refused", "outcome.refused.*", false),
      ("outcome.refused.statute", "outcome.*", true),
      ("fees.items_change", "*.items_change", true),
      ("fees.items_change", "*items*", true),
      ("fees.amount", "*", true),
      ("fees.amount", "fees.amount", true),
      ("fees.amount", "fees", false),
      ("review.total", "re*w.*al", true),
      ("review.total", "review.total*total", false),
      ("aba", "ab*ba", false),
      ("abcbc", "a*bc*bc", true),
      ("abc", "a*bc*bc", false),
    ] {
      #expect(
        IndicatorDictionary.matches(IndicatorCode(code), pattern: pattern) == fits,
        "\(code) ~ \(pattern)")
    }
    #expect(Self.dictionary.matching("outcome.refused.*").count == 8)
    #expect(Self.dictionary.matching("nothing.*").isEmpty)
  }

  @Test("positions follow the order of the forms; unknown codes come last")
  func positions() {
    let codes = ["rules.made", "fees.amount", "requests.new", "review.total", "rate.dispute", "x"]
    let positions = codes.map { Self.dictionary.position(of: IndicatorCode($0)) }
    #expect(positions == positions.sorted() && Set(positions).count == positions.count)
  }
}
