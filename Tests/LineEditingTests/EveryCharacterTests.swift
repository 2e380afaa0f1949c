import Foundation
import Glibc
import TerminalTesting
import Testing

/// Every character of level 1 of GB 2312 on a terminal: typed, edited around, searched and recalled.
/// A sample of them here; with `NIANBAO_EVERY_CHARACTER=1` (`scripts/try-characters`) all 3,755.
@Suite("Every character")
struct EveryCharacterTests {
  typealias Key = TerminalKey

  @Test("A character is typed, edited around, found by Ctrl-R behind other lines, and recalled")
  func everyCharacter() throws {
    let all = Self.level1()
    #expect(all.count == 3_755)
    let takesAll = ProcessInfo.processInfo.environment["NIANBAO_EVERY_CHARACTER"] == "1"
    // Those whose last byte in UTF-16 is a control code are the ones that programs stumble over.
    let chosen =
      takesAll
      ? all
      : all.enumerated().filter { index, scalar in
        index.isMultiple(of: 61) || (scalar.value & 0xFF < 0x20 && index.isMultiple(of: 5))
      }.map(\.element)
    // The history of one terminal would grow with all of them.
    for start in stride(from: 0, to: chosen.count, by: 100) {
      try tryCharacters(chosen[start..<min(start + 100, chosen.count)])
    }
  }

  private func tryCharacters(_ characters: ArraySlice<Unicode.Scalar>) throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      program: BuiltProgram.path("lineeditor-host"), arguments: [folder.file("history")],
      environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm"])
    try terminal.wait(for: "年报> ")
    func enter(_ keys: String, reading line: String) throws {
      try terminal.send(keys + Key.enter)
      try terminal.wait(for: "=> [\(line)]")
      try terminal.wait(for: "年报> ")
    }
    for scalar in characters {
      let character = String(scalar)
      let line = "a\(character)b\(character)c"
      // A letter goes in before the character, the character goes out and in again.
      let edits =
        "b\(character)c" + Key.home + "a" + character + Key.backspace + character
      try enter(edits, reading: line)
      try enter("other", reading: "other")
      try enter(Key.control("R") + character + "b" + character, reading: line)
      try enter("other", reading: "other")
      try enter(Key.up + Key.up, reading: line)
    }
  }

  /// The characters of level 1, in the order of the standard.
  private static func level1() -> [Unicode.Scalar] {
    var bytes: [UInt8] = []
    for row in UInt8(0xB0)...0xD7 {
      for cell in UInt8(0xA1)...0xFE where row < 0xD7 || cell <= 0xF9 { bytes += [row, cell] }
    }
    let handle = iconv_open("UTF-8", "GB2312")
    defer { iconv_close(handle) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 2)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, left) = (input.baseAddress, input.count)
        var (to, room) = (output.baseAddress, output.count)
        _ = iconv(handle, &from, &left, &to, &room)
        return output.count - room
      }
    }
    let text = String(decoding: output[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return Array(text.unicodeScalars)
  }
}
