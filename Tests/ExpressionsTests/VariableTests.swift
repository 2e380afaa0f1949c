import ReportModel
import Testing

@testable import Expressions

@Suite("Variables in expressions and texts")
struct VariableTests {
  private let variables = [
    "n": Variable(node: .number(Quantity(5)), text: "5"),
    "name": Variable(node: .text("a = 1 or b"), text: "a = 1 or b"),
    "what": Variable(node: .name(Name("penalty.decisions")), text: "penalty.decisions"),
    "all": Variable(node: .name(Name("penalty.*")), text: "penalty.*"),
    "span": Variable(node: nil, text: "2019,2021"),
    "文": Variable(node: .text("字"), text: "字"),
  ]

  @Test(
    "A variable is one value, whatever stands in it",
    arguments: [
      ("x > $n", "x > 5"), ("body = $name", "body = \"a = 1 or b\""),
      ("$what >= $n * 2", "penalty.decisions >= 5 * 2"),
      ("sum($all) > ＄n", "sum(penalty.*) > 5"), ("body = \"in {$文}{$}n\"", "body = \"in 字$n\""),
    ])
  func values(text: String, same: String) throws {
    let filled = try Expression(condition: text, variables: variables)
    #expect(filled == (try Expression(condition: same)))
  }

  @Test(
    "What is no value is told with its place",
    arguments: [
      ("x > $m", .unknownVariable("m"), 4), ("x > $span", .severalValues("span"), 4),
      ("x > $all", .patternOutsideSum("penalty.*"), 4), ("x > $name", .textAsNumber, 4),
      ("x = \"{$m}\"", .unknownVariable("m"), 4), ("x = \"{$\"", .malformedVariable, 4),
      ("x > $", .unknownCharacter("$"), 4), ("x > $5", .unknownCharacter("$"), 4),
    ] as [(String, ExpressionProblem.Kind, Int)])
  func mistakes(text: String, kind: ExpressionProblem.Kind, offset: Int) {
    let error = #expect(throws: ExpressionProblem.self) {
      try Expression(condition: text, variables: variables)
    }
    #expect(error?.kind == kind)
    #expect(error?.range.offset == offset)
  }

  @Test("Where there are no variables a $ is no character of the language, and texts stay")
  func without() throws {
    let error = #expect(throws: ExpressionProblem.self) { try Expression(condition: "x > $n") }
    #expect(error?.kind == .unknownCharacter("$"))
    let text = try Expression(condition: "x = \"{$n}\"")
    #expect(
      text.node == .comparison(.equal, Self.leaf(.name(Name("x"))), Self.leaf(.text("{$n}"))))
  }

  @Test(
    "Texts are filled once",
    arguments: [
      ("plain {n} $n", "plain {n} $n"), ("{$n}", "5"), ("a{$n}b{$n}", "a5b5"), ("{$}", "$"),
      ("{{$n}}", "{5}"), ("{$}{n}", "${n}"), ("", ""),
    ])
  func templates(text: String, filled: String) throws {
    #expect(try TextTemplate(text).filled { ["n": "5"][$0] } == filled)
  }

  private static func leaf(_ node: Expression.Node) -> Expression {
    Expression(node, at: SourceRange(offset: 0, length: 0))
  }
}
