import Foundation
import ReportModel
import Testing

@testable import ReportStore

@Suite("A killed import")
struct KilledImportTests {
  /// Much more than SQLite keeps in memory, so that half of it is in the file when the end comes.
  static func batch() -> [Report] {
    var random = RandomReports(seed: 99)
    return (0..<350).map { random.report(body: "机关\($0)", year: 2022) }
  }

  @Test("leaves the reports from before, and none of the batch")
  func killed() async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("killed.nianbao")
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2021, penalties: 3, file: "a.html")
    ])
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try ReportStore(path: path)
      _ = try store.add(Self.batch()) { if $0 == 345 { kill(getpid(), SIGKILL) } }
    }
    #expect(try scratch.names() == ["killed.nianbao", "killed.nianbao-journal"])
    #expect(try scratch.bytes("killed.nianbao").count > 1_000_000, "half of it is in the file")
    let store = try ReportStore(path: path)
    #expect(try store.reports().map(\.body) == ["甲"])
    #expect(try store.panel().columns[SmallReports.penalties]?.values == [3])
    #expect(try store.add(Self.batch()).allSatisfy { $0 == .added })
    #expect(try store.count() == 351)
  }
}
