import Bodies
import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

/// A panel so large that its reports are shared out among cores, with figures of which every sum is
/// known by going through them one by one.
@Suite("Answers over many reports")
struct LargePanelTests {
  private static let bodies = 6000
  private static let years = 2019...2024
  private static let code = IndicatorCode("requests.new")

  /// What stands on one page.
  private struct Page {
    let body: String
    let year: Int
    let figure: Int64?
  }

  private static let pages: [Page] = {
    var random = SystemlessGenerator(state: 7)
    return (0..<bodies).flatMap { body in
      years.compactMap { year -> Page? in
        let draw = random.next() % 100
        // Some have no report, some a figure that was not read, some one too wide for a slot.
        if draw < 5 { return nil }
        let figure =
          draw < 8 ? nil : draw < 10 ? Int64(1) << 40 : Int64(random.next() % 5000)
        let kind = body % 3 == 0 ? "县人民政府" : body % 3 == 1 ? "镇人民政府" : "协会"
        return Page(body: String(10_000 + body) + kind, year: year, figure: figure)
      }
    }
  }()

  private static let panel: Panel = {
    let forms = { (year: Int) -> [Int: String] in
      let form = year < 2021 ? "gid-2019" : "gid-2021"
      return [2: form, 3: form, 4: form]
    }
    let sorted = pages
    return Panel(
      reports: sorted.enumerated().map {
        PanelReport(id: Int64($0), body: $1.body, year: $1.year, forms: forms($1.year))
      },
      columns: [
        PanelColumn(
          key: CellKey(code, .total), unit: .count, scale: 0, values: sorted.map { $0.figure ?? 0 },
          states: sorted.map { $0.figure == nil ? .blank : .reported })
      ])
  }()

