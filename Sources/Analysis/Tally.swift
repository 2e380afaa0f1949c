import ReportModel

/// What the reports of one row say about one indicator.
struct Tally: Sendable {
  private(set) var numerator = Quantity.zero
  private(set) var denominator: Quantity?
  /// Reports whose figure is in the sum.
  var read: Int { Int(countRead) }
  /// Reports whose form has the figure, but whose figure could not be read.
  var unread: Int { Int(countUnread) }
  /// Reports whose form does not have the figure.
  var notOnForm: Int { Int(countLacking) }
  private(set) var isOutOfRange = false
  /// Bodies whose figures are in the sum.
  var bodiesRead: Int { Int(members.isEmpty ? bodiesCounted : members.count) }
  // Narrow: a ranking of the country keeps one tally a body. The panel numbers its reports and bodies
  // by 32 bits too.
  private var countRead: Int32 = 0
  private var countUnread: Int32 = 0
  private var countLacking: Int32 = 0
  private var bodiesCounted: Int32 = 0
  private var lastBody: Int32 = -1
  /// Of figures that stand in one column and are added up at its scale.
  private var sum: Int64 = 0
  /// The recipes by which the figures in the sum were read.
  private(set) var recipes = NumberSet()
  /// The recipes of the reports whose form does not have the figure.
  private(set) var lacking = NumberSet()
  /// The bodies whose figures are in the sum, where the year is a dimension and the body is not.
  private(set) var members = MemberDigest()
  /// The years of all reports, where the year is not a dimension, by their positions in the panel.
  private(set) var years = NumberSet()
  /// The years whose figures are in the sum, where the year is not a dimension.
  private(set) var yearsRead = NumberSet()

  /// All reports of the row.
  var reports: Int { read + unread + notOnForm }

  /// How a report stands in a row.
  struct Standing {
    /// The place of the report's body.
    let body: Int
    /// Whether the bodies of the row are remembered.
    let countsMembers: Bool
    /// The place of the report's year; `nil` where the year is a dimension.
    let year: Int?
  }

  /// Takes the reports body by body.
  mutating func add(_ reading: FigureReader.Reading, recipe: Int, _ standing: Standing) {
    switch reading {
    case .unread: addUnread(standing)
    case .notOnForm:
      if let year = standing.year { years.insert(year) }
      countLacking += 1
      lacking.insert(recipe)
    case .outOfRange:
      if let year = standing.year { years.insert(year) }
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
      count(recipe, standing)
    }
  }

  @inline(__always)
  mutating func addUnread(_ standing: Standing) {
    if let year = standing.year { years.insert(year) }
    countUnread &+= 1
  }

  /// Takes a figure at the scale of its column, where each body has one report in the row and is
  /// remembered.
  @inline(__always)
  mutating func add(coefficient: Int64, recipe: Int, member: MemberDigest.Bits) {
    let (next, overflow) = sum.addingReportingOverflow(coefficient)
    if overflow { isOutOfRange = true }
    sum = next
    countRead &+= 1
    recipes.insert(recipe)
    members.insert(member)
  }

  /// Takes a figure at the scale of its column, which `close` tells.
  @inline(__always)
  mutating func add(coefficient: Int64, recipe: Int, _ standing: Standing) {
    let (next, overflow) = sum.addingReportingOverflow(coefficient)
    if overflow { isOutOfRange = true }
    sum = next
    count(recipe, standing)
  }

  /// Takes what such figures of one layout add up to, none of whose bodies it has yet.
  mutating func add(_ plain: PlainTally, recipe: Int) {
    guard !plain.members.isEmpty else { return }
    let (next, overflow) = sum.addingReportingOverflow(plain.sum)
    if overflow { isOutOfRange = true }
    sum = next
    countRead &+= plain.members.count
    recipes.insert(recipe)
    members.formUnion(plain.members)
  }

  @inline(__always)
  private mutating func count(_ recipe: Int, _ standing: Standing) {
    countRead &+= 1
    let body = Int32(truncatingIfNeeded: standing.body)
    if lastBody != body {
      bodiesCounted &+= 1
      lastBody = body
    }
    recipes.insert(recipe)
    if standing.countsMembers { members.insert(standing.body) }
    if let year = standing.year {
      years.insert(year)
      yearsRead.insert(year)
    }
  }

  /// Takes what was added up at the scale of a column into the sum.
  mutating func close(scale: Int) {
    guard sum != 0 else { return }
    guard let added = Quantity(coefficient: sum, scale: scale).flatMap({ numerator.adding($0) })
    else {
      isOutOfRange = true
      return
    }
    numerator = added
    sum = 0
  }

  /// Takes the tally of later reports, of none of the same bodies.
  mutating func merge(_ later: Tally) {
    guard let above = numerator.adding(later.numerator) else {
      isOutOfRange = true
      return
    }
    numerator = above
    if let below = later.denominator {
      guard let added = (denominator ?? .zero).adding(below) else {
        isOutOfRange = true
        return
      }
      denominator = added
    }
    isOutOfRange = isOutOfRange || later.isOutOfRange
    countRead += later.countRead
    countUnread += later.countUnread
    countLacking += later.countLacking
    bodiesCounted += later.bodiesCounted
    lastBody = later.lastBody
    recipes.formUnion(later.recipes)
    lacking.formUnion(later.lacking)
    members.formUnion(later.members)
    years.formUnion(later.years)
    yearsRead.formUnion(later.yearsRead)
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
