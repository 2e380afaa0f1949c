import Foundation

/// A folder of a test's own that goes with the test.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A folder that looks like `examples/`, to run commands in: the scripts, the reports, and an
  /// empty `out/`. What the commands write does not touch the package.
  static func likeExamples() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: Checkout.examples.path)
    where name.hasSuffix(".nb") {
      try files.copyItem(
        at: Checkout.examples.appending(path: name), to: folder.url.appending(path: name))
    }
    try files.copyItem(
      at: Checkout.examples.appending(path: "reports").resolvingSymlinksInPath(),
      to: folder.url.appending(path: "reports"))
    try folder.makeFolder("out")
    return folder
  }

  var path: String { url.path }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: name), withIntermediateDirectories: true)
  }

  /// Makes a folder of so many reports that loading them takes far longer than any test waits. They
  /// are links to one small page, which is quicker than that many files.
  func makeManyReports(in name: String) throws {
    try makeFolder(name)
    let first = name + "/page-0.txt"
    try FileManager.default.copyItem(atPath: path("reports/lanxi-2021.txt"), toPath: path(first))
    for number in 1..<6_000 {
      try FileManager.default.linkItem(
        atPath: path(first), toPath: path("\(name)/page-\(number).txt"))
    }
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appending(path: name)))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The files of a folder in it by their names, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }
}
