import Forms
import Testing

@testable import Shell

@Suite("The reference of commands")
struct CommandReferenceTests {
  @Test("docs/commands.md is what the program's own help makes")
  func isUpToDate() throws {
    try ExpectedFile.compare(
      Array(CommandReference.markdown().utf8), with: Checkout.root.appending(path: "docs/commands.md"))
  }

  @Test("every command's examples can be read")
  func examplesParse() throws {
    let parser = CommandParser(catalog: .standard)
    for type in CommandTable.all {
      for example in type.manual.examples {
        #expect(parser.errors(in: SourceText(example), atMost: 9).isEmpty, "\(example)")
      }
    }
  }
}
