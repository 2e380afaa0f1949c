import Foundation
import Testing

@testable import ReportReading

/// Files that a reader once stumbled over. `scripts/fuzz` keeps what it finds in `.build-fuzz/found`;
/// once it is mended, the smallest such file goes to `Found/`, with a line here.
@Suite("Files found to break readers")
struct FoundFilesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Found")

  /// How each is refused: the case of `ReadingError`.
  static let outcomes = [
    "deep.docx": "archive", "entities.docx": "word", "layers.gz": "archive",
    "layers.zip": "archive",
    "quadratic.docx": "word", "tables.docx": "archive",
  ]

  @Test("is refused for what it is", arguments: outcomes.keys.sorted())
  func refused(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let error = #expect(throws: ReadingError.self) {
      try ReportReader().read(bytes: bytes, path: name, body: "青石市水务局", year: 2022)
    }
    let kind = error.map { String(describing: $0).prefix { $0 != "(" } }
    #expect(kind.map(String.init) == Self.outcomes[name])
  }

  @Test("every file of the folder has its line")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names == Self.outcomes.keys.sorted())
  }
}
