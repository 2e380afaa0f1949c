import ReportModel
import Testing

@testable import Expressions

@Suite("Working out expressions")
struct EvaluationTests {
  private let evaluator = Evaluator(
    HandFigures(figures: [
      "two": .known(Quantity(2)), "three": .known(Quantity(3)), "zero": .known(.zero),
      "most": .known(Quantity(Int64.max)), "open": .unread(.nonNegative), "free": .unread(.any),
      "some": .unread(Bounds(lower: Quantity(1), upper: Quantity(4))),
      "lacking": .missing(.notOnForm), "unreported": .missing(.noReport),
      "part.a": .known(Quantity(5)), "part.b": .known(Quantity(6)),
      "part.total": .known(Quantity(11)), "body": .text("上海市"),
    ]))

  @Test(
    "figures are exact",
    arguments: [
      ("two + three * 4", "14"), ("-two - three", "-5"), ("0.1 + 0.2", "0.3"),
      ("two / three", "0.666666667"), ("three / 8", "0.375"), ("1 / 3 * 3", "0.999999999"),
      ("sum(two, three)", "5"), ("sum(part.* except part.total)", "11"),
      ("sum(part.* except part.a, part.b)", "11"), ("open - open", "0"),
      ("sum(open, two, -open)", "2"), ("two * (free - free + three)", "6"),
    ])
  func exact(_ text: String, _ expected: String) throws {
    let value = try evaluator.value(of: Expression(value: text))
    #expect(value == Quantity(expected).map(Figure.known))
  }

  @Test(
    "what was not read gives bounds",
    arguments: [
      ("open + two", "2", nil), ("two - open", nil, "2"), ("open - some", "-4", nil),
      ("free + two", nil, nil), ("some * -2", "-8", "-2"), ("some / two", "0.5", "2"),
      ("two / some", "0.5", "2"), ("some * some", "1", "16"), ("open * open", "0", nil),
      ("two / open", nil, nil), ("some + some - some", "1", "4"),
    ] as [(String, String?, String?)])
  func bounds(_ text: String, lower: String?, upper: String?) throws {
    let value = try evaluator.value(of: Expression(value: text))
    #expect(
      value
        == .unread(
          Bounds(lower: lower.flatMap { Quantity($0) }, upper: upper.flatMap { Quantity($0) })))
  }

  @Test(
    "a figure is missing where a part of it is, or where it is a share of nothing",
    arguments: [
      ("two / zero", .zeroDenominator), ("two / (open - open)", .zeroDenominator),
      ("two / lacking", .notOnForm), ("lacking + two", .notOnForm),
      ("two - unreported", .noReport), ("sum(nothing.*)", .notOnForm),
    ] as [(String, Figure.Missing)])
  func missing(_ text: String, _ reason: Figure.Missing) throws {
    #expect(try evaluator.value(of: Expression(value: text)) == .missing(reason))
  }

  @Test(
    "conditions hold, fail, or stay open",
    arguments: [
      ("two < three", .holds), ("two >= three", .fails), ("open >= 0", .holds),
      ("open + 1 > 0", .holds), ("open < 0", .fails), ("open = two", .undecided),
      ("open + three = two", .fails), ("open <> free", .undecided), ("open = open", .holds),
      ("open + two <> open + three", .holds), ("some <= 4", .holds), ("some > 4", .fails),
      ("some < 4", .undecided), ("lacking = 1", .notApplicable),
      ("open = two and two = three", .fails), ("open = two or two < three", .holds),
      ("open = two and two < three", .undecided), ("two = three implies open = 1", .holds),
      ("not open = two", .undecided), ("lacking = 1 or two < three", .holds),
      ("lacking = 1 and two < three", .notApplicable), ("lacking = 1 and open = 1", .undecided),
      ("body = \"上海市\"", .holds), ("body <> “上海市”", .fails),
      ("0.30 = 0.3", .holds), ("two / three < 0.7", .holds), ("two / three = 0.67", .fails),
      ("two / three * three = two", .undecided), ("two / 8 = 0.25", .holds),
      ("two / three <= 0.666666667", .undecided), ("some / three <= 4 / three", .undecided),
      ("two * open = -1", .fails), ("open * open = -1", .fails),
    ] as [(String, Truth)])
  func conditions(_ text: String, _ expected: Truth) throws {
    #expect(try evaluator.truth(of: Expression(condition: text)) == expected)
  }

  @Test(
    "what cannot be worked out is an error at its place",
    arguments: [
      ("most + 1 = 1", 0, 8, .overflow), ("1 = two * (most * two)", 10, 12, .overflow),
      ("sum(most, most) = 1", 0, 15, .overflow), ("two = nobody", 6, 6, .unknownName("nobody")),
      ("body = 1", 0, 8, .textAsNumber), ("body + 1 = 1", 0, 8, .textAsNumber),
    ] as [(String, Int, Int, EvaluationProblem.Kind)])
  func errors(_ text: String, offset: Int, length: Int, kind: EvaluationProblem.Kind) throws {
    let condition = try Expression(condition: text)
    #expect(
      throws: EvaluationProblem(kind, at: SourceRange(offset: offset, length: length))
    ) {
      try evaluator.truth(of: condition)
    }
  }
}
