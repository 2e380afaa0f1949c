import Testing

/// What the README tells people to type works, and gives what the README shows.
@Suite("The README")
struct ReadmeTests {
  @Test("Its commands run in one session in the folder of examples")
  func commands() throws {
    let blocks = FencedBlock.all(in: try Checkout.text("README.md"))
    try #require(blocks.contains { $0.language == "nianbao" })
    let shell = try InProcess(in: try ScratchFolder.likeExamples())
    for (index, block) in blocks.enumerated() where block.language == "nianbao" {
      let outcome = shell.run(block.text)
      #expect(shell.status <= .findings, "line \(block.line): \(outcome.notices)")
      if index + 1 < blocks.count, blocks[index + 1].language == "text" {
        #expect(outcome.output == blocks[index + 1].text, "line \(block.line)")
      }
    }
  }

  @Test("Its shell commands run where `nianbao` is the program that was built")
  func shellCommands() throws {
    for block in FencedBlock.all(in: try Checkout.text("README.md")) where block.language == "sh" {
      let folder = try ScratchFolder.likeExamples()
      let outcome = try BuiltNianbao.runShell(block.text, in: folder)
      #expect(outcome.status <= 1, "line \(block.line): \(outcome.notices)")
    }
  }
}

/// A fenced block of a Markdown text.
struct FencedBlock: Equatable {
  /// What stands behind the fence.
  let language: String
  /// The lines between the fences.
  let text: String
  /// Of the opening fence, from 1.
  let line: Int

  static func all(in markdown: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: (language: String, text: String, line: Int)?
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(FencedBlock(language: block.language, text: block.text, line: block.line))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), "", index + 1)
        }
      } else {
        open?.text += line + "\n"
      }
    }
    return blocks
  }
}
