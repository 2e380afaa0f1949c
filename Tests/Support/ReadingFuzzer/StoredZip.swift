import CZlib

/// A zip whose members are stored as they are, taken apart and put together with true checksums, so
/// that changes reach what is inside.
struct StoredZip {
  struct Member {
    let name: [UInt8]
    var bytes: [UInt8]
  }

  var members: [Member] = []

  /// `nil` for anything but an archive of stored members one behind the other.
  init?(_ archive: [UInt8]) {
    var index = 0
    while index + 30 <= archive.count, archive[index...].starts(with: [0x50, 0x4B, 3, 4]) {
      let method = Self.number(archive, at: index + 8, size: 2)
      let size = Self.number(archive, at: index + 18, size: 4)
      let start = index + 30 + Self.number(archive, at: index + 28, size: 2)
      let nameSize = Self.number(archive, at: index + 26, size: 2)
      guard method == 0, start + nameSize + size <= archive.count else { return nil }
      members.append(
        Member(
          name: Array(archive[(index + 30)..<min(archive.count, index + 30 + nameSize)]),
          bytes: Array(archive[(start + nameSize)..<(start + nameSize + size)])))
      index = start + nameSize + size
    }
    if members.isEmpty { return nil }
  }

  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let sum = Int(crc32(0, member.bytes, UInt32(member.bytes.count)))
      let common =
        Self.bytes(20, 2) + Self.bytes(0, 4) + Self.bytes(0x21_0000, 4) + Self.bytes(sum, 4)
        + Self.bytes(member.bytes.count, 4) + Self.bytes(member.bytes.count, 4)
        + Self.bytes(member.name.count, 2) + Self.bytes(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + Self.bytes(20, 2) + common + Self.bytes(0, 2) + Self.bytes(0, 4)
        + Self.bytes(0, 4) + Self.bytes(archive.count, 4) + member.name
      archive += [0x50, 0x4B, 3, 4] + common + member.name + member.bytes
    }
    return archive + directory + [0x50, 0x4B, 5, 6] + Self.bytes(0, 4)
      + Self.bytes(members.count, 2) + Self.bytes(members.count, 2)
      + Self.bytes(directory.count, 4) + Self.bytes(archive.count, 4) + Self.bytes(0, 2)
  }

  private static func number(_ bytes: [UInt8], at index: Int, size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
  }

  private static func bytes(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
