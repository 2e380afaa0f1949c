import Testing

@testable import Shell

@Suite("The reference of commands")
struct CommandReferenceTests {
  @Test("docs/commands.md is what the program's own help makes")
  func isUpToDate() throws {
    try ExpectedFile.compare(
      Array(CommandReference.markdown().utf8),
      with: Checkout.root.appending(path: "docs/commands.md"))
  }

  @Test("docs/nianbao.1 is what the program's own help makes")
  func manualIsUpToDate() throws {
    try ExpectedFile.compare(
      Array(ManualPage.roff().utf8), with: Checkout.root.appending(path: "docs/nianbao.1"))
  }
}
