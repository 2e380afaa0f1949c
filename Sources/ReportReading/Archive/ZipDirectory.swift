import CZip

/// The members of a zip in memory. Nothing is ever unpacked to a file.
struct ZipDirectory: ~Copyable {
  /// A file or folder of the archive.
  struct Member {
    let index: UInt64
    /// As they stand in the archive, in whatever encoding.
    let name: [UInt8]
    /// In the archive, in bytes, as its directory says.
    let packedSize: Int
    let isEncrypted: Bool

    var isFolder: Bool { name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") }
  }

  private let archive: OpaquePointer

  private init(_ archive: OpaquePointer) {
    self.archive = archive
  }

  deinit {
    // Nothing was changed, so nothing is written.
    zip_discard(archive)
  }

  /// Opens a zip for as long as the body runs.
  static func open<Value>(
    _ bytes: [UInt8], _ body: (borrowing ZipDirectory) throws(ReadingError) -> Value
  ) throws(ReadingError) -> Value {
    let outcome = bytes.withUnsafeBytes { buffer -> Result<Value, ReadingError> in
      var failure = zip_error_t()
      zip_error_init(&failure)
      defer { zip_error_fini(&failure) }
      let source = zip_source_buffer_create(
        buffer.baseAddress, UInt64(buffer.count), 0, &failure)
      guard let source else { return .failure(.archive(.damaged)) }
      guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &failure) else {
        zip_source_free(source)
        return .failure(.archive(.damaged))
      }
      // The archive owns the source from here on.
      let directory = ZipDirectory(archive)
      do throws(ReadingError) {
        return .success(try body(directory))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  var count: Int { Int(clamping: zip_get_num_entries(archive, 0)) }

  /// - Returns: `nil` where the directory's entry cannot be read.
  func member(at index: Int) -> Member? {
    var status = zip_stat_t()
    zip_stat_init(&status)
    let flags = UInt32(ZIP_FL_ENC_RAW)
    let index = UInt64(index)
    guard zip_stat_index(archive, index, flags, &status) == 0,
      let name = zip_get_name(archive, index, flags)
    else { return nil }
    return Member(
      index: index, name: Self.bytes(of: name),
      packedSize: Int(clamping: status.comp_size),
      isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE))
  }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = text
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }

  /// The member of exactly this name.
  func member(named name: String) -> Member? {
    let index = zip_name_locate(archive, name, UInt32(ZIP_FL_ENC_RAW))
    return index < 0 ? nil : member(at: Int(index))
  }

  /// A member's bytes; its checksum is checked.
  func unpack(_ member: Member, budget: inout UnpackingBudget) throws(ReadingError) -> [UInt8] {
    guard !member.isEncrypted else { throw .archive(.encrypted) }
    guard let file = zip_fopen_index(archive, member.index, 0) else {
      throw .archive(Self.fault(zip_error_code_zip(zip_get_error(archive))))
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = zip_fread(file, &chunk, UInt64(chunk.count))
      guard got >= 0 else {
        throw .archive(Self.fault(zip_error_code_zip(zip_file_get_error(file))))
      }
      if got == 0 { return bytes }
      let piece = Int(got)
      try budget.take(
        piece: piece, unpacked: bytes.count + piece, packed: member.packedSize)
      bytes.append(contentsOf: chunk[..<piece])
    }
  }

  private static func fault(_ code: Int32) -> ArchiveFault {
    switch code {
    case Int32(ZIP_ER_NOPASSWD), Int32(ZIP_ER_WRONGPASSWD), Int32(ZIP_ER_ENCRNOTSUPP): .encrypted
    case Int32(ZIP_ER_COMPNOTSUPP): .methodUnknown
    default: .damaged
    }
  }
}
