import Foundation

/// Where the files that tests read stand in the package.
enum Checkout {
  /// This file's place tells: no test depends on the folder that it is started in.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let examples = root.appending(path: "examples")
  static let expected = examples.appending(path: "expected")
  static let cases = root.appending(path: "Tests/Cases")

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}
