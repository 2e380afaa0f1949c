import Foundation
import Testing

/// Scripts that hold the output they expect.
@Suite("Golden scripts")
struct GoldenScriptTests {
  static let script = """
    #!/usr/bin/env nianbao
    load reports/lanxi-2021.txt
    echo 甲  ; echo 乙
    #=> 乙
    # a comment in between
    echo ""
    #=>
    cells penalty.*
    """

  @Test("What is expected is compared; commands without expectations only run")
  func passes() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(Self.script, to: "a.nb")
    let done = try BuiltNianbao.run(["test", "a.nb"], in: folder)
    #expect(done.text == "2 passed, 0 failed\n", "\(done.notices)")
    #expect(done.status == 0)
    let plain = try BuiltNianbao.run(["run", "a.nb"], in: folder)
    #expect(plain.status == 0)
  }

  @Test("The project's own golden scripts pass")
  func own() throws {
    let golden = Checkout.root.appending(path: "Tests/Golden")
    let names = try FileManager.default.contentsOfDirectory(atPath: golden.path).sorted()
    #expect(!names.isEmpty)
    let folder = try ScratchFolder.likeExamples()
    for name in names {
      try FileManager.default.copyItem(
        at: golden.appending(path: name), to: folder.url.appending(path: name))
    }
    let update = ExpectedFile.isUpdating ? ["--update"] : []
    let done = try BuiltNianbao.run(["test"] + update + names, in: folder)
    #expect(done.status == 0, "\(done.text)\(done.notices)")
    for name in names where ExpectedFile.isUpdating {
      try Data(folder.bytes(name)).write(to: golden.appending(path: name))
    }
  }

  @Test("A difference is shown with its place, and ends with 1")
  func differs() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(Self.script.replacing("#=> 乙", with: "#=> 丙"), to: "a.nb")
    let done = try BuiltNianbao.run(["test", "a.nb"], in: folder)
    #expect(
      done.text == """
        a.nb:3: echo 乙
          from line 1:
          - 丙
          + 乙
        1 passed, 1 failed

        """)
    #expect(done.status == 1)
  }

  @Test("--update writes what is printed, and then all passes; nothing else of the script changes")
  func updates() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write(Self.script.replacing("#=> 乙", with: "#=> 丙\n#=> 丁"), to: "a.nb")
    let done = try BuiltNianbao.run(["test", "--update", "a.nb"], in: folder)
    #expect(done.text == "2 passed, 0 failed\n")
    #expect(try folder.text("a.nb") == Self.script)
    // A script that expects nothing yet gets expectations for all that it prints.
    try folder.write("load reports/lanxi-2021.txt\necho 1\nreports for 澜溪\n", to: "b.nb")
    _ = try BuiltNianbao.run(["test", "--update", "b.nb"], in: folder)
    let lines = try folder.text("b.nb").split(separator: "\n").map(String.init)
    #expect(lines[2] == "#=> 1")
    #expect(lines.count { $0.hasPrefix("#=> ") } == 4)
    #expect(try BuiltNianbao.run(["test", "a.nb", "b.nb"], in: folder).status == 0)
  }

  @Test("A script with a mistake or a command that fails does not pass")
  func fails() throws {
    let folder = try ScratchFolder.likeExamples()
    try folder.write("echo 1\n#=> 1\nload gone.html\necho 2\n#=> 2\n", to: "a.nb")
    let done = try BuiltNianbao.run(["test", "a.nb"], in: folder)
    #expect(done.text == "1 passed, 1 failed\n")
    #expect(done.status == 3)
    try folder.write("ecko 1\n", to: "b.nb")
    #expect(try BuiltNianbao.run(["test", "b.nb"], in: folder).status == 2)
    #expect(try BuiltNianbao.run(["test", "c.nb"], in: folder).status == 3)
  }
}
