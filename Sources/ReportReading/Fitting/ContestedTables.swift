import ReportModel

/// Tables of one kind that stand on a page more than once, with other figures: another year's, or
/// another body's. Where several rows say that there are two, a row that only one of them has, or
/// that only one of them shows well, is nobody's for certain.
struct ContestedTables {
  /// A single row that stands twice may be a slip of the page.
  private static let fewestRows = 2

  /// Where a reading comes from.
  struct Source: Hashable {
    let stretch: Int
    let region: Int

    init(_ reading: RowReading) {
      stretch = reading.stretch
      region = reading.region
    }
  }

  /// The tables that gainsay each other.
  let sources: Set<Source>

  static let none = ContestedTables([], of: [])

  /// - Parameter rows: for each row, its readings.
  init(_ rows: some Sequence<[Int]>, of readings: [RowReading]) {
    var conflicts: [Set<Source>: Int] = [:]
    for row in rows where row.count > 1 {
      var texts: [Source: Set<[String]>] = [:]
      for reading in row.lazy.map({ readings[$0] })
      where reading.heads != nil && reading.fault == nil && !reading.figures.isEmpty {
        texts[Source(reading), default: []].insert(reading.figures.map(\.text))
      }
      // Parts of a row without a label stand in several tables and say different things.
      let isWhole = row.allSatisfy { !readings[$0].labels.isEmpty }
      guard isWhole, texts.count > 1, Set(texts.values).count > 1 else { continue }
      conflicts[Set(texts.keys), default: 0] += 1
    }
    sources = conflicts.filter { $0.value >= Self.fewestRows }.keys
      .reduce(into: []) { $0.formUnion($1) }
  }

  /// Whether a row is read from some of the tables only.
  func leaveOpen(_ good: [RowReading]) -> Bool {
    !sources.isSubset(of: good.map(Source.init))
  }
}
