import Foundation
import ReportReading

/// Seals the lines of a record: each ends with the digest of its own text, in which the digest of
/// the line before it stands. A line that is changed, left out or put elsewhere breaks the chain.
///
/// The digests are no signature: whoever makes all of them anew makes another record.
struct RecordChain {
  /// Behind the text that is sealed: `,"sha256":"` and 64 digits and `"}`.
  private static let seal = Array(",\"sha256\":\"".utf8)
  private static let sealLength = seal.count + 66

  /// The digest of the line before; of the first line, zeros.
  private var previous = String(repeating: "0", count: 64)

  /// A line of a record with its seal, without a line end.
  mutating func sealed(_ content: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // What is encoded are texts and whole numbers, which always can be.
    guard var line = try? [UInt8](encoder.encode(Chained(content, previous))) else { return [] }
    line.removeLast()
    previous = FileDigest.sha256(of: line)
    return line + Self.seal + Array((previous + "\"}").utf8)
  }

  /// Whether a line was sealed as it is, behind the lines that were given before.
  mutating func accepts(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > Self.sealLength else { return false }
    let body = line.dropLast(Self.sealLength)
    let digest = FileDigest.sha256(of: Array(body))
    let before = previous
    previous = digest
    return line.suffix(Self.sealLength).elementsEqual(Self.seal + Array((digest + "\"}").utf8))
      && (try? JSONDecoder().decode(Link.self, from: Data(line)))?.previous == before
  }

  /// The content of a line with the digest of the line before it.
  private struct Chained<Content: Encodable>: Encodable {
    let content: Content
    let previous: String

    init(_ content: Content, _ previous: String) {
      self.content = content
      self.previous = previous
    }

    func encode(to encoder: any Encoder) throws {
      try content.encode(to: encoder)
      var container = encoder.container(keyedBy: LinkKey.self)
      try container.encode(previous, forKey: .previous)
    }
  }

  private enum LinkKey: String, CodingKey {
    case previous
  }

  private struct Link: Decodable {
    let previous: String
  }
}
