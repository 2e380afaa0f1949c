import Foundation
import Testing

/// A script, `-c`, standard input and the prompt are one road: the same commands give the same
/// bytes on standard output.
@Suite("One road")
struct OneRoadTests {
  @Test("By -c and from standard input", arguments: ExamplesTests.scripts)
  func withoutTerminal(script: String, status: Int32) throws {
    let folder = try ScratchFolder.likeExamples()
    let text = try folder.text(script + ".nb")
    let given = try BuiltNianbao.run(["-c", text], in: folder)
    let piped = try BuiltNianbao.run([], input: text, in: folder)
    let expected = try Self.expected(script)
    #expect(given.text == expected)
    #expect(piped.text == expected)
    #expect([given.status, piped.status] == [status, status])
    #expect(given.notices == piped.notices)
  }

  /// A sample of the cases, those of the language itself always among them; `scripts/try-roads` asks
  /// for all.
  static func roadCases() throws -> [Case] {
    let all = try Case.all()
    if ProcessInfo.processInfo.environment["NIANBAO_EVERY_CASE"] != nil { return all }
    let always: Set = [
      "params", "params-chinese", "values", "run-scripts", "assertions", "results-by-name",
      "error-assert-rows", "error-run-fails",
    ]
    return all.enumerated().filter { always.contains($1.name) || $0 % 40 == 0 }.map(\.element)
  }

  @Test(
    "Cases too: by -c, from standard input, as a script, recorded and replayed, and typed",
    arguments: try roadCases())
  func cases(named: Case) throws {
    let language = ["--lang", named.language.rawValue]
    let expected = String(
      decoding: try Data(contentsOf: named.folder.appending(path: "expected")), as: UTF8.self)
    let roads = [
      ["-c", named.commands], [], ["run", "case.nb"], ["run", "case.nb", "--record", "r.jsonl"],
    ]
    for arguments in roads {
      let folder = try Self.folder(for: named)
      let outcome = try BuiltNianbao.run(
        arguments + language, input: arguments.isEmpty ? named.commands : "", in: folder)
      #expect(outcome.text == expected, "\(arguments.first ?? "standard input")")
      #expect(outcome.status == named.exitCode, "\(outcome.notices)")
      // A script with a mistake never starts, and leaves no record.
      guard arguments.last == "r.jsonl", try folder.names().contains("r.jsonl") else { continue }
      // Run again over what the first run left: as an auditor does.
      let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
      #expect(replay.status == 0, "\(replay.text)")
    }
    // A quote that is open at the end of a line has the prompt ask for the rest.
    guard !["echo-history-quit", "error-unclosed-quote"].contains(named.name) else { return }
    let typed = try Self.typed(named)
    // A prompt goes on where a script ends at its first error.
    #expect(named.exitCode == 0 ? typed == expected : typed.hasPrefix(expected))
  }

  private static func folder(for named: Case) throws -> ScratchFolder {
    let folder = try ScratchFolder.likeExamples()
    let inputs = named.folder.appending(path: "in")
    if FileManager.default.fileExists(atPath: inputs.path) {
      try FileManager.default.copyItem(at: inputs, to: folder.url.appending(path: "in"))
    }
    try folder.write(named.commands, to: "case.nb")
    return folder
  }

  /// What the commands of a case write at the prompt.
  private static func typed(_ named: Case) throws -> String {
    let terminal = try ShellTerminal(in: try folder(for: named), language: named.language.rawValue)
    var output = ""
    for line in named.commands.split(separator: "\n") {
      output += try terminal.enter(String(line))
    }
    return output
  }

  @Test("Typed at the prompt", arguments: ExamplesTests.scripts.map(\.name))
  func typed(script: String) throws {
    let folder = try ScratchFolder.likeExamples()
    let terminal = try ShellTerminal(in: folder)
    var output = ""
    for line in try folder.text(script + ".nb").split(separator: "\n") {
      output += try terminal.enter(String(line))
    }
    #expect(output == (try Self.expected(script)))
    // What went wrong at the prompt was seen there.
    #expect(try terminal.end() == .exited(0))
  }

  /// What the script prints; `ExamplesTests` holds the script itself to it.
  private static func expected(_ script: String) throws -> String {
    String(decoding: try Data(contentsOf: ExamplesTests.expectedOutput(of: script)), as: UTF8.self)
  }

  @Test("Paths given to the program are loaded as by `load`, and `check` checks them")
  func paths() throws {
    let folder = try ScratchFolder.likeExamples()
    let commands = try BuiltNianbao.run(["-c", "load reports/qian*; check"], in: folder)
    let given = try BuiltNianbao.run(
      ["reports/qiandongnan-eco-2020.txt", "-c", "check"], in: folder)
    let checked = try BuiltNianbao.run(["check", "reports/qiandongnan-eco-2020.txt"], in: folder)
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
