import ReportModel
import Testing

@testable import Shell

/// What `load` says of the files: little where there are many, all of it where asked.
@Suite("What was read, told")
struct LoadTellingTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder.likeExamples()
    try folder.makeFolder("many")
  }

  private func load(_ words: String, status: Int32 = 0) throws -> [String] {
    let shell = try InProcess(in: folder)
    let outcome = shell.run("load " + words)
    #expect(outcome.output.isEmpty)
    #expect(shell.status.rawValue == status)
    return outcome.notices.split(separator: "\n").map(String.init)
  }

  /// Different files for one body and year.
  private func makeReports(_ count: Int) throws {
    let page = try folder.text("reports/lanxi-2021.txt")
    for number in 100..<(100 + count) {
      try folder.write(page + "\n\(number)\n", to: "many/\(number).txt")
    }
  }

  @Test("Of many files that take each other's place three are named, the others counted")
  func manyReplaced() throws {
    try makeReports(40)
    let lines = try load("many")
    try #require(lines.count == 5, "\(lines)")
    #expect(lines[0].hasPrefix("many/101.txt: same body and year as many/100.txt"))
    #expect(lines[2].hasPrefix("many/103.txt"))
    #expect(lines[3].hasPrefix("… and 36 more: same body and year"))
    #expect(lines[4] == "loaded 40 reports; cells: reported 8000")
  }

  @Test("With `verbose` every file has its line, in the order of the files")
  func verbose() throws {
    try makeReports(70)
    try folder.write("", to: "many/135.html")
    try folder.write("x", to: "many/136.css")
    let lines = try load("many verbose", status: 3)
    try #require(lines.count == 73, "\(lines)")
    let paths = lines.dropLast().map { $0.replacing("nianbao: ", with: "").prefix { $0 != ":" } }
    #expect(paths == paths.sorted())
    #expect(
      lines[1] == "many/101.txt: 澜溪县人民政府 2021, gid-2021 tables 2 3 4; reported 200; no problems; "
        + "counts instead of many/100.txt")
    #expect(lines[35] == "nianbao: many/135.html: the file is empty")
    #expect(lines[37] == "many/136.css: skipped (.css)")
    #expect(
      lines[72]
        == "loaded 70 reports, 1 not loaded, 1 other file skipped (.css 1); cells: reported 14000")
  }

  @Test("The setting and the option of the command line do as the word does")
  func everywhereVerbose() throws {
    let expected = try load("reports verbose").joined(separator: "\n") + "\n"
    let shell = try InProcess(in: folder)
    #expect(shell.run("set verbose on; load reports").notices == expected)
    let program = try BuiltNianbao.run(["--verbose", "-c", "load reports"], in: folder)
    #expect(program.notices == expected)
    let brief = try BuiltNianbao.run(
      ["--verbose", "-c", "set verbose off; load reports"], in: folder)
    #expect(brief.lines.count == 1)
  }

  @Test("Up to twenty failures are named, more are told by their reason")
  func manyFailures() throws {
    for number in 10..<30 { try folder.write("", to: "many/\(number).html") }
    let named = try load("many", status: 3)
    try #require(named.count == 21)
    #expect(named[19] == "nianbao: many/29.html: the file is empty")
    try folder.write("<p>年报</p>", to: "many/30.html")
    let counted = try load("many", status: 3)
    try #require(counted.count == 3, "\(counted)")
    #expect(
      counted[0]
        == "nianbao: 20 files: the file is empty: many/10.html, many/11.html, many/12.html and 17 more"
    )
    #expect(counted[1].hasPrefix("nianbao: 1 file: no table of an annual report"))
    #expect(counted[2] == "loaded 0 reports, 21 not loaded")
    #expect(try load("many verbose", status: 3).count == 22)
  }

  @Test("A problem of many files is told with three places and a count; all of them if asked")
  func manyProblems() throws {
    let page = try folder.text("reports/lanxi-2021.txt")
    let broken = page.replacing("行政强制", with: "某某事项")
    #expect(broken != page)
    for number in 10..<20 { try folder.write(broken + "\n\(number)\n", to: "many/\(number).txt") }
    let lines = try load("many/1?.txt as \"某局\"")
    let problems = lines.filter { $0.contains("label is not certain") }
    try #require(problems.count == 5, "\(lines)")
    #expect(problems[0].hasPrefix("many/10.txt: Table 2: the row's label is not certain"))
    #expect(problems[3].hasPrefix("… and 7 more: the row's label is not certain"))
    #expect(problems[4].hasPrefix("problems in 10 reports: the row's label is not certain ×10"))
    let verbose = try load("many/1?.txt as \"某局\" verbose")
    #expect(verbose.count { $0.hasPrefix("  Table 2: the row's label is not certain") } == 10)
  }

  @Test("A file that is the only one and fails is told once")
  func onlyFile() throws {
    try folder.write("", to: "empty.html")
    for words in ["empty.html", "empty.html verbose"] {
      let lines = try load(words, status: 3)
      #expect(lines.count { $0.contains("the file is empty") } == 1, "\(lines)")
    }
  }

  @Test("What a folder holds besides reports is counted by kind, the commonest first")
  func skipped() throws {
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: "many/p.html")
    for name in ["a.JPG", "b.jpg", "c.css", "d.averylongend"] {
      try folder.write("x", to: "many/" + name)
    }
    try folder.write(try folder.text("reports/lanxi-2021.txt"), to: "many/r.txt")
    let line = try load("many").last ?? ""
    #expect(
      line == "loaded 1 report, 5 other files skipped (.jpg 2, .css 1, PNG 1, no file type 1); "
        + "cells: reported 200")
  }
}
