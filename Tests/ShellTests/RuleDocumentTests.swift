import Checking
import Forms
import Testing

@testable import Shell

@Suite("The description of rule files")
struct RuleDocumentTests {
  @Test("Its rules can be read, and do what their tests say")
  func examples() throws {
    let blocks = FencedBlock.all(in: try Checkout.text("docs/rules.md"))
      .filter { $0.language == "yaml" }
    #expect(blocks.count == 1)
    for block in blocks {
      let rules = try RuleSet(yaml: block.text, catalog: .standard)
      let results = try RuleTester(ruleSet: rules, catalog: .standard).run()
      #expect(results.count > 4)
      #expect(results.filter { !$0.isPassed }.isEmpty)
    }
  }

  @Test("It names every key and every choice of a rule")
  func completeness() throws {
    let text = try Checkout.text("docs/rules.md")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.joined()
    let keys = [
      "id", "version", "forms", "law", "rules", "label", "severity", "basis", "note", "table",
      "bodies", "for", "when", "assert", "blank", "tolerance", "repair", "tests",
    ]
    for key in keys { #expect(rows.contains("`\(key)`"), "\(key)") }
    for blanks in Rule.Blanks.allCases { #expect(rows.contains("`\(blanks.rawValue)`")) }
    for basis in Rule.Basis.allCases { #expect(rows.contains("`\(basis.rawValue)`")) }
    for outcome in RuleTest.Expected.allCases { #expect(text.contains("`\(outcome.rawValue)`")) }
  }
}
