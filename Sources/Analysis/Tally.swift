import ReportModel

/// What the reports of one row say about one indicator.
struct Tally: Sendable {
  private(set) var numerator = Quantity.zero
  private(set) var denominator: Quantity?
  /// Reports whose figure is in the sum.
  private(set) var read = 0
  /// Reports whose form has the figure, but whose figure could not be read.
  private(set) var unread = 0
  /// Reports whose form does not have the figure.
  private(set) var notOnForm = 0
  private(set) var isOutOfRange = false
  /// Bodies whose figures are in the sum.
  private(set) var bodiesRead = 0
  private var lastBody: Int?
  /// The recipes by which the figures in the sum were read.
  private(set) var recipes: Set<Int> = []
  /// The recipes of the reports whose form does not have the figure.
  private(set) var lacking: Set<Int> = []
  /// What was added up: bodies or years, whichever is not a dimension.
  private(set) var members: Set<Int> = []
  /// The years of all reports, where the year is not a dimension.
  private(set) var years: Set<Int> = []
  /// The years whose figures are in the sum, where the year is not a dimension.
  private(set) var yearsRead: Set<Int> = []

  /// All reports of the row.
  var reports: Int { read + unread + notOnForm }

  /// Takes the reports body by body.
  ///
  /// - Parameters:
  ///   - body: the place of the report's body.
  ///   - year: `nil` where the year is a dimension.
  mutating func add(
    _ reading: FigureReader.Reading, recipe: Int, body: Int, member: Int?, year: Int?
  ) {
    if let year { years.insert(year) }
    switch reading {
    case .unread:
      unread += 1
    case .notOnForm:
      notOnForm += 1
      lacking.insert(recipe)
    case .outOfRange:
      isOutOfRange = true
    case .figure(let above, over: let below):
      guard let sum = numerator.adding(above) else {
        isOutOfRange = true
        return
      }
      numerator = sum
      if let below {
        guard let sum = (denominator ?? .zero).adding(below) else {
          isOutOfRange = true
          return
        }
        denominator = sum
      }
      read += 1
      if lastBody != body { bodiesRead += 1 }
      lastBody = body
      recipes.insert(recipe)
      if let member { members.insert(member) }
      if let year { yearsRead.insert(year) }
    }
  }

  /// The sum, or the ratio of the sums; `nil` where nothing was read or the denominator is zero.
  var value: Quantity? {
    guard read > 0 else { return nil }
    guard let denominator else { return numerator }
    return numerator.divided(by: denominator, digits: Precision.ratioDigits)
  }
}

/// How many digits worked-out values keep. Values are rounded half to even.
enum Precision {
  /// Rates, shares and growth: parts of one.
  static let ratioDigits = 6
  /// An index has 100 as its base.
  static let indexDigits = 2
}
