import Foundation

/// A record as it was read back.
struct RecordFile: Sendable {
  let header: RecordHeader
  let commands: [RecordedCommand]
  /// `nil` where the record was cut off.
  let end: RecordEnd?

  /// Why a file is no record that could be replayed.
  enum Flaw: Error, Equatable, Sendable {
    /// The first line is not that of a record.
    case notARecord
    /// It was written in a format that this version does not know.
    case laterFormat(Int)
    /// A line is not as it was written, or one before it is gone.
    case lineChanged(Int)
    /// Lines stand behind the end, or the end counts others.
    case endDiffers(Int)
  }

  private struct Kind: Decodable {
    let kind: String
  }

  /// - Parameter bytes: all of the file.
  init(_ bytes: [UInt8]) throws(Flaw) {
    var chain = RecordChain()
    var header: RecordHeader?
    var commands: [RecordedCommand] = []
    var end: RecordEnd?
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Behind the last line end; anything else there was cut off while it was written.
    let rest = lines.popLast() ?? []
    for (index, line) in lines.enumerated() {
      let number = index + 1
      let data = Data(line)
      let kind = (try? JSONDecoder().decode(Kind.self, from: data))?.kind
      if number == 1, kind != "record" { throw .notARecord }
      guard chain.accepts(line) else { throw .lineChanged(number) }
      guard end == nil else { throw .endDiffers(number) }
      switch kind {
      case "record" where number == 1:
        guard let read = try? JSONDecoder().decode(RecordHeader.self, from: data) else {
          throw .notARecord
        }
        guard read.format <= RecordHeader.currentFormat else { throw .laterFormat(read.format) }
        header = read
      case "command":
        guard let read = try? JSONDecoder().decode(RecordedCommand.self, from: data) else {
          throw .lineChanged(number)
        }
        commands.append(read)
      case "end":
        guard let read = try? JSONDecoder().decode(RecordEnd.self, from: data),
          read.commands == commands.count
        else { throw .endDiffers(number) }
        end = read
      default: throw .lineChanged(number)
      }
    }
    guard let header else { throw .notARecord }
    guard rest.isEmpty || end == nil else { throw .endDiffers(lines.count + 1) }
    self.header = header
    self.commands = commands
    self.end = end
  }
}
