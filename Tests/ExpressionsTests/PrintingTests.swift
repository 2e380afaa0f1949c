import ReportModel
import SeededNumbers
import Testing

@testable import Expressions

@Suite("Printing expressions")
struct PrintingTests {
  @Test(
    "an expression is printed as it would be written",
    arguments: [
      "a + b - c = d", "a - (b + c) = d", "(a + b) * c = d", "a / (b / c) = d",
      "not (a = b and c = d)", "not a = b", "(a = 1 implies b = 2) implies c = 3",
      "-(a + b) = c", "- -a = b", "sum(outcome.* except outcome.total, b) = outcome.total[firm]",
      "previous.x <> 1.5", "body = “a\"b”", "body = 「a\"”b」",
    ])
  func printing(_ text: String) throws {
    let expected = text == "- -a = b" ? "--a = b" : text
    #expect(try Expression(condition: text).description == expected)
  }

  @Test("names are printed as replaced")
  func replacement() throws {
    let rule = try Expression(condition: "group.a * 2 = row[total] - x")
    let replaced = rule.replacingNames { name, _ -> Expression.Node? in
      switch name.words {
      case "group.a": .name(Name("review.a"))
      case "row": .name(Name("outcome.partial", applicant: name.applicant))
      default:
        .arithmetic(
          .add, Expression(.number(Quantity(1)), at: SourceRange(offset: 0, length: 0)),
          Expression(.name(Name("y")), at: SourceRange(offset: 0, length: 0)))
      }
    }
    #expect(replaced.description == "review.a * 2 = outcome.partial[total] - (1 + y)")
  }

  @Test("reading what was printed gives the same expression")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let expression = Self.condition(levels: 4, using: &generator)
      #expect(try Expression(condition: expression.description) == expression)
    }
  }

  private static func make(_ node: Expression.Node) -> Expression {
    Expression(node, at: SourceRange(offset: 0, length: 0))
  }

  private static func condition(
    levels: Int, using generator: inout SeededGenerator
  ) -> Expression {
    switch levels > 0 ? Int.random(in: 0..<5, using: &generator) : 4 {
    case 0: return make(.not(condition(levels: levels - 1, using: &generator)))
    case let choice where choice < 4:
      let connectives: [Connective] = [.and, .or, .implies]
      return make(
        .connective(
          connectives[choice - 1], condition(levels: levels - 1, using: &generator),
          condition(levels: levels - 1, using: &generator)))
    default:
      let comparison = Comparison.allCases.randomElement(using: &generator) ?? .equal
      return make(
        .comparison(
          comparison, value(levels: 3, using: &generator), value(levels: 3, using: &generator)))
    }
  }

  private static func value(levels: Int, using generator: inout SeededGenerator) -> Expression {
    switch levels > 0 ? Int.random(in: 0..<8, using: &generator) : 7 {
    case 0: return make(.minus(value(levels: levels - 1, using: &generator)))
    case 1:
      return make(
        .sum(
          [value(levels: levels - 1, using: &generator), make(.name(Name("a.*")))],
          except: [make(.name(Name("a.b", applicant: .law)))]))
    case let choice where choice < 6:
      let operations: [Arithmetic] = [.add, .subtract, .multiply, .divide]
      return make(
        .arithmetic(
          operations[choice - 2], value(levels: levels - 1, using: &generator),
          value(levels: levels - 1, using: &generator)))
    case 6: return make(.number(Quantity(Int64.random(in: 0...99, using: &generator))))
    default: return make(.name(Name("行政处罚", isPrevious: Bool.random(using: &generator))))
    }
  }
}
