import Expressions
import Forms
import ReportModel

/// Gives the names of a rule their meaning: `row` and `group` what is at hand, labels their codes,
/// cells of table 3 their applicant, derived indicators their formula.
struct NameBinder {
  /// A name that cannot be given a meaning, and where it stands in the assertion.
  struct Problem: Error {
    let kind: RuleFileProblem.Kind
    let range: SourceRange
  }

  /// Formulas that call formulas: more levels than this are taken for a circle.
  private static let maximumFormulaLevel = 8

  let binding: RuleBinding
  let catalog: FormCatalog
  /// Whether names may mean what the reports of other bodies come to.
  var knowsOthers = true

  /// A condition with codes, and the same with formulas in place of derived indicators.
  struct Bound {
    let named: Expression
    let expanded: Expression
  }

  /// Binds a condition of a rule; every problem with it is kept.
  func bound(
    _ expression: Expression, at place: RuleTextPlace, collecting problems: inout [RuleFileProblem]
  ) -> Bound? {
    let known = problems.count
    // Each name by itself first, so that a mistake hides no other.
    for (name, range) in expression.names {
      do throws(RuleFileProblem.Kind) {
        _ = try meaning(of: name)
      } catch {
        problems.append(place.problem(error, at: range))
      }
    }
    for (name, range) in expression.askedNames where name.understandingOthers.isOfOthers {
      problems.append(place.problem(.askedOfOthers(name.description), at: range))
    }
    for (name, range) in expression.comparableNames {
      do throws(RuleFileProblem.Kind) {
        _ = try comparableWords(of: name)
      } catch {
        problems.append(place.problem(error, at: range))
      }
    }
    guard problems.count == known else { return nil }
    do throws(Problem) {
      let named = try bound(expression)
      return Bound(named: named, expanded: try expanded(named))
    } catch {
      problems.append(place.problem(error.kind, at: error.range))
      return nil
    }
  }

  func bound(_ expression: Expression) throws(Problem) -> Expression {
    let replaced = try expression.replacingNames {
      (name, range) throws(Problem) -> Expression.Node? in
      do throws(RuleFileProblem.Kind) {
        return .name(try meaning(of: name))
      } catch {
        throw Problem(kind: error, range: range)
      }
    }
    let bound = try replaced.replacingComparableNames { (name, range) throws(Problem) in
      do throws(RuleFileProblem.Kind) {
        return [Name(try comparableWords(of: name))]
      } catch {
        throw Problem(kind: error, range: range)
      }
    }
    for (name, range) in bound.exceptedNames
    where !name.isPattern && catalog.indicators[IndicatorCode(name.words)]?.isDerived == true {
      throw Problem(kind: .derivedExcepted(name.words), range: range)
    }
    return bound
  }

  /// A bound expression with the formulas of its derived indicators in their place.
  func expanded(_ expression: Expression, level: Int = 0) throws(Problem) -> Expression {
    let replaced = try expression.replacingNames {
      (name, range) throws(Problem) -> Expression.Node? in
      let indicator = catalog.indicators[IndicatorCode(name.words)]
      guard case .derived(let formula) = indicator?.origin else { return nil }
      let unusable = Problem(kind: .formulaUnusable(name.words), range: range)
      guard level < Self.maximumFormulaLevel,
        let parsed = try? Expression(value: formula)
      else { throw unusable }
      let parts = NameBinder(binding: RuleBinding(applicant: name.applicant), catalog: catalog)
      let ofSameYear: Expression
      do throws(Problem) {
        ofSameYear = try parts.expanded(try parts.bound(parsed), level: level + 1)
      } catch {
        throw unusable
      }
      guard name.whose != .own else { return ofSameYear.node }
      if name.whose == .peers { throw Problem(kind: .peersOfDerived(name.words), range: range) }
      // Of other bodies, as of other years: the formula over what theirs come to.
      return ofSameYear.replacingNames { part, _ in
        .name(Name(part.words, applicant: part.applicant, whose: name.whose))
      }.node
    }
    return try replaced.replacingComparableNames { (name, range) throws(Problem) -> [Name] in
      let indicator = catalog.indicators[IndicatorCode(name.words)]
      guard case .derived(let formula) = indicator?.origin else { return [name] }
      guard level < Self.maximumFormulaLevel, let parsed = try? Expression(value: formula) else {
        throw Problem(kind: .formulaUnusable(name.words), range: range)
      }
      // A figure worked out from others is comparable where all of them are.
      let parts = Expression(
        .test(.comparable, parsed.names.map { Expression(.name(Name($0.name.words)), at: range) }),
        at: range)
      return try expanded(parts, level: level + 1).comparableNames.map(\.name)
    }
  }