  @Test("sums by year are those of the figures one by one")
  func byYear() throws {
    let table = try CompareQuery([Self.code], by: [.year]).run(
      on: Self.panel, catalog: .standard)
    let expected = Self.years.map { year in
      let pages = Self.pages.filter { $0.year == year }
      let read = pages.compactMap(\.figure)
      let flags = year == 2019 ? "'u" : "'uc"
      return "\(year) \(read.reduce(0, +))\(flags) \(read.count) \(pages.count)"
    }
    #expect(
      ResultText.rows(table).map(Self.sortedFlags) == expected.map(Self.sortedFlags))
  }

  /// Flags stand in no order that matters here.
  private static func sortedFlags(_ row: String) -> String {
    row.split(separator: " ").map { word in
      let parts = word.split(separator: "'")
      return parts.count == 2 ? parts[0] + "'" + String(parts[1].sorted()) : String(word)
    }.joined(separator: " ")
  }

  @Test("years and levels, remembered or not, and in parts of the panel")
  func byLevel() throws {
    let query = CompareQuery([Self.code], by: [.year, .attribute(.level)])
    let directory = BodyDirectory.derivedOnly
    let known = KnownBodyAttributes(panel: Self.panel, directory: directory)
    let fresh = try query.run(on: Self.panel, catalog: .standard, bodies: directory)
    for _ in 0..<2 {
      let again = try query.run(
        on: Self.panel, catalog: .standard, bodies: directory, known: known)
      #expect(ResultText.rows(again) == ResultText.rows(fresh))
    }
    #expect(fresh.rows.count == 18)
    let sums = Self.years.map { year in
      ["县人民政府", "镇人民政府", "协会"].map { kind in
        Self.pages.filter { $0.year == year && $0.body.hasSuffix(kind) }
          .compactMap(\.figure).reduce(0, +)
      }
    }.flatMap(\.self)
    #expect(
      ResultText.rows(fresh).map {
        $0.split(separator: " ", omittingEmptySubsequences: false).dropFirst(
          fresh.columns.count - 3)
      }
      .compactMap { $0.first?.split(separator: "'").first.flatMap { Int64($0) } } == sums)
  }

  @Test("more combinations of values than a number can count")
  func manyDimensions() throws {
    let names = ["一", "二", "三", "四", "五"]
    var table = AttributeTable()
    for body in 0..<Self.bodies {
      let name = Self.panel.bodies[body]
      for (place, own) in names.enumerated() {
        // Each column has another value for every body.
        let value = body * [1, 7, 11, 13, 17][place] % Self.bodies
        table.set(.own(own), of: name, to: "v\(10_000 + value)")
      }
    }
    let directory = BodyDirectory(table)
    let rows = { (dimensions: [Dimension]) throws -> [[Substring]] in
      let result = try CompareQuery([Self.code], by: dimensions).run(
        on: Self.panel, catalog: .standard, bodies: directory)
      return ResultText.rows(result).map { $0.split(separator: " ") }
    }
    let few = try rows([.attribute(.own("二")), .year])
    let many = try rows(
      [.attribute(.own("二")), .attribute(.own("一"))] + [.year]
        + names.dropFirst(2).map { .attribute(.own($0)) })
    #expect(many.count == Self.pages.count)
    #expect(many.map { [$0[0], $0[2], $0[6]] } == few.map { $0.prefix(3).map(\.self) })
    let first = Dictionary(
      uniqueKeysWithValues: (0..<Self.bodies).map { body in
        ("v\(10_000 + body * 7 % Self.bodies)", "v\(10_000 + body)")
      })
    #expect(many.allSatisfy { first[String($0[0])] == String($0[1]) })
  }

  @Test("bodies in their order, each with its own sum")
  func byBody() throws {
    let table = try RankQuery(
      Self.code, selection: Selection(years: [2022...2022]), count: 50
    ).run(on: Self.panel, catalog: .standard)
    let known = Self.pages.filter { $0.year == 2022 && $0.figure != nil }
    let ranked = known.sorted {
      ($1.figure ?? 0, $0.body) < ($0.figure ?? 0, $1.body)
    }
    let last = ranked[49].figure ?? 0
    let expected = ranked.filter { ($0.figure ?? 0) >= last }.map { page in
      "\(1 + known.count { ($0.figure ?? 0) > (page.figure ?? 0) }) \(page.body)"
    }
    #expect(
      ResultText.rows(table).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == expected)
  }

  @Test("sets of numbers hold what was put in, small and large")
  func numberSets() {
    var random = SystemlessGenerator(state: 3)
    for _ in 0..<200 {
      let numbers = (0..<Int(random.next() % 9)).map { _ in Int(random.next() % 128) }
      var set = NumberSet()
      for number in numbers { set.insert(number) }
      #expect(set.sorted == Set(numbers).sorted())
      #expect(set.count == Set(numbers).count)
      #expect(set.isEmpty == numbers.isEmpty)
      #expect(set.hasSeveral == (Set(numbers).count > 1))
      #expect(set.isOnly(numbers.first ?? 5) == (Set(numbers).count == 1))
    }
  }

  @Test("values are sorted as quantities are, also where no scale holds them all")
  func order() {
    let small: [Quantity?] = [Quantity("1.5"), nil, Quantity("-2"), Quantity("1.5"), Quantity("0")]
    #expect(ValueOrder.ascending(small) == [2, 4, 0, 3])
    let wide: [Quantity?] = [Quantity("9000000000000000000"), Quantity("0.5"), nil]
    #expect(ValueOrder.ascending(wide) == [1, 0])
  }

  @Test("values of any spread are sorted, and equal ones stay in their order")
  func spreads() {
    var random = SystemlessGenerator(state: 11)
    for range in [0, 1, 9, 4_000, 1 << 40, .max] as [Int64] {
      let values = (0..<500).map { _ -> Quantity? in
        let number = Int64(truncatingIfNeeded: random.next() &* 0x9E37_79B9_7F4A_7C15)
        guard range > 0 else { return .zero }
        return Quantity(range == .max ? number : number % (range + 1))
      }
      let expected = values.indices.sorted {
        (values[$0] ?? .zero, $0) < (values[$1] ?? .zero, $1)
      }
      #expect(ValueOrder.ascending(values) == expected, "\(range)")
    }
    let extremes: [Quantity?] = [Quantity(.max), Quantity(.min), Quantity(0), Quantity(.min)]
    #expect(ValueOrder.ascending(extremes) == [1, 3, 2, 0])
  }
}

/// A small generator of numbers, the same everywhere.
private struct SystemlessGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
