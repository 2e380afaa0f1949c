import ReportModel

/// Names for the cells of made-up tables.
enum CellKeyNames {
  static func key(_ number: Int) -> CellKey { CellKey(IndicatorCode("cell.\(number)")) }
}
