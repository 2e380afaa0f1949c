import Forms
import ReportModel
import Testing

@Suite("Comparability between forms")
struct CrosswalkTests {
  static let crosswalk = FormCatalog.standard.crosswalk

  @Test("every indicator has a statement between the two forms, the same in both directions")
  func complete() throws {
    for indicator in FormCatalog.standard.indicators.all where indicator.table != 1 {
      let entry = Self.crosswalk.entry(for: indicator.code, from: "gid-2019", to: "gid-2021")
      #expect(entry != nil, "\(indicator.code)")
      #expect(
        entry == Self.crosswalk.entry(for: indicator.code, from: "gid-2021", to: "gid-2019"))
    }
  }

  @Test("figures are as comparable as the notices make them")
  func comparability() {
    for (code, expected) in [
      ("penalty.decisions", Comparability.approximate), ("coercion.decisions", .approximate),
      ("licensing.decisions", .approximate), ("rules.in_force", .none), ("normative.made", .none),
      ("fees.amount", .none), ("fees.items_change", .none), ("services.decisions", .none),
      ("procurement.amount", .none), ("penalty.items_previous", .none),
      ("outcome.other", .aggregate), ("outcome.other.rest", .none), ("requests.new", .exact),
      ("outcome.refused.internal", .exact), ("outcome.total", .exact), ("review.total", .exact),
      ("suit_reviewed.pending", .exact),
    ] {
      let entry = Self.crosswalk.entry(
        for: IndicatorCode(code), from: "gid-2019", to: "gid-2021")
      #expect(entry?.match == expected, "\(code)")
    }
  }

  @Test("an indicator that only one form has is never called comparable")
  func onlyOnOneForm() throws {
    let sets = FormCatalog.standard.forms.suffix(2).map { form in
      Set(form.tables.flatMap(\.cells).map(\.key.indicator))
    }
    for code in sets[0].symmetricDifference(sets[1]) {
      let match = Self.crosswalk.entry(for: code, from: "gid-2019", to: "gid-2021")?.match
      #expect(match == Comparability.none || match == .aggregate, "\(code)")
    }
  }

  @Test("within one form, and for forms not mentioned, nothing is said")
  func silent() {
    let code = IndicatorCode("requests.new")
    #expect(Self.crosswalk.entry(for: code, from: "gid-2021", to: "gid-2021") == nil)
    #expect(Self.crosswalk.entry(for: code, from: "gid-2014", to: "gid-2030") == nil)
  }

  @Test(
    "nothing of the tables before 2019 is comparable with what came after",
    arguments: ["fujian-2011", "fujian-2014", "gid-2014"], ["gid-2019", "gid-2021"])
  func lapsed(older: String, later: String) {
    for indicator in FormCatalog.standard.indicators.all {
      let entry = Self.crosswalk.entry(for: indicator.code, from: older, to: later)
      #expect(entry?.match == Comparability.none, "\(indicator.code)")
      #expect(entry?.why.chinese.isEmpty == false && entry?.why.english.isEmpty == false)
    }
  }

  @Test("between the tables of Fujian only rows that both have are comparable")
  func fujian() throws {
    let catalog = FormCatalog.standard
    let sets = try ["fujian-2011", "fujian-2014"].map { id in
      Set(try #require(catalog.form(id)).tables.flatMap(\.cells).map(\.key.indicator))
    }
    for code in sets[0].union(sets[1]) {
      let match = Self.crosswalk.entry(for: code, from: "fujian-2011", to: "fujian-2014")?.match
      let isInBoth = sets[0].contains(code) && sets[1].contains(code)
      #expect(isInBoth == (match != Comparability.none), "\(code)")
      #expect(match != nil && match != .aggregate)
    }
    for (code, expected) in [
      ("fujian.requests", Comparability.exact), ("fujian.replies.granted.cumulative", .exact),
      ("fujian.replies.refused", .approximate), ("fujian.requests.online", .approximate),
      ("fujian.documents", .none), ("fujian.requests.letter_fax", .none),
    ] {
      let entry = Self.crosswalk.entry(
        for: IndicatorCode(code), from: "fujian-2011", to: "fujian-2014")
      #expect(entry?.match == expected, "\(code)")
    }
  }
}
