import Output
import ReportModel
import Testing

@testable import Shell

/// A report on the screen: what is no plain figure is marked, and said why below.
@Suite("A report shown")
struct ShowTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder.likeExamples()
  }

  private func shell(loading rows: String) throws -> InProcess {
    try folder.write(
      "body,year,form,indicator,applicant,value,status,printed\n" + rows, to: "table.csv")
    let shell = try InProcess(in: folder)
    let outcome = shell.run("load table.csv")
    #expect(shell.status == .done, "\(outcome.notices)")
    return shell
  }

  @Test("Each status has its own mark, and the legend below counts those that occur")
  func marks() throws {
    let shell = try shell(
      loading: """
        某局,2022,gid-2021,penalty.decisions,,12,reported,12
        某局,2022,gid-2021,licensing.decisions,,,blank,
        某局,2022,gid-2021,coercion.decisions,,,dash,—
        某局,2022,gid-2021,normative.in_force,,,text,详见附件一的各表
        某局,2022,gid-2021,normative.issued,,,ambiguous,270020130

        """)
    let lines = shell.run("show 某局 2022 table 2").output.split(separator: "\n").map(String.init)
    func line(_ start: String) -> String? { lines.first { $0.hasPrefix(start) } }
    #expect(line("Normative documents")?.contains(" [?2700201…] ") == true, "\(lines)")
    #expect(line("Normative documents")?.hasSuffix(" [“详见附…”]") == true)
    #expect(line("Licences")?.hasSuffix(" [_]") == true)
    #expect(line("Coercive measures")?.hasSuffix(" [—]") == true)
    #expect(line("Rules")?.contains(" [!] ") == true)
    let legend = lines.filter { $0.contains(" ×") }
    #expect(
      legend.map { $0.split(separator: " ")[0] } == ["[_]", "[—]", "[“…”]", "[?…]", "[!]"])
    #expect(legend.last?.hasSuffix(": the form has the cell, the page does not ×5") == true)
    let chinese = shell.run("set lang zh; show 某局 2022 table 2").output
    #expect(chinese.contains("[_]   空白：格子是空的 ×1\n"))
  }

  @Test("A report that was read whole has neither legend nor problems")
  func whole() throws {
    let shell = try InProcess(in: folder)
    let output = shell.run("load reports/yunling-2024.html; show 云岭 2024").output
    #expect(!output.contains("×") && !output.contains("Not settled"))
  }

  @Test("The problems of a table stand below it, with their places; those of others do not")
  func problems() throws {
    let page = try folder.text("reports/lanxi-2021.txt").replacing("行政强制", with: "某某事项")
    try folder.write(page, to: "page.txt")
    let shell = try InProcess(in: folder)
    shell.run("load page.txt as \"某局\" year 2020")
    let output = shell.run("show 某局 2020 table 2").output
    #expect(output.contains("Not settled by the reading (1):\n  the row's label is not certain “某"))
    #expect(output.contains(" line:25)\n"))
    // What is said of no table stands at the top, whatever table is asked for.
    let other = shell.run("show 某局 2020 table 4").output
    #expect(!other.contains("Not settled"))
    #expect(
      other.split(separator: "\n").dropFirst().first
        == "  the title names another year than the one given “2021”")
  }

  @Test("Labels are broken over lines and never cut; nothing is wider than the screen")
  func labels() throws {
    let shell = try InProcess(in: folder)
    shell.run("load reports/lanxi-2021.txt")
    for language in ["en", "zh"] {
      let output = shell.run("set lang \(language); show 澜溪 2021 table 3").output
      #expect(!output.contains("…"))
      for line in output.split(separator: "\n") {
        #expect(DisplayWidth.width(of: String(line)) <= 80, "\(line)")
      }
    }
    #expect(!shell.run("show 澜溪 2021 table 3").output.contains("\n    ，"))
  }

  @Test("`reports` counts the cells of each status, and what is read of how many")
  func reports() throws {
    let shell = try shell(
      loading: """
        某局,2022,gid-2021,penalty.decisions,,12,reported,12
        某局,2022,gid-2021,licensing.decisions,,,blank,
        某局,2022,gid-2021,coercion.decisions,,,dash,—

        """)
    shell.run("reports to out/r.csv")
    let csv = CSVText(try folder.text("out/r.csv"))
    #expect(
      csv.columns([
        "table_2", "table_3", "reported", "unread", "tables", "blank", "dash", "text",
        "ambiguous", "absent", "problems",
      ]) == [["gid-2021", "-", "1", "9", "1", "1", "1", "0", "0", "7", "0"]])
    let shown = shell.run("reports").output
    #expect(shown.contains("  2021/-/-  1/10      2         0  "), "\(shown)")
  }
}
