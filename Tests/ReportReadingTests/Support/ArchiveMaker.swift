import CZlib

/// Archives made byte by byte, so that each part of them can be broken.
enum ArchiveMaker {
  struct Member {
    var name: [UInt8]
    var bytes: [UInt8]
    var isStored = false
    var isEncrypted = false
    var hasWrongChecksum = false

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.bytes = bytes
    }

    init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
    }
  }

  static func zip(_ members: [Member]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let packed = member.isStored ? member.bytes : deflated(member.bytes)
      let sum = checksum(member.bytes) ^ (member.hasWrongChecksum ? 1 : 0)
      let common =
        two(20) + two(member.isEncrypted ? 1 : 0) + two(member.isStored ? 0 : 8) + four(0x21)
        + four(sum) + four(packed.count) + four(member.bytes.count) + two(member.name.count)
        + two(0)
      directory +=
        four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0)
        + four(archive.count) + member.name
      archive += four(0x0403_4B50) + common + member.name + packed
    }
    return archive + directory + four(0x0605_4B50) + four(0) + two(members.count)
      + two(members.count) + four(directory.count) + four(archive.count) + two(0)
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(bytes) + four(checksum(bytes))
      + four(bytes.count)
  }

  /// zlib's own wrapping is two bytes before and four behind.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, bytes, UInt(bytes.count), 9)
    return Array(packed[2..<(Int(size) - 4)])
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    Int(crc32(0, bytes, UInt32(bytes.count)))
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
