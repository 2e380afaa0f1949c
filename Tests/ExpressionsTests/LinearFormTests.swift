import ReportModel
import Testing

@testable import Expressions

@Suite("Linear forms")
struct LinearFormTests {
  private func form(_ text: String) throws -> LinearForm? {
    try LinearForm(Expression(value: text)) { pattern in
      pattern.words == "a.*" ? [Name("a.x"), Name("a.y")] : []
    }
  }

  @Test(
    "each figure is gathered once, in the order of first occurrence",
    arguments: [
      ("a + b - a + 3", "0a 1b 3"), ("2 * (a - 3 * b) / 4", "0.5a -1.5b 0"),
      ("sum(a.*, b) - a.x", "0a.x 1a.y 1b 0"), ("sum(a.* except a.x)", "1a.y 0"),
      ("-(a - previous.a)", "-1a 1previous.a 0"), ("3 * 4", "12"),
    ])
  func gathering(_ text: String, _ expected: String) throws {
    let form = try #require(try form(text))
    let words =
      form.terms.map { "\($0.coefficient)\($0.name)" } + [form.constant.description]
    #expect(words.joined(separator: " ") == expected)
    #expect(!form.hasEmptySum)
  }

  @Test(
    "what is not linear, or not exactly so, has no linear form",
    arguments: ["a * b", "1 / a", "a / 3", "a / 0", "\"x\""])
  func notLinear(_ text: String) throws {
    #expect(try form(text) == nil)
  }

  @Test("a sum that the form has no cell for is told apart from zero")
  func emptySum() throws {
    #expect(try form("sum(b.*) + 1")?.hasEmptySum == true)
  }

  @Test("factors that leave the range of numbers are an error")
  func overflow() {
    #expect(throws: EvaluationProblem.self) {
      try form("9223372036854775807 * a * 2")
    }
  }
}
