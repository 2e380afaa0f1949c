import Foundation
import Testing

/// Compares bytes with a file that holds what they should be.
///
/// With `NIANBAO_UPDATE_CASES=1` in the environment the files are written instead. What changed is
/// then for a person to look through before it is kept.
enum ExpectedFile {
  static let isUpdating = ProcessInfo.processInfo.environment["NIANBAO_UPDATE_CASES"] == "1"

  static func compare(
    _ bytes: [UInt8], with file: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isUpdating {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      return
    }
    guard let expected = try? Data(contentsOf: file) else {
      Issue.record("\(file.lastPathComponent) is missing", sourceLocation: sourceLocation)
      return
    }
    guard [UInt8](expected) != bytes else { return }
    Issue.record(
      "\(file.path): \(firstDifference(String(decoding: expected, as: UTF8.self), bytes))",
      sourceLocation: sourceLocation)
  }

  /// Compares every file that commands wrote into `out/` with the files of a folder: none may
  /// differ, be missing or be there besides.
  static func compare(
    outputsOf folder: ScratchFolder, with expected: URL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let written = try folder.names(in: "out")
    let kept = (try? FileManager.default.contentsOfDirectory(atPath: expected.path))?.sorted() ?? []
    if isUpdating {
      for name in kept where !written.contains(name) {
        try FileManager.default.removeItem(at: expected.appending(path: name))
      }
    } else {
      #expect(written == kept, sourceLocation: sourceLocation)
    }
    for name in written {
      try compare(
        folder.bytes("out/" + name), with: expected.appending(path: name),
        sourceLocation: sourceLocation)
    }
  }

  private static func firstDifference(_ expected: String, _ bytes: [UInt8]) -> String {
    let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let now = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(before, now).enumerated().first { $1.0 != $1.1 }?.offset
    guard let line = line ?? [before.count, now.count].min() else { return "differs" }
    func shown(_ lines: [Substring]) -> String {
      line < lines.count ? "“\(lines[line])”" : "the end"
    }
    return "line \(line + 1) should be \(shown(before)) and is \(shown(now))"
  }
}
