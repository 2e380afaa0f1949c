import Foundation
import Testing

/// A record holds what a session did; a replay finds out whether it still comes to the same.
@Suite("Records and replays")
struct RecordTests {
  @Test("A recorded script replays the same, byte for byte", arguments: ExamplesTests.scripts)
  func same(script: String, status: Int32) throws {
    let folder = try ScratchFolder.likeExamples()
    let plain = try BuiltNianbao.run(["run", script + ".nb"], in: folder)
    let other = try ScratchFolder.likeExamples()
    let recorded = try BuiltNianbao.run(
      ["run", script + ".nb", "--record", "audit.jsonl"], in: other)
    #expect(recorded.output == plain.output)
    #expect([plain.status, recorded.status] == [status, status])
    let before = try Self.files(in: other)
    let replay = try BuiltNianbao.run(["replay", "audit.jsonl"], in: other)
    #expect(replay.status == 0, "\(replay.text)\(replay.notices)")
    // What the script writes is written elsewhere by the replay.
    #expect(try Self.files(in: other) == before)
  }

  /// The paths and sizes of all files below a folder.
  private static func files(in folder: ScratchFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(path))
      return "\(path) \(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? "")"
    }
  }

  @Test("One byte of one input changed: the file is named, and the commands whose results moved")
  func changedInput() throws {
    let folder = try ScratchFolder.likeExamples()
    let commands =
      "load reports/lanxi-2021.txt reports/lanxi-2022.html; echo hello; cells penalty.*"
    let recorded = try BuiltNianbao.run(["--record", "r.jsonl", "-c", commands], in: folder)
    #expect(recorded.status == 0, "\(recorded.notices)")
    var text = try folder.text("reports/lanxi-2021.txt")
    let figure = try #require(text.range(of: "处罚"))
    let digit = try #require(text[figure.upperBound...].firstIndex { $0.isNumber })
    text.replaceSubrange(digit...digit, with: text[digit] == "9" ? "8" : "9")
    try folder.write(text, to: "reports/lanxi-2021.txt")
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 4)
    let lines = replay.text.split(separator: "\n").map(String.init)
    #expect(lines[1] == "inputs: 1 of 2 changed:")
    #expect(lines[2].hasPrefix("  reports/lanxi-2021.txt: was "))
    #expect(lines.contains { $0.hasPrefix("2  same") && $0.hasSuffix("echo hello") })
    #expect(lines.contains { $0.hasPrefix("3  DIFFERENT") && $0.hasSuffix("cells penalty.*") })
  }

  @Test("A line edited, left out or moved by hand is found out, wherever it stands")
  func edited() throws {
    let folder = try ScratchFolder.likeExamples()
    _ = try BuiltNianbao.run(
      ["--record", "r.jsonl", "-c", "load reports/lanxi-2021.txt; echo 10; echo 20"], in: folder)
    let lines = try folder.text("r.jsonl").split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    for index in lines.indices {
      var edited = lines
      edited[index] = edited[index].replacing("0", with: "1", maxReplacements: 1)
      try folder.write(edited.joined(separator: "\n") + "\n", to: "edited.jsonl")
      let replay = try BuiltNianbao.run(["replay", "edited.jsonl"], in: folder)
      #expect(replay.status == 4)
      #expect(replay.notices.contains("line \(index + 1) "), "\(replay.notices)")
    }
    try folder.write((lines[...1] + lines[3...]).joined(separator: "\n") + "\n", to: "less.jsonl")
    #expect(try BuiltNianbao.run(["replay", "less.jsonl"], in: folder).status == 4)
    try folder.write(
      ([lines[0], lines[2], lines[1]] + lines[3...]).joined(separator: "\n") + "\n",
      to: "moved.jsonl")
    #expect(try BuiltNianbao.run(["replay", "moved.jsonl"], in: folder).status == 4)
  }

  @Test("A record that was cut off says so, is replayed as far as it goes, and is not the same")
  func cutOff() throws {
    let folder = try ScratchFolder.likeExamples()
    _ = try BuiltNianbao.run(["--record", "r.jsonl", "-c", "echo 10; echo 20"], in: folder)
    let lines = try folder.text("r.jsonl").split(separator: "\n").map(String.init)
    try folder.write(lines[...1].joined(separator: "\n") + "\n{\"comm", to: "cut.jsonl")
    let replay = try BuiltNianbao.run(["replay", "cut.jsonl"], in: folder)
    #expect(replay.status == 4)
    #expect(replay.text.contains("cut off"))
  }

  @Test("A record is never written over; what is no record is refused")
  func refusals() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write("evidence\n", to: "old.jsonl")
    let over = try BuiltNianbao.run(["--record", "old.jsonl", "-c", "echo 1"], in: folder)
    #expect(over.status == 2)
    #expect(over.output.isEmpty)
    #expect(try folder.text("old.jsonl") == "evidence\n")
    let none = try BuiltNianbao.run(["replay", "old.jsonl"], in: folder)
    #expect(none.status == 3)
    #expect(none.lines == ["nianbao: old.jsonl: is no record of nianbao"])
    #expect(try BuiltNianbao.run(["replay", "gone.jsonl"], in: folder).status == 3)
  }

  @Test("Stores, waivers and files that a session writes and reads again are replayed apart")
  func written() throws {
    let folder = try ScratchFolder.likeExamples()
    let commands = """
      open work.nianbao; load reports/qian*; check; cells to out/c.csv; load out/c.csv
      reports
      """
    let recorded = try BuiltNianbao.run(["--record", "r.jsonl", "-c", commands], in: folder)
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 0, "\(recorded.notices)\n\(replay.text)")
  }

  @Test("A record moved together with its data replays from anywhere")
  func moved() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.makeFolder("evidence")
    _ = try BuiltNianbao.run(
      ["run", "demo.nb", "--record", "evidence/r.jsonl"], in: folder)
    try FileManager.default.moveItem(
      atPath: folder.path("reports"), toPath: folder.path("elsewhere"))
    #expect(try BuiltNianbao.run(["replay", "evidence/r.jsonl"], in: folder).status == 4)
    try folder.makeFolder("data")
    try FileManager.default.moveItem(
      atPath: folder.path("elsewhere"), toPath: folder.path("data/reports"))
    try FileManager.default.moveItem(
      atPath: folder.path("demo.nb"), toPath: folder.path("data/demo.nb"))
    let replay = try BuiltNianbao.run(
      ["replay", "evidence/r.jsonl", "--data", "data"], in: folder)
    #expect(replay.status == 0, "\(replay.text)")
  }

  @Test("At the prompt: what came before is carried out again, the clean script is kept")
  func prompt() throws {
    let folder = try ScratchFolder.likeExamples()
    let terminal = try ShellTerminal(in: folder)
    _ = try terminal.enter("load reports/lanxi-2021.txt")
    _ = try terminal.enter("help")
    _ = try terminal.enter("record r.jsonl")
    _ = try terminal.enter("cells penalty.*")
    _ = try terminal.enter("cells penalty.*")
    _ = try terminal.enter("show nobody 2021")
    _ = try terminal.enter("record off")
    _ = try terminal.enter("record script s.nb")
    #expect(try terminal.end() == .exited(0))
    #expect(try folder.text("s.nb") == "load reports/lanxi-2021.txt\ncells penalty.*\n")
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 0, "\(replay.text)")
    #expect(replay.text.contains("3 commands"))
  }

  @Test("What the system gave then is what it gives: the day, and a folder that is not there")
  func surroundings() throws {
    let folder = try ScratchFolder.likeExamples()
    let commands = "load reports/lanxi-2021.txt; set; set today 2031-05-06; set; reports to no/r"
    let recorded = try BuiltNianbao.run(["-c", commands, "--record", "r.jsonl"], in: folder)
    #expect(recorded.status == 3)
    #expect(recorded.text.contains("today            system"))
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 0, "\(replay.text)")
    try folder.makeFolder("no")
    // Now it could be written: that is another outcome.
    #expect(try BuiltNianbao.run(["replay", "r.jsonl"], in: folder).status == 4)
  }
}
