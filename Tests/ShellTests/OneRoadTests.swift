import Testing

/// A script, `-c`, standard input and the prompt are one road: the same commands give the same
/// bytes on standard output.
@Suite("One road")
struct OneRoadTests {
  static let scripts = ExamplesTests.scripts.map { $0.name + ".nb" }

  @Test("As a script, by -c and from standard input", arguments: scripts)
  func withoutTerminal(script: String) throws {
    let folder = try ScratchFolder.likeExamples()
    let text = try folder.text(script)
    let asScript = try BuiltNianbao.run(["run", script], in: folder)
    let given = try BuiltNianbao.run(["-c", text], in: folder)
    let piped = try BuiltNianbao.run([], input: text, in: folder)
    #expect(given.output == asScript.output)
    #expect(piped.output == asScript.output)
    #expect([given.status, piped.status] == [asScript.status, asScript.status])
    #expect([given.notices, piped.notices] == [asScript.notices, asScript.notices])
  }

  @Test("Typed at the prompt", arguments: scripts)
  func typed(script: String) throws {
    let folder = try ScratchFolder.likeExamples()
    let asScript = try BuiltNianbao.run(["run", script], in: folder)
    let terminal = try ShellTerminal(in: folder)
    var output = ""
    for line in try folder.text(script).split(separator: "\n") {
      output += try terminal.enter(String(line))
    }
    #expect(output == asScript.text)
    #expect(try terminal.end() == .exited(asScript.status))
  }

  @Test("Paths given to the program are loaded as by `load`, and `check` checks them")
  func paths() throws {
    let folder = try ScratchFolder.likeExamples()
    let commands = try BuiltNianbao.run(["-c", "load reports; check"], in: folder)
    let given = try BuiltNianbao.run(["reports", "-c", "check"], in: folder)
    let checked = try BuiltNianbao.run(["check", "reports"], in: folder)
    #expect(given.output == commands.output)
    #expect(checked.output == commands.output)
    #expect([given.status, checked.status] == [1, 1])
  }

  @Test("The language is that of the option, else of the locale")
  func language() throws {
    let folder = try ScratchFolder.likeExamples()
    let chinese = try BuiltNianbao.run(["--lang", "zh", "-c", "help"], in: folder)
    let ofLocale = try BuiltNianbao.run(
      ["-c", "help"], in: folder, environment: ["LANG": "zh_CN.UTF-8"])
    let english = try BuiltNianbao.run(
      ["--lang", "en", "-c", "help"], in: folder, environment: ["LANG": "zh_CN.UTF-8"])
    let plain = try BuiltNianbao.run(["-c", "help"], in: folder, environment: [:])
    #expect(ofLocale.output == chinese.output)
    #expect(english.output == plain.output)
    #expect(chinese.output != english.output)
  }
}
