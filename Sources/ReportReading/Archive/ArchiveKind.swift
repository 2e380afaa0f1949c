/// Formats that hold other files, told by their first bytes.
enum ArchiveKind {
  case gzip
  case zip

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .zip
    } else {
      return nil
    }
  }
}
