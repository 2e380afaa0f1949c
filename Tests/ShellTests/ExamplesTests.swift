import Foundation
import Testing

/// The scripts in `examples/` against `examples/expected/`: the `.out` and `out/` files are what
/// the program gave when a person last looked them through.
@Suite("The examples")
struct ExamplesTests {
  static let scripts: [(name: String, status: Int32)] = [
    ("audit", 1), ("between-years", 0), ("demo", 1), ("export", 0), ("load-all", 0), ("yearly", 0),
  ]

  @Test("The scripts print and write what they should, in straight columns")
  func outputs() throws {
    let folder = try ScratchFolder.likeExamples()
    // From another folder: paths in a script start at the script's own.
    let elsewhere = try ScratchFolder()
    for (name, status) in Self.scripts {
      let outcome = try BuiltNianbao.run(["run", folder.path(name + ".nb")], in: elsewhere)
      #expect(outcome.status == status, "\(outcome.notices)")
      try ExpectedFile.compare(outcome.output, with: Self.expectedOutput(of: name))
    }
    #expect(try elsewhere.names() == [])
    try ExpectedFile.compare(outputsOf: folder, with: Checkout.expected.appending(path: "out"))
  }

  @Test("In Chinese the tables of the scripts stand in straight columns too")
  func columns() throws {
    let shell = try InProcess(in: try ScratchFolder.likeExamples(), language: .chinese)
    for (name, _) in Self.scripts {
      let pieces = shell.run(try Checkout.text("examples/\(name).nb")).pieces
      for table in pieces.compactMap(PrintedTable.init) {
        #expect(table.crooked == [], "\(table.text)")
      }
    }
  }

  static func expectedOutput(of script: String) -> URL {
    Checkout.expected.appending(path: script + ".out")
  }

  @Test("Every script of the folder is tested")
  func everyScript() throws {
    let names = try ScratchFolder.likeExamples().names().filter { $0.hasSuffix(".nb") }
    #expect(names == Self.scripts.map { $0.name + ".nb" })
  }
}
