import Forms
import ReportModel
import Testing

/// The codes stand here by hand, from the domain's list of codes, so that a slip in a form file
/// shows.
@Suite("The cells of the built-in forms")
struct FormCellTests {
  static let catalog = FormCatalog.standard

  static let refused = [
    "state_secret", "statute", "security", "third_party", "internal", "process",
    "enforcement_file", "query_matter",
  ].map { "outcome.refused.\($0)" }
  static let unavailable = ["not_held", "needs_making", "unclear"]
    .map { "outcome.unavailable.\($0)" }
  static let declined = ["petition", "repeat", "publication", "excessive", "reissue"]
    .map { "outcome.declined.\($0)" }

  /// The rows of table 3; the forms differ in `other` alone.
  static func requests(other: [String]) -> [String] {
    ["requests.new", "requests.carried_in", "outcome.granted", "outcome.partial"] + refused
      + unavailable + declined + other + ["outcome.total", "requests.carried_out"]
  }

  static let disputes = ["review", "suit_direct", "suit_reviewed"].flatMap { group in
    ["upheld", "corrected", "other", "pending", "total"].map { "\(group).\($0)" }
  }

  static func codes(form: String, table: Int) throws -> [String] {
    let table = try #require(catalog.form(form)?.table(table))
    return table.cells.map(\.key.description)
  }

  static func withApplicants(_ codes: [String]) -> [String] {
    codes.flatMap { code in
      ["person", "firm", "research", "charity", "law", "other", "total"].map { "\(code)[\($0)]" }
    }
  }

  @Test("the forms, oldest first: statistics tables have table 1, the later forms 2, 3 and 4")
  func forms() {
    #expect(
      Self.catalog.forms.map(\.id) == [
        "fujian-2011", "fujian-2014", "gid-2014", "gid-2019", "gid-2021",
      ])
    for form in Self.catalog.forms {
      let isLater = ["gid-2019", "gid-2021"].contains(form.id)
      #expect(form.tables.map(\.number) == (isLater ? [2, 3, 4] : [1]), "\(form.id)")
    }
    #expect(Self.catalog.tables(3).map(\.form) == ["gid-2019", "gid-2021"])
    #expect(Self.catalog.form("gid-2020") == nil)
  }

  @Test("each national form names the notice that laid it down")
  func law() {
    #expect(
      Self.catalog.forms.map(\.law).suffix(3) == [
        LegalSource(document: "国办发〔2014〕32号", date: "2014"),
        LegalSource(document: "国办公开办函〔2019〕60号", date: "2019-11-23"),
        LegalSource(document: "国办公开办函〔2021〕30号", date: "2021-09-26"),
      ])
  }

  @Test("table 2 of 2019")
  func disclosure2019() throws {
    let codes = try Self.codes(form: "gid-2019", table: 2)
    #expect(
      codes == [
        "rules.made", "rules.published", "rules.public_total",
        "normative.made", "normative.published", "normative.public_total",
        "licensing.items_previous", "licensing.items_change", "licensing.decisions",
        "services.items_previous", "services.items_change", "services.decisions",
        "penalty.items_previous", "penalty.items_change", "penalty.decisions",
        "coercion.items_previous", "coercion.items_change", "coercion.decisions",
        "fees.items_previous", "fees.items_change",
        "procurement.items", "procurement.amount",
      ])
    #expect(codes.count == 22)
  }

  @Test("table 2 of 2021")
  func disclosure2021() throws {
    let codes = try Self.codes(form: "gid-2021", table: 2)
    #expect(
      codes == [
        "rules.issued", "rules.repealed", "rules.in_force",
        "normative.issued", "normative.repealed", "normative.in_force",
        "licensing.decisions", "penalty.decisions", "coercion.decisions", "fees.amount",
      ])
    #expect(codes.count == 10)
  }

  @Test("table 3 of 2019 has other handling in one row")
  func requests2019() throws {
    let codes = try Self.codes(form: "gid-2019", table: 3)
    #expect(codes == Self.withApplicants(Self.requests(other: ["outcome.other"])))
    #expect(codes.count == 23 * 7)
  }

  @Test("table 3 of 2021 has other handling in three rows")
  func requests2021() throws {
    let codes = try Self.codes(form: "gid-2021", table: 3)
    #expect(
      codes
        == Self.withApplicants(
          Self.requests(
            other: [
              "outcome.other.not_corrected", "outcome.other.fee_unpaid", "outcome.other.rest",
            ]
          )))
    #expect(codes.count == 25 * 7)
  }

  @Test("table 4 is the same in both", arguments: ["gid-2019", "gid-2021"])
  func disputes(form: String) throws {
    let codes = try Self.codes(form: form, table: 4)
    #expect(codes == Self.disputes)
    #expect(codes.count == 15)
  }

  @Test("money has its unit on every form, but for procurement")
  func money() {
    var money: [String] = []
    for form in Self.catalog.forms {
      for cell in form.tables.flatMap(\.cells) where cell.unit != .count {
        money.append("\(form.id) \(cell.key) \(cell.unit.rawValue)")
      }
    }
    #expect(
      money == [
        "fujian-2014 fujian.fee_reductions yuan",
        "fujian-2014 fujian.fee_reductions.cumulative yuan",
        "gid-2014 gid2014.fees 10k-yuan", "gid-2014 gid2014.budget 10k-yuan",
        "gid-2019 procurement.amount money", "gid-2021 fees.amount 10k-yuan",
      ])
  }

  @Test("a cell's position leads to its row and column")
  func positions() throws {
    for table in Self.catalog.forms.flatMap(\.tables) {
      for cell in table.cells {
        let block = table.blocks[cell.block]
        let parts = [block.rows[cell.row].code, block.columns[cell.column].code]
        #expect(
          parts.filter { !$0.isEmpty }.joined(separator: ".") == cell.key.indicator.text)
        #expect(block.columns[cell.column].applicant == cell.key.applicant)
      }
    }
  }
}
