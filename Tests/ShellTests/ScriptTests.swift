import Foundation
import Testing

/// Parameters, scripts that run others, and assertions, as the command line gives them.
@Suite("Scripts")
struct ScriptTests {
  static let script = """
    param base: year
    param out: file = out/a.txt
    echo "{$base}"
    reports to $out
    """

  @Test("--set gives parameters their values, in scripts, by -c and on standard input")
  func set() throws {
    let folder = try ScratchFolder.likeExamples()
    let text = "param a: text = none; param span: years = 2020; echo $a $span"
    try folder.write(text, to: "a.nb")
    let options = ["--set", "a=x; echo \"{$b}\"", "--set", "span=2021..2022,2023"]
    let expected = "x; echo \"{$b}\" 2021..2022,2023\n"
    let script = try BuiltNianbao.run(["run", "a.nb"] + options, in: folder)
    #expect(script.text == expected, "\(script.notices)")
    #expect(try BuiltNianbao.run(options + ["-c", text], in: folder).text == expected)
    #expect(try BuiltNianbao.run(options, input: text, in: folder).text == expected)
    #expect(try BuiltNianbao.run(["run", "a.nb"], in: folder).text == "none 2020\n")
  }

  @Test(
    "What --set gives must be a parameter and of its type, before anything runs",
    arguments: [
      (["--set", "base=21"], "a.nb:2:7: --set base: the parameter base takes one year"),
      (
        ["--set", "bsae=2021", "--set", "base=2021"],
        "there is no parameter “bsae”; did you mean base?"
      ),
      (["--set", "base"], "--set takes NAME=VALUE, not “base”"),
      (["--set", "base=2021", "--set", "base=2022"], "the parameter base is given twice"),
      (
        [],
        "a.nb:2:7: the parameter base has no value: --set base=… or run … set base = … gives it one year"
      ),
    ])
  func refused(options: [String], words: String) throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write("echo never\n" + Self.script, to: "a.nb")
    let outcome = try BuiltNianbao.run(["run", "a.nb"] + options, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.text.isEmpty)
    #expect(outcome.notices.contains(words), "\(outcome.notices)")
  }

  @Test("A file given on the command line starts at the current folder, one in a script at its own")
  func files() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.makeFolder("scripts/deep")
    try folder.makeFolder("scripts/out")
    try folder.write(
      "load ../reports/yunling-2021.html\n" + Self.script, to: "scripts/a.nb")
    let given = try BuiltNianbao.run(
      ["run", "scripts/a.nb", "--set", "base=2021", "--set", "out=given.txt"], in: folder)
    #expect(given.status == 0, "\(given.notices)")
    #expect(try folder.names().contains("given.txt"))
    _ = try BuiltNianbao.run(["run", "scripts/a.nb", "--set", "base=2021"], in: folder)
    #expect(try folder.names(in: "scripts/out") == ["a.txt"])
    try folder.write(
      "run ../a.nb set base = 2021, out = own.txt", to: "scripts/deep/b.nb")
    let nested = try BuiltNianbao.run(["run", "scripts/deep/b.nb"], in: folder)
    #expect(nested.status == 0, "\(nested.notices)")
    #expect(try folder.names(in: "scripts/deep") == ["b.nb", "own.txt"])
  }

  @Test("A dry run tells every mistake of every script once, with its place")
  func dryRun() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.makeFolder("sub")
    try folder.write(
      "param a: int\nparam b: int\necho $a {$b}x\nrun sub/b.nb\nechoo 1\n", to: "a.nb")
    try folder.write("echo 1\ncompare nix\nrun c.nb\n", to: "sub/b.nb")
    try folder.write("loda x\n", to: "sub/c.nb")
    let outcome = try BuiltNianbao.run(["run", "a.nb", "--dry-run"], in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.lines.filter { !$0.hasPrefix("  ") || $0.hasPrefix("  run at") }.map {
        $0.split(separator: ":").dropFirst($0.hasPrefix("nianbao") ? 1 : 0).prefix(3)
          .joined(separator: ":")
      } == [
        " a.nb:1:7", " a.nb:2:7", " sub/b.nb:2:9", " sub/c.nb:1:1", "  run at sub/b.nb:3:5",
        "  run at a.nb:4:5", " a.nb:5:1",
      ], "\(outcome.notices)")
    try folder.write("run d.nb\necho 1\n", to: "a.nb")
    try folder.write("echo 1\necho 2\n", to: "d.nb")
    let fine = try BuiltNianbao.run(["run", "a.nb", "--dry-run"], in: folder)
    #expect(fine.notices.contains("4 commands"))
  }

  @Test("--keep-going runs on behind an assertion and a nested script, and still ends non-zero")
  func keepGoing() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write("run b.nb\necho 3\nassert 1 = 2\necho 4\n", to: "a.nb")
    try folder.write("echo 1\nassert 1 = 0 \"one\"\necho 2\n", to: "b.nb")
    let stopped = try BuiltNianbao.run(["run", "a.nb"], in: folder)
    #expect(stopped.text == "1\n")
    #expect(stopped.status == 1)
    #expect(stopped.notices.contains("nianbao: b.nb:2:8: the assertion does not hold: one"))
    #expect(stopped.notices.contains("run at a.nb:1:5"))
    let going = try BuiltNianbao.run(["run", "a.nb", "--keep-going"], in: folder)
    #expect(going.text == "1\n2\n3\n4\n")
    #expect(going.status == 1)
    try folder.write("load gone.html\necho 2\n", to: "c.nb")
    let gone = try BuiltNianbao.run(["run", "c.nb"], in: folder)
    #expect((gone.status, gone.text) == (3, ""))
  }

  @Test("Parameters and nested scripts are recorded and replayed; a changed script is named")
  func records() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.makeFolder("sub")
    try folder.write("param n: int = 1\nparam f: file = x\nrun sub/b.nb set n = $n\n", to: "a.nb")
    try folder.write(
      "param n: int\nload ../reports/yunling-2021.html\nreports to ../out/r.csv\necho $n\n",
      to: "sub/b.nb")
    let recorded = try BuiltNianbao.run(
      ["run", "a.nb", "--set", "n=7", "--set", "f=y", "--record", "out/r.jsonl"], in: folder)
    #expect((recorded.status, recorded.text) == (0, "7\n"), "\(recorded.notices)")
    let header = try #require(try folder.text("out/r.jsonl").split(separator: "\n").first)
    #expect(header.contains(#""parameters":{"f":"y","n":"7"}"#))
    let same = try BuiltNianbao.run(["replay", "out/r.jsonl"], in: folder)
    #expect(same.status == 0, "\(same.text)")
    #expect(same.text.contains("(3 files)"))
    try folder.write(try folder.text("sub/b.nb") + "echo more\n", to: "sub/b.nb")
    let changed = try BuiltNianbao.run(["replay", "out/r.jsonl"], in: folder)
    #expect(changed.status == 4)
    #expect(changed.text.contains("  sub/b.nb: was "))
    #expect(changed.text.contains("3  DIFFERENT  run sub/b.nb set n = $n"))
  }

  @Test("A record that a script begins keeps its parameters too")
  func recordWithin() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(
      "param n: int = 1\nrun b.nb set n = 3\nrecord r.jsonl\necho $n\n", to: "a.nb")
    try folder.write("param n: int\necho \"b {$n}\"\n", to: "b.nb")
    let recorded = try BuiltNianbao.run(["run", "a.nb", "--set", "n=2"], in: folder)
    #expect(recorded.text == "b 3\n2\n", "\(recorded.notices)")
    #expect(try folder.text("r.jsonl").contains(#""parameters":{"n":"2"}"#))
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 0, "\(replay.text)")
  }

  @Test("What stands in a value is never read as commands, keywords, patterns of files or SQL")
  func quoting() throws {
    let folder = try ScratchFolder.likeExamples()
    let nasty = #"a" or 1=1; quit # {$b} 'x' $c in 2020 *"#
    let text = """
      param t: text
      echo $t "{$t}" x{$t}y
      load reports/yunling-2021.html
      sql SELECT $t AS t
      last where t = $t
      let copy = $t
      sql SELECT count(*) AS n FROM reports WHERE body = $copy
      """
    try folder.write(text, to: "a.nb")
    let outcome = try BuiltNianbao.run(["run", "a.nb", "--set", "t=" + nasty], in: folder)
    #expect(outcome.status == 0, "\(outcome.notices)")
    let rule = String(repeating: "-", count: nasty.count)
    let table = "t\n\(rule)\n\(nasty)\n"
    #expect(
      outcome.text == "\(nasty) \(nasty) x\(nasty)y\n" + table + table + "n\n-\n0\n")
    try folder.write("param t: text\nload $t\n", to: "b.nb")
    let glob = try BuiltNianbao.run(["run", "b.nb", "--set", "t=reports/*"], in: folder)
    #expect(glob.status == 3)
  }

  @Test("Records of the format before are replayed still")
  func earlierFormat() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(RecordedBefore.text, to: "r.jsonl")
    let replay = try BuiltNianbao.run(["replay", "r.jsonl"], in: folder)
    #expect(replay.status == 0, "\(replay.text)\(replay.notices)")
  }

  @Test("No result takes the place of a script that will still be run")
  func protection() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(
      "load reports/yunling-2021.html\nreports to b.nb as csv\nrun b.nb\n", to: "a.nb")
    try folder.write("echo 1\n", to: "b.nb")
    let outcome = try BuiltNianbao.run(["run", "a.nb"], in: folder)
    #expect(outcome.status == 2)
    #expect(try folder.text("b.nb") == "echo 1\n")
  }

  @Test("A script with a #! line runs by itself")
  func executable() throws {
    let folder = try ScratchFolder.likeExamples()
    let outcome = try BuiltNianbao.runShell(
      "chmod +x between-years.nb; ./between-years.nb --set span=2022..2023", in: folder)
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(outcome.text.contains("== penalty.decisions, 2022..2023 =="))
  }
}
