import ReportModel
import Testing

@testable import Expressions

@Suite("Reading expressions")
struct ParsingTests {
  private func problem(_ text: String) -> ExpressionProblem? {
    do {
      _ = try Expression(condition: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "operators bind as in mathematics, `implies` weakest and to the right",
    arguments: [
      ("a + b * c = d", "a + (b * c) = d"),
      ("a - b - c = d", "(a - b) - c = d"),
      ("-a * b = c", "(-a) * b = c"),
      ("not a = b and c = d", "(not a = b) and c = d"),
      ("a = 1 or b = 2 and c = 3", "a = 1 or (b = 2 and c = 3)"),
      ("a = 1 implies b = 2 implies c = 3", "a = 1 implies (b = 2 implies c = 3)"),
      ("a = 1 or b = 2 implies c = 3", "(a = 1 or b = 2) implies c = 3"),
    ])
  func binding(_ plain: String, _ explicit: String) throws {
    #expect(try Expression(condition: plain) == Expression(condition: explicit))
  }

  @Test(
    "full-width characters and Chinese words say the same as their ASCII twins",
    arguments: [
      ("ｓｕｍ（ａ，ｂ）＝１２", "sum(a, b) = 12"),
      ("（甲＋乙）－丙 ＜＝ １．５", "(甲 + 乙) - 丙 <= 1.5"),
      ("a = 1 且 b = 2 或 非 c = 3", "a = 1 and b = 2 or not c = 3"),
      ("a ≥ 1", "a >= 1"),
      ("a　≠　1", "a <> 1"),
      ("上年.行政处罚［总计］ = 行政处罚", "previous.行政处罚[total] = 行政处罚"),
      ("body = “上海市”", "body = \"上海市\""),
      ("body = 「上海市」", "body = \"上海市\""),
    ])
  func fullWidth(_ chinese: String, _ ascii: String) throws {
    #expect(try Expression(condition: chinese) == Expression(condition: ascii))
  }

  @Test("names carry their pattern, applicant and year")
  func names() throws {
    let expression = try Expression(
      condition: "sum(outcome.*[law] except outcome.total[law]) = previous.row[其他]")
    #expect(
      expression.names.map(\.name) == [
        Name("outcome.*", applicant: .law), Name("outcome.total", applicant: .law),
        Name("row", applicant: .other, isPrevious: true),
      ])
    #expect(expression.exceptedNames.map(\.name) == [Name("outcome.total", applicant: .law)])
    #expect(expression.names[0].range == SourceRange(offset: 4, length: 14))
    // A word within a longer one is no keyword.
    #expect(try Expression(value: "上年结转 + 非常").names.map(\.name.words) == ["上年结转", "非常"])
  }

  @Test("places are counted in Unicode scalars")
  func ranges() throws {
    let expression = try Expression(condition: "行政处罚 > (公开率 + 1)")
    guard case .comparison(.greater, let left, let right) = expression.node else {
      Issue.record("\(expression)")
      return
    }
    #expect(left.range == SourceRange(offset: 0, length: 4))
    #expect(right.range == SourceRange(offset: 7, length: 9))
    #expect(expression.range == SourceRange(offset: 0, length: 16))
  }

  @Test(
    "a mistake is named and pointed at",
    arguments: [
      ("a = ", 4, 0, .unexpected(found: "", expected: .value)),
      ("a = 1 b", 6, 1, .unexpected(found: "b", expected: .operatorOrEnd)),
      ("(a = 1", 6, 0, .unexpected(found: "", expected: .closingParenthesis)),
      ("a = 1)", 5, 1, .unexpected(found: ")", expected: .operatorOrEnd)),
      ("sum a = 1", 4, 1, .unexpected(found: "a", expected: .openingParenthesis)),
      ("sum(a except 1) = 1", 13, 1, .unexpected(found: "1", expected: .name)),
      ("a[", 2, 0, .unexpected(found: "", expected: .applicant)),
      ("a[firm = 1", 7, 1, .unexpected(found: "=", expected: .closingBracket)),
      ("a[企业] = 1", 2, 2, .unknownApplicant("企业")),
      ("a ？ 1", 2, 1, .unknownCharacter("？")),
      ("a = \"x", 4, 2, .unclosedText),
      ("a = 12ab", 4, 4, .malformedNumber("12ab")),
      ("a = 1.", 4, 2, .malformedNumber("1.")),
      ("a = 99999999999999999999", 4, 20, .numberOutOfRange("99999999999999999999")),
      ("a. = 1", 0, 2, .malformedName("a.")),
      ("a..b = 1", 0, 2, .malformedName("a.")),
      ("sum(a.*b) = 1", 4, 3, .malformedName("a.*")),
      ("a.* = 1", 0, 3, .patternOutsideSum("a.*")),
      ("a = b = c", 6, 1, .chainedComparison),
      ("(a = b) + 1 = 2", 0, 7, .conditionAsValue),
      ("a and b = 1", 0, 1, .valueAsCondition),
      ("a + \"x\" = 1", 4, 3, .textAsNumber),
      ("a < \"x\"", 4, 3, .textAsNumber),
      ("a", 0, 1, .valueAsCondition),
      ("", 0, 0, .unexpected(found: "", expected: .value)),
    ] as [(String, Int, Int, ExpressionProblem.Kind)])
  func mistakes(_ text: String, offset: Int, length: Int, kind: ExpressionProblem.Kind) {
    #expect(
      problem(text)
        == ExpressionProblem(kind, at: SourceRange(offset: offset, length: length)))
  }

