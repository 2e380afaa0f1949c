import ReportModel

/// The column heads that stand over a row of figures. A class, for all rows below share them.
final class Heads: Sendable {
  /// What the heads mean in a block of the form. Several blocks may have the same heads.
  struct Meaning: Sendable {
    let block: Int
    /// For each head of the page, left to right, the column of the form, or `nil` where it is none
    /// of the block's.
    let columns: [Int?]
    /// The unit of each.
    let units: [MeasureUnit]
  }

  let meanings: [Meaning]
  /// How many figures a row has.
  let count: Int
  /// The grid columns that each head covers; none where only their order is known.
  let spans: [Range<Int>]
  /// Where each head and the figures below it stand across a printed page; none in other formats.
  let extents: [ClosedRange<Double>]
  /// Whether a head was not recognised.
  let hasUnknown: Bool
  /// Whether a converter printed a spanning head once for each column that it covered.
  let isRepeated: Bool
  /// Whether all columns of a block were found.
  let isWhole: Bool
  let place: Place

  init(
    meanings: [Meaning], count: Int, spans: [Range<Int>], extents: [ClosedRange<Double>] = [],
    hasUnknown: Bool, isRepeated: Bool, isWhole: Bool, place: Place
  ) {
    self.meanings = meanings
    self.count = count
    self.spans = spans
    self.extents = extents
    self.hasUnknown = hasUnknown
    self.isRepeated = isRepeated
    self.isWhole = isWhole
    self.place = place
  }

  func meaning(of block: Int) -> Meaning? {
    meanings.first { $0.block == block }
  }
}

/// A figure as it stands on the page.
struct PrintedFigure: Sendable {
  let text: String
  let isOpaque: Bool
  let place: Place
}

/// A row of a page with figures, as a fitter saw it; what it means is settled later.
struct RowReading: Sendable {
  /// The ways to take its label: one, except where text leaves open which lines belong to it.
  let labels: [Label]
  /// The label as printed.
  let seen: String
  /// Labels left of it in the same row.
  let groups: [Label]
  /// The heads over it, if any were recognised.
  let heads: Heads?
  var figures: [PrintedFigure]
  /// The digits of all its cells, where these lost their borders.
  var run: DigitRun?
  /// In how many ways the run can be parted, where that is why it was not.
  var ways = ""
  /// Why no figure of the row can be told, where geometry says so.
  var fault: ReadingProblem.Kind?
  /// Which grid or stretch of text it stands in.
  let stretch: Int
  /// Which part of the page; see `PageRegions`.
  let region: Int
  /// Whether the order of rows must be that of the form: in text, where labels could be torn from
  /// their figures.
  let isOrdered: Bool
  let place: Place
  /// The row, where the fitter itself could tell it.
  var row: RowPosition?
}
