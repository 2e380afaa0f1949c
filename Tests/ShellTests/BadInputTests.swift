import Foundation
import Glibc
import Testing

/// What is wrong is said in one clear line: what, where, what to do; the exit code tells too, and
/// nothing is stored by halves.
@Suite("Bad input")
struct BadInputTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder.likeExamples()
  }

  /// Runs commands and looks at what they say on standard error.
  ///
  /// - Parameters:
  ///   - words: what the first line must hold.
  ///   - hasPlace: whether the command line and a caret under the words at fault must follow.
  private func expect(
    _ arguments: [String], input: [UInt8] = [], status: Int32, says words: [String],
    hasPlace: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try BuiltNianbao.run(arguments, input: input, in: folder)
    let lines = outcome.lines
    #expect(outcome.status == status, "\(outcome.notices)", sourceLocation: sourceLocation)
    #expect(outcome.output == [], sourceLocation: sourceLocation)
    let first = lines.first ?? ""
    #expect(first.hasPrefix("nianbao: "), "\(first)", sourceLocation: sourceLocation)
    for word in words {
      #expect(first.contains(word), "\(first)", sourceLocation: sourceLocation)
    }
    if hasPlace {
      #expect(lines.count == 3, "\(lines)", sourceLocation: sourceLocation)
      #expect(
        lines.last?.contains("^") == true && lines.last?.allSatisfy { " ^".contains($0) } == true,
        "\(lines)", sourceLocation: sourceLocation)
    }
  }

  /// Loads a file that is no report besides one that is, and looks at what is stored.
  private func expectNotLoaded(
    _ file: String, says words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for kept in [nil, "kept.nianbao"] {
      let opening = kept.map { "open \($0); " } ?? ""
      let outcome = try BuiltNianbao.run(
        ["-c", "\(opening)load '\(file)' reports/lanxi-2021.txt; reports to out/reports.csv"]
          .map { $0.replacing("'", with: "\"") },
        in: folder)
      #expect(outcome.status == 3, "\(outcome.notices)", sourceLocation: sourceLocation)
      let complaints = outcome.lines.filter { $0.hasPrefix("nianbao: ") }
      #expect(complaints.count == 1, sourceLocation: sourceLocation)
      #expect(
        complaints.first?.contains("\(file)") == true
          && complaints.first?.contains(words) == true,
        "\(outcome.notices)", sourceLocation: sourceLocation)
      let stored = CSVText(try folder.text("out/reports.csv")).columns(["body", "source"])
      #expect(
        stored == [["澜溪县人民政府", "reports/lanxi-2021.txt"]], sourceLocation: sourceLocation)
    }
    // Alone, and by `check`.
    try expect(["check", file], status: 3, says: [words], sourceLocation: sourceLocation)
  }

  @Test("A missing file")
  func missingFile() throws {
    try expectNotLoaded("reports/nothing.html", says: "there is no file")
  }

  @Test("An empty file")
  func emptyFile() throws {
    try folder.write("", to: "empty.html")
    try expectNotLoaded("empty.html", says: "the file is empty")
  }

  @Test("A file of white space")
  func whiteSpace() throws {
    try folder.write(" \n\n", to: "white.txt")
    try expectNotLoaded("white.txt", says: "the file is empty")
  }

  @Test("A picture")
  func picture() throws {
    let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0]
    try folder.write(start + (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, to: "a.html")
    try expectNotLoaded("a.html", says: "JPEG")
  }

  @Test("A page without tables")
  func withoutTables() throws {
    try folder.write(
      "<html><title>云岭市2023年政府信息公开工作年度报告</title><p>见附件。</p></html>",
      to: "frame.html")
    try expectNotLoaded("frame.html", says: "no table of an annual report")
  }

  @Test("A page that breaks off in its head")
  func brokenHead() throws {
    let page = try folder.bytes("reports/yunling-2023.txt")
    try folder.write(Array(page.prefix(200)), to: "head.txt")
    try expectNotLoaded("head.txt", says: "no table of an annual report")
  }

  @Test("A page that breaks off within a table keeps what is certain and says what is missing")
  func truncated() throws {
    let page = try folder.bytes("reports/yunling-2024.html")
    let line = page[..<(page.count * 6 / 10)].lastIndex(of: 0x0A) ?? 0
    try folder.write(Array(page[..<line]), to: "cut.html")
    let outcome = try BuiltNianbao.run(
      ["-c", "load cut.html; cells to out/cells.csv; check"], in: folder)
    #expect(outcome.status == 0, "\(outcome.notices)")
    #expect(outcome.lines.contains { $0.hasPrefix("cut.html: ") })
    let names = ["body", "year", "indicator", "applicant", "value"]
    let read = CSVText(try folder.text("out/cells.csv")).columns(names + ["status"])
    let wanted = Set(CSVText(try Checkout.text("examples/expected/cells.csv")).columns(names))
    let figures = read.filter { $0[5] == "reported" }.map { Array($0.dropLast()) }
    #expect(!figures.isEmpty)
    #expect(Set(figures).subtracting(wanted) == [], "no figure may be another than on the page")
  }

  @Test("A page that breaks off within a character")
  func truncatedCharacter() throws {
    let page = try folder.bytes("reports/yunling-2024.html")
    let place = try #require(page[(page.count / 2)...].firstIndex { $0 >= 0xE0 })
    try folder.write(Array(page[...place]), to: "cut.html")
    try expectNotLoaded("cut.html", says: "is not valid UTF-8")
  }

  @Test("A file of 1 GB is refused unread")
  func huge() throws {
    try folder.write("<html>", to: "huge.html")
    try #require(truncate(folder.path("huge.html"), 1 << 30) == 0)
    let start = ContinuousClock.now
    try expectNotLoaded("huge.html", says: "too large (1024 MB, at most 64 MB)")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test("A file and a folder without permission", .enabled(if: geteuid() != 0))
  func withoutPermission() throws {
    try folder.makeFolder("closed")
    try folder.write("x", to: "closed.html")
    try #require(chmod(folder.path("closed"), 0) == 0)
    try #require(chmod(folder.path("closed.html"), 0) == 0)
    defer { chmod(folder.path("closed"), 0o700) }
    try expectNotLoaded("closed", says: "no permission")
    try expectNotLoaded("closed.html", says: "no permission")
  }

  @Test("A path through a file")
  func pathThroughFile() throws {
    try expectNotLoaded("reports/lanxi-2020.txt/page.html", says: "there is no file")
  }

  @Test("A name that is longer than names can be")
  func longName() throws {
    try expectNotLoaded(String(repeating: "x", count: 300), says: "the name is too long")
  }

  @Test("An empty folder")
  func emptyFolder() throws {
    try folder.makeFolder("nothing")
    try expectNotLoaded("nothing", says: "is empty")
  }

  @Test("In a folder, files of other formats are counted and are no mistake")
  func otherFiles() throws {
    try folder.makeFolder("mixed")
    try folder.write(try folder.bytes("reports/lanxi-2021.txt"), to: "mixed/report.txt")
    try folder.write([0xFF, 0xD8, 0xFF, 0xE0], to: "mixed/photo.jpg")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], to: "mixed/report.html")
    let outcome = try BuiltNianbao.run(["-c", "load mixed"], in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.lines == [
        "loaded 1 report, 2 other files skipped (.jpg 1, PNG 1); cells: reported 200"
      ])
  }

  @Test("Loading goes on past a bad file, and the run ends with 3 whatever comes after")
  func goesOn() throws {
    try folder.write("", to: "empty.html")
    let outcome = try BuiltNianbao.run(
      ["-c", "load empty.html reports/qiandongnan-eco-2020.txt nothing.txt; check T4.total"],
      in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.lines.contains { $0.hasPrefix("loaded 1 report, 2 not loaded") })
    #expect(outcome.text.contains("T4.total"))
  }

  @Test("With `strict` loading stops at the first bad file")
  func strict() throws {
    try folder.write("", to: "empty.html")
    let load = "load empty.html reports/lanxi-2021.txt strict; reports"
    try expect(["-c", load], status: 3, says: ["empty.html"], hasPlace: true)
  }

  @Test("A script with a mistake in its last line runs nothing")
  func mistakeAtEnd() throws {
    try folder.write("echo one\nload reports\nreports to out/r.csv\ncompere x\n", to: "bad.nb")
    try expect(
      ["run", "bad.nb"], status: 2, says: ["bad.nb:4:1:", "there is no command “compere”"],
      hasPlace: true)
    #expect(try folder.names(in: "out") == [])
  }

  @Test("A dry run lists every mistake of a script and runs nothing")
  func dryRun() throws {
    try folder.write("compere x\necho one\nset width 5\nload\n", to: "bad.nb")
    let outcome = try BuiltNianbao.run(["run", "bad.nb", "--dry-run"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(
      outcome.lines.compactMap { $0.hasPrefix("nianbao: ") ? $0.split(separator: ":")[2] : nil }
        == ["1", "3", "4"])
    let good = try BuiltNianbao.run(["run", "demo.nb", "--dry-run"], in: folder)
    #expect(good.status == 0)
    #expect(good.lines == ["7 commands, no mistakes."])
  }

  @Test("With --keep-going a run goes on past what fails, and still ends with its code")
  func keepGoing() throws {
    try folder.write("load nothing.html\nreports\necho on\n", to: "bad.nb")
    let stopped = try BuiltNianbao.run(["run", "bad.nb"], in: folder)
    let kept = try BuiltNianbao.run(["run", "bad.nb", "--keep-going"], in: folder)
    #expect([stopped.text, kept.text] == ["", "on\n"])
    #expect([stopped.status, kept.status] == [3, 3])
  }

  @Test("A script that is not UTF-8, and one that is missing")
  func scriptFile() throws {
    let bytes = Array("echo ".utf8) + [0xC4, 0xEA, 0x0A]
    try folder.write(bytes, to: "gbk.nb")
    try expect(["run", "gbk.nb"], status: 3, says: ["gbk.nb", "UTF-8"])
    try expect([], input: bytes, status: 3, says: ["UTF-8"])
    try expect(["run", "nothing.nb"], status: 3, says: ["there is no file nothing.nb"])
    try expect(["run", "reports"], status: 3, says: ["cannot read reports", "folder"])
  }

  @Test("A mistake in the command line")
  func commandLine() throws {
    for arguments in [["--nothing"], ["run"], ["--lang", "fr"], ["check"]] {
      let outcome = try BuiltNianbao.run(arguments, in: folder)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output == [])
      #expect(outcome.notices.contains("Error: "))
    }
  }

  @Test("A result cannot be written into a folder that is not there, nor onto a folder")
  func badDestination() throws {
    let load = "load reports/lanxi-2021.txt; reports to "
    for (file, words) in [("nowhere/r.csv", "does not exist"), ("out", "is a folder")] {
      let outcome = try BuiltNianbao.run(["-c", load + file], in: folder)
      #expect(outcome.status == 3)
      #expect(
        outcome.lines.contains { $0.contains("cannot write \(file): ") && $0.contains(words) })
    }
    #expect(try folder.names(in: "out") == [])
  }

  @Test(
    "A loaded report is not written over, however it is named",
    arguments: [
      "reports/lanxi-2021.txt", "./reports/lanxi-2021.txt", "reports/../reports/lanxi-2021.txt",
      "out/link.txt", "out/hard.txt",
    ])
  func overReport(file: String) throws {
    let page = try folder.bytes("reports/lanxi-2021.txt")
    try #require(symlink("../reports/lanxi-2021.txt", folder.path("out/link.txt")) == 0)
    try #require(link(folder.path("reports/lanxi-2021.txt"), folder.path("out/hard.txt")) == 0)
    let outcome = try BuiltNianbao.run(
      ["-c", "load reports/lanxi-2021.txt; reports to \(file)"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.lines.contains { $0.contains("must stay as it is") })
    #expect(try folder.bytes("reports/lanxi-2021.txt") == page)
  }

  @Test("What is no store is not opened, and stays as it is")
  func openJunk() throws {
    let junk = [UInt8](repeating: 0x41, count: 5_000)
    try folder.write(junk, to: "junk.nianbao")
    try expect(
      ["-c", "open junk.nianbao; echo on"], status: 3,
      says: ["junk.nianbao", "no store of nianbao"],
      hasPlace: true)
    try expect(["-c", "open out"], status: 3, says: ["out is a folder"], hasPlace: true)
    try expect(
      ["-c", "open nowhere/x.nianbao"], status: 3, says: ["nowhere/x.nianbao", "does not exist"],
      hasPlace: true)
    #expect(try folder.bytes("junk.nianbao") == junk)
    #expect(
      try folder.names() == (["junk.nianbao"] + ScratchFolder.likeExamples().names()).sorted())
  }

  @Test("An interrupted run ends with 130 and goes on with nothing")
  func interrupted() throws {
    try folder.makeManyReports(in: "many")
    let outcome = try BuiltNianbao.runShell(
      "timeout --preserve-status -s INT 0.5 nianbao -c 'load many; echo on; reports to out/r.csv'",
      in: folder)
    #expect(outcome.status == 130)
    #expect(outcome.output == [])
    // What whole batches have been stored is told before.
    let complaints = outcome.lines.drop { $0.hasPrefix("stopped after ") }
    #expect(complaints.first?.hasSuffix(": interrupted") == true, "\(outcome.notices)")
    #expect(try folder.names(in: "out") == [])
  }

  @Test("A destination that takes nothing is an error")
  func fullOutput() throws {
    let outcome = try BuiltNianbao.run(
      ["-c", "load reports/qian*; reports to /dev/full"], in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.lines.contains { $0.contains("cannot write /dev/full: the disk is full") })
  }

  @Test("What lies in a folder and cannot be opened is told, by its name as far as it can be shown")
  func unreadableNames() throws {
    let page = try folder.bytes("reports/yunling-2023.txt")
    try folder.makeFolder("mixed")
    try folder.write(page, to: "mixed/good.txt")
    // 山南2024.txt as GBK has it.
    let name = (folder.path("mixed") + "/").utf8CString.dropLast() + [-55, -67, -60, -49]
    let path = name + Array("2024.txt".utf8CString)
    let descriptor = path.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
    }
    #expect(descriptor >= 0)
    close(descriptor)
    symlink("nowhere.html", folder.path("mixed/link.html"))
    symlink("nowhere.jpg", folder.path("mixed/link.jpg"))
    let outcome = try BuiltNianbao.run(["-c", "load mixed"], in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.notices.contains("2024.txt: the name is not UTF-8"))
    #expect(outcome.notices.contains("mixed/link.html"))
    #expect(!outcome.notices.contains("link.jpg"))
    #expect(outcome.notices.contains("loaded 1 report"))
  }

  @Test("A file written through a link leaves the link, and a stream is written to")
  func links() throws {
    try folder.write("old", to: "real.csv")
    symlink("real.csv", folder.path("link.csv"))
    let commands = "load reports/yunling-2023.txt; cells penalty.decisions to link.csv"
    #expect(try BuiltNianbao.run(["-c", commands], in: folder).status == 0)
    #expect(try folder.text("real.csv").hasPrefix("body,year,"))
    var status = stat()
    #expect(lstat(folder.path("link.csv"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    let streamed = try BuiltNianbao.run(
      [
        "-c",
        "load reports/yunling-2023.txt; echo 前; cells penalty.decisions to /dev/stdout as csv; echo 后",
      ], in: folder)
    #expect(streamed.text.hasPrefix("前\nbody,year,"))
    #expect(streamed.text.hasSuffix("后\n"))
    #expect(lstat("/dev/stdout", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }
}
