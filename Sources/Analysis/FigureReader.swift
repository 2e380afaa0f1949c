import Panel
import ReportModel

/// Reads an indicator's figure for one applicant from the panel, report by report.
struct FigureReader {
  /// What a report says.
  enum Reading {
    /// Both sums of the formula; a plain sum has no denominator.
    case figure(Quantity, over: Quantity?)
    /// A cell is blank, holds no number, or is not on the page.
    case unread
    /// The report's form has no such figure.
    case notOnForm
    /// The sum leaves the range of exact numbers.
    case outOfRange
  }

  struct Source {
    let column: PanelColumn?
    let isSubtracted: Bool
  }

  struct Sources {
    let standing: Recipe.Standing
    let numerator: [Source]
    let denominator: [Source]?

    /// The column whose figures are the recipe's, where it is as plain as that.
    var onlyColumn: PanelColumn? {
      guard standing == .complete, denominator == nil, numerator.count == 1,
        !numerator[0].isSubtracted
      else { return nil }
      return numerator[0].column
    }
  }

  private let panel: Panel
  private let hasApplicants: (IndicatorCode) -> Bool
  private let applicant: Applicant
  private(set) var book: RecipeBook
  /// Of each recipe.
  private(set) var sources: [Sources] = []
  /// For each of the panel's layouts the number of its recipe; -1 where it was not asked for yet.
  private(set) var recipeOfLayout: [Int]

  /// - Parameters:
  ///   - applicant: for figures that have applicants, the column to read.
  ///   - hasApplicants: whether a figure has applicants.
  init(
    book: RecipeBook, applicant: Applicant, panel: Panel,
    hasApplicants: @escaping (IndicatorCode) -> Bool
  ) {
    self.book = book
    self.applicant = applicant
    self.panel = panel
    self.hasApplicants = hasApplicants
    recipeOfLayout = Array(repeating: -1, count: panel.layouts.count)
  }

  /// Settles how reports of these layouts are read, in their order.
  mutating func prepare(layouts: [Int]) {
    for layout in layouts { _ = recipe(ofLayout: layout) }
  }

  /// The figure of a report with the number of the recipe that it was read by.
  mutating func read(at report: Int) -> (recipe: Int, reading: Reading) {
    let number = recipe(ofLayout: Int(panel.layoutOfReport[report]))
    return (number, Self.reading(sources[number], at: report))
  }

  private mutating func recipe(ofLayout layout: Int) -> Int {
    if recipeOfLayout[layout] >= 0 { return recipeOfLayout[layout] }
    let number = book.number(for: panel.layouts[layout])
    while sources.count < book.recipes.count {
      sources.append(resolve(book.recipes[sources.count]))
    }
    recipeOfLayout[layout] = number
    return number
  }

  private func resolve(_ recipe: Recipe) -> Sources {
    Sources(
      standing: recipe.standing, numerator: recipe.numerator.map(source),
      denominator: recipe.denominator?.map(source))
  }

  private func source(_ term: Recipe.Term) -> Source {
    let column = hasApplicants(term.code) ? term.applicant ?? applicant : nil
    return Source(
      column: panel.columns[CellKey(term.code, column)], isSubtracted: term.isSubtracted)
  }

  static func reading(_ sources: Sources, at report: Int) -> Reading {
    switch sources.standing {
    case .notOnForm: return .notOnForm
    case .tableMissing: return .unread
    case .complete: break
    }
    switch (sum(sources.numerator, at: report), sources.denominator.map { sum($0, at: report) }) {
    case (.unread, _), (_, .unread?): return .unread
    case (.outOfRange, _), (_, .outOfRange?): return .outOfRange
    case (.sum(let numerator), nil): return .figure(numerator, over: nil)
    case (.sum(let numerator), .sum(let denominator)?):
      return .figure(numerator, over: denominator)
    }
  }

  private enum Sum {
    case sum(Quantity)
    case unread
    case outOfRange
  }

  /// A figure whose parts were not all read is not read: a part left out would be a part taken as
  /// zero.
  private static func sum(_ sources: [Source], at report: Int) -> Sum {
    var sum = Quantity.zero
    for source in sources {
      guard let quantity = source.column?.quantity(at: report) else { return .unread }
      guard let next = source.isSubtracted ? sum.subtracting(quantity) : sum.adding(quantity)
      else { return .outOfRange }
      sum = next
    }
    return .sum(sum)
  }
}