  /// What `comparable( )` is asked of: a code or a pattern.
  private func comparableWords(of name: Name) throws(RuleFileProblem.Kind) -> String {
    let words = try words(of: name)
    guard name.isPattern else { return try indicator(words).code.text }
    guard
      catalog.indicators.all.contains(where: {
        !$0.isDerived && IndicatorDictionary.matches($0.code, pattern: words)
      })
    else { throw .patternFitsNothing(words) }
    return words
  }

  private func meaning(of written: Name) throws(RuleFileProblem.Kind) -> Name {
    let name = knowsOthers ? written.understandingOthers : written
    if name.words == "table", !name.isOfOthers {
      guard let table = binding.table else { throw .nameOutsideScope(name.words) }
      return Name("table:\(table)", isPrevious: name.isPrevious)
    }
    let words = try words(of: name)
    if name.isPattern { return try patternMeaning(of: name, words: words) }
    let indicator = try indicator(words)
    return Name(
      indicator.code.text,
      applicant: try applicant(of: name, taken: indicator.hasApplicants), whose: name.whose)
  }

  private func words(of name: Name) throws(RuleFileProblem.Kind) -> String {
    if name.words == "row" {
      guard let row = binding.row else { throw .nameOutsideScope(name.words) }
      return row.text
    }
    guard name.words == "group" || name.words.hasPrefix("group.") else { return name.words }
    guard let group = binding.group, name.words != "group" else {
      throw .nameOutsideScope(name.words)
    }
    return group + name.words.dropFirst("group".count)
  }

  private func patternMeaning(
    of name: Name, words: String
  ) throws(RuleFileProblem.Kind) -> Name {
    let fitting = catalog.forms.flatMap(\.tables).flatMap(\.cells).filter {
      IndicatorDictionary.matches($0.key.indicator, pattern: words)
    }
    guard !fitting.isEmpty else { throw .patternFitsNothing(words) }
    let isTaken = fitting.contains { $0.key.applicant != nil }
    return Name(
      words, applicant: try applicant(of: name, taken: isTaken), whose: name.whose)
  }

  /// - Parameter taken: whether the figures differ by applicant.
  private func applicant(
    of name: Name, taken: Bool
  ) throws(RuleFileProblem.Kind) -> Applicant? {
    guard taken else {
      if name.applicant != nil { throw .applicantNotTaken(name.words) }
      return nil
    }
    guard let applicant = name.applicant ?? binding.applicant else {
      throw .applicantMissing(name.words)
    }
    return applicant
  }

  /// By code, else by label or name where only one indicator has it.
  private func indicator(_ words: String) throws(RuleFileProblem.Kind) -> Indicator {
    if let indicator = catalog.indicators[IndicatorCode(words)] { return indicator }
    let candidates = catalog.indicators.all.filter {
      $0.label.chinese == words || $0.names.contains(words)
    }
    guard let first = candidates.first else { throw .unknownIndicator(words) }
    guard candidates.count == 1 else {
      throw .ambiguousIndicator(words, codes: candidates.map(\.code.text))
    }
    return first
  }
}