  @Test("a condition is no value")
  func conditionAsValue() {
    #expect(throws: ExpressionProblem.self) { try Expression(value: "a = 1") }
  }

  @Test("nesting and chains beyond all reason are refused, not crashed on")
  func depth() {
    let deep = String(repeating: "(", count: 100_000) + "a"
    #expect(problem(deep)?.kind == .tooDeep)
    let chain = "a" + String(repeating: " + a", count: 100_000) + " = 1"
    #expect(problem(chain)?.kind == .tooDeep)
    let minus = String(repeating: "-", count: 100_000) + "a = 1"
    #expect(problem(minus)?.kind == .tooDeep)
    let sum = "sum(" + Array(repeating: "a", count: 10_000).joined(separator: ", ") + ") = 1"
    #expect(problem(sum) == nil)
  }

  @Test("no sequence of characters crashes the reader")
  func anyInput() {
    let pieces = [
      "a", "行政", "*", ".", "(", ")", "[", "]", "total", "1", "2.5", "\"", "“", "sum(", "except",
      ",", "not", "and", "=", "<", ">", "-", " ", "previous.", "*.", "＝", "\u{0}", "\u{301}",
    ]
    var state: UInt64 = 7
    var problems = 0
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let found = problem(text)
      if let found {
        problems += 1
        #expect(found.range.end <= text.unicodeScalars.count, "\(text)")
      }
    }
    #expect(problems > 4_000)
  }
}

@Suite("Questions about names")
struct NameTestTests {
  @Test(
    "comparable and found are read in both languages and written in one",
    arguments: [
      ("comparable(outcome.granted)", "comparable(outcome.granted)"),
      ("可比（outcome.*，行政处罚）", "comparable(outcome.*, 行政处罚)"),
      ("not found(a[firm]) or 见到(previous.b)", "not found(a[firm]) or found(previous.b)"),
    ])
  func reading(_ text: String, _ written: String) throws {
    let expression = try Expression(condition: text)
    #expect(expression.description == written)
    #expect(try Expression(condition: written) == expression)
  }

  @Test("names of comparable are no figures, and look back")
  func names() throws {
    let expression = try Expression(condition: "comparable(a) and found(b) and c = 1")
    #expect(expression.names.map(\.name.words) == ["b", "c"])
    #expect(expression.comparableNames.map(\.name.words) == ["a"])
    #expect(expression.looksBack)
    #expect(try !Expression(condition: "found(b)").looksBack)
    let replaced = expression.replacingNames { name, _ in .name(Name(name.words + "2")) }
    #expect(replaced.description == "comparable(a) and found(b2) and c2 = 1")
  }

  @Test(
    "mistakes in them are pointed at",
    arguments: [
      ("nothing(a)", .unknownFunction("nothing"), 0),
      ("comparable(previous.a)", .unexpected(found: "previous.a", expected: .indicator), 11),
      ("comparable(a[firm])", .unexpected(found: "a[firm]", expected: .indicator), 11),
      ("comparable(1)", .unexpected(found: "1", expected: .name), 11),
      ("found(a.*)", .patternOutsideSum("a.*"), 6),
      ("found(a = 1)", .unexpected(found: "=", expected: .closingParenthesis), 8),
      ("1 + found(a) = 2", .conditionAsValue, 4),
    ] as [(String, ExpressionProblem.Kind, Int)])
  func mistakes(_ text: String, kind: ExpressionProblem.Kind, offset: Int) {
    #expect {
      try Expression(condition: text)
    } throws: { error in
      (error as? ExpressionProblem)?.kind == kind
        && (error as? ExpressionProblem)?.range.offset == offset
    }
  }

  @Test("a source without forms knows no such questions")
  func unknown() throws {
    let condition = try Expression(condition: "comparable(a)")
    #expect(throws: EvaluationProblem.self) {
      try Evaluator(HandFigures(figures: [:])).truth(of: condition)
    }
  }
}
