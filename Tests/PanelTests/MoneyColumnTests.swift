import Panel
import ReportModel
import Testing

@Suite("Columns of money")
struct MoneyColumnTests {
  static let key = CellKey(IndicatorCode("procurement.amount"))

  /// A panel of one body with a report a figure, in consecutive years.
  static func column(_ figures: [(String, MeasureUnit)]) throws -> PanelColumn {
    var builder = PanelBuilder()
    for (index, figure) in figures.enumerated() {
      builder.add(
        PanelReport(id: Int64(index), body: "甲", year: 2000 + index, forms: [:]),
        cells: [
          PanelBuilder.Entry(
            key: key, state: .reported, value: try #require(Quantity(figure.0)), unit: figure.1)
        ])
    }
    return try #require(builder.build().columns[key])
  }

  @Test("every figure keeps all its digits")
  func digits() throws {
    let figures = ["24252.311082", "96171.6", "316441", "-0.092"]
    let column = try Self.column(figures.map { ($0, .tenThousandYuan) })
    #expect(column.scale == 6)
    #expect(column.unit == .tenThousandYuan)
    #expect(figures.indices.map { column.quantity(at: $0)?.description } == figures)
  }

  @Test("yuan beside 10,000 yuan are divided by 10,000, exactly")
  func commonUnit() throws {
    let column = try Self.column([
      ("251000", .yuan), ("2568.714", .tenThousandYuan), ("0.01", .yuan),
    ])
    #expect(column.unit == .tenThousandYuan)
    #expect(!column.hasMixedUnits)
    #expect(
      (0..<3).map { column.quantity(at: $0)?.description } == ["25.1", "2568.714", "0.000001"])
  }

  @Test("figures in one unit stay in it")
  func oneUnit() throws {
    let column = try Self.column([("75394432.52", .yuan), ("251000", .yuan)])
    #expect(column.unit == .yuan)
    #expect(column.quantity(at: 0)?.description == "75394432.52")
    #expect(column.unit(at: 1) == .yuan)
  }

  @Test("beside money without a stated unit, figures stay as printed and say their own unit")
  func mixedUnits() throws {
    let units: [MeasureUnit] = [.yuan, .unstatedMoney, .tenThousandYuan]
    let column = try Self.column(zip(["251000", "2568.714", "8040"], units).map { ($0, $1) })
    #expect(column.unit == .unstatedMoney)
    #expect(column.hasMixedUnits)
    #expect(
      (0..<3).map { column.quantity(at: $0)?.description } == ["251000", "2568.714", "8040"])
    #expect((0..<3).map { column.unit(at: $0) } == units)
  }

  @Test("one figure of absurd length is left out, not the other figures")
  func outlier() throws {
    let column = try Self.column([
      ("0.123456789012345678", .tenThousandYuan), ("24252.311082", .tenThousandYuan),
      ("316441", .tenThousandYuan), ("9223372036854775807", .tenThousandYuan),
      ("0.092", .tenThousandYuan),
    ])
    #expect(column.states == [.ambiguous, .reported, .reported, .ambiguous, .reported])
    #expect(column.quantity(at: 1)?.description == "24252.311082")
    #expect(column.quantity(at: 2)?.description == "316441")
  }

  @Test("counts have no digits after the point, however large")
  func counts() throws {
    let column = try Self.column([("9223372036854775807", .count), ("-18", .count)])
    #expect(column.scale == 0)
    #expect(column.values == [Int64.max, -18])
  }
}
