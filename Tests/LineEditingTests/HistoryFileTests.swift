import Dispatch
import Glibc
import Testing

@testable import LineEditing

@Suite("History file")
struct HistoryFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "Every entry comes back as it was, whatever characters it holds",
    arguments: [
      "比较 行政处罚 按 年", "a\nb", "\n\n", "back\\slash", "\\n is no newline", "\\", "a\\\nb",
      "tab\there", "\r\n", "𠀀 rare", "e\u{301}",
    ])
  func roundTrip(entry: String) throws {
    var file = HistoryFile(path: folder.file("history"))
    try file.append("before")
    try file.append(entry)
    try file.append("after")
    #expect(try file.newest(10) == ["before", entry, "after"])
    #expect(try folder.read("history").split(separator: "\n").count == 3)
  }

  @Test("A file that does not exist has no entries and is not made by reading")
  func missing() throws {
    let file = HistoryFile(path: folder.file("none/history"))
    #expect(try file.newest(10) == [])
    #expect(access(folder.file("none"), F_OK) != 0)
  }

  @Test("Only its owner may read it, even where it was open to others before")
  func mode() throws {
    var file = HistoryFile(path: folder.file("state/nianbao/history"))
    try file.append("第一")
    #expect(try folder.mode(of: "state/nianbao/history") == 0o600)
    #expect(try folder.mode(of: "state/nianbao") == 0o700)

    try folder.write("open\n", to: "other")
    chmod(folder.file("other"), 0o644)
    var other = HistoryFile(path: folder.file("other"))
    try other.append("x")
    #expect(try folder.mode(of: "other") == 0o600)
  }

  @Test("The newest entries are read from the end, across the blocks that the file is read in")
  func newest() throws {
    let long = String(repeating: "年", count: 50_000)
    try folder.write("1\n2\n\(long)\n3\n\(long)\n4\n", to: "history")
    let file = HistoryFile(path: folder.file("history"))
    #expect(try file.newest(2) == [long, "4"])
    #expect(try file.newest(4) == [long, "3", long, "4"])
    #expect(try file.newest(100) == ["1", "2", long, "3", long, "4"])
    #expect(try file.newest(0) == [])
  }

  @Test("An entry does not join a line that was left without its end")
  func tornLine() throws {
    try folder.write("whole\nto", to: "history")
    var file = HistoryFile(path: folder.file("history"))
    try file.append("next")
    #expect(try file.newest(10) == ["whole", "to", "next"])
  }

  @Test("Bytes that are no UTF-8 lose one entry's text, not the others")
  func brokenBytes() throws {
    var bytes: [CChar] = Array("good\nbad ".utf8CString.dropLast())
    bytes += [CChar(bitPattern: 0xFF), CChar(bitPattern: 0x0A), 0x61, 0x0A]
    let stream = try #require(fopen(folder.file("history"), "w"))
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    let file = HistoryFile(path: folder.file("history"))
    #expect(try file.newest(10) == ["good", "bad \u{FFFD}", "a"])
  }

  @Test("The file never holds more than its cap, and keeps the newest entries, mode and all")
  func cap() throws {
    var file = HistoryFile(path: folder.file("history"), cap: 50)
    for number in 1...173 {
      try file.append("第 \(number) 行")
      let count = try folder.read("history").split(separator: "\n").count
      #expect(count <= 50)
      #expect(count >= min(number, 45))
      #expect(try file.newest(1) == ["第 \(number) 行"])
    }
    #expect(try folder.mode(of: "history") == 0o600)
    let kept = try file.newest(50)
    #expect(kept == ((174 - kept.count)...173).map { "第 \($0) 行" })
  }

  @Test("A rewrite keeps a symbolic link and renews what it points to")
  func symbolicLink() throws {
    try folder.write("", to: "real")
    symlink(folder.file("real"), folder.file("history"))
    var file = HistoryFile(path: folder.file("history"), cap: 10)
    for number in 1...12 { try file.append("\(number)") }
    #expect(try folder.read("real").hasSuffix("11\n12\n"))
    #expect(try file.newest(1) == ["12"])
  }

  @Test("Two shells that write at once lose nothing")
  func twoWriters() throws {
    let path = folder.file("history")
    try write(from: 2, entries: 500, to: path, cap: 100_000)
    let entries = try HistoryFile(path: path).newest(10_000)
    for writer in 0..<2 {
      let own = entries.filter { $0.hasPrefix("\(writer) ") }
      #expect(own == (0..<500).map { "\(writer) 第 \($0) 条" })
    }
    #expect(entries.count == 1_000)
  }

  @Test("Two shells that write and cut the file at once keep the newest of each, in order")
  func twoWritersAtTheCap() throws {
    let path = folder.file("history")
    try write(from: 2, entries: 500, to: path, cap: 100)
    let entries = try HistoryFile(path: path, cap: 100).newest(10_000)
    #expect((90...100).contains(entries.count))
    let ownCounts = (0..<2).map { writer in
      let own = entries.filter { $0.hasPrefix("\(writer) ") }
      #expect(own == ((500 - own.count)..<500).map { "\(writer) 第 \($0) 条" })
      return own.count
    }
    #expect(ownCounts.reduce(0, +) == entries.count)
  }

  @Test("Where the file belongs")
  func defaultPath() {
    let home = ["HOME": "/home/甲"]
    #expect(
      HistoryFile.defaultPath(environment: home) == "/home/甲/.local/state/nianbao/history")
    let state = home.merging(["XDG_STATE_HOME": "/state"]) { $1 }
    #expect(HistoryFile.defaultPath(environment: state) == "/state/nianbao/history")
    let relative = home.merging(["XDG_STATE_HOME": "state"]) { $1 }
    #expect(
      HistoryFile.defaultPath(environment: relative) == "/home/甲/.local/state/nianbao/history")
    #expect(HistoryFile.defaultPath(environment: [:]) == nil)
  }

  @Test("An error says what could not be done, and to which file")
  func errors() throws {
    try folder.write("", to: "file")
    var file = HistoryFile(path: folder.file("file/history"))
    #expect(throws: HistoryFileError.self) { try file.append("x") }
    var isFolder = HistoryFile(path: folder.path)
    #expect(throws: HistoryFileError(step: .opening, path: folder.path, code: EISDIR)) {
      try isFolder.append("x")
    }
  }

  /// Lets writers append at the same time, each through a file that it opened by itself.
  private func write(from writers: Int, entries: Int, to path: String, cap: Int) throws {
    DispatchQueue.concurrentPerform(iterations: writers) { writer in
      var file = HistoryFile(path: path, cap: cap)
      for entry in 0..<entries {
        do {
          try file.append("\(writer) 第 \(entry) 条")
        } catch {
          Issue.record(error)
        }
      }
    }
  }
}
