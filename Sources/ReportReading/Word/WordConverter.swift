import Glibc
import Synchronization

/// Old Word and WPS documents, made into `.docx` by LibreOffice where it is installed. Smaller
/// converters (antiword, catdoc, wvText) give text in which merged cells are lost.
enum WordConverter {
  private static let programs = ["soffice", "libreoffice"]

  /// Whether the bytes are a format that only the converter reads: Word's of before 2007, and RTF,
  /// both of which are found under the name `.doc`.
  static func converts(_ bytes: [UInt8]) -> Bool {
    CompoundFile.kind(of: bytes) == .word || bytes.starts(with: Array("{\\rtf".utf8))
  }

  static var isInstalled: Bool { ProgramRun.find(programs) != nil }

  /// LibreOffice takes some 200 MB and starts for seconds: never two at a time.
  private static let turn = Mutex<Void>(())

  /// - Returns: the bytes of the `.docx`.
  static func convert(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
    guard let program = ProgramRun.find(programs) else { throw .word(.converterMissing) }
    let folder = try PrivateFolder()
    return try turn.withLock { _ throws(ReadingError) in
      try convert(bytes, with: program, in: folder, limits: limits)
    }
  }

  private static func convert(
    _ bytes: [UInt8], with program: String, in folder: PrivateFolder, limits: ReadingLimits
  ) throws(ReadingError) -> [UInt8] {
    try folder.store(bytes, as: "report.doc")
    // A profile of its own: the user's may be in use, and may hold macros.
    let outcome = ProgramRun.run(
      program,
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
        "--convert-to", "docx", "--outdir", "\(folder.path)/converted",
        "\(folder.path)/report.doc",
      ],
      environment: [
        "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "PATH=/usr/local/bin:/usr/bin:/bin",
        "LC_ALL=C.UTF-8",
      ],
      seconds: limits.conversionSeconds)
    let status: Int32
    switch outcome {
    case .notStarted(let errno): throw .word(.conversionNotPossible(errno: errno))
    case .tooSlow: throw .word(.conversionTooSlow(seconds: limits.conversionSeconds))
    case .ended(let code): status = code
    }
    do throws(ReadingError) {
      return try LoadedFile(
        path: "\(folder.path)/converted/report.docx", limit: limits.fileSize
      ).bytes
    } catch {
      // It ends with 0 as well when it could not read the document.
      guard case .fileMissing = error else { throw error }
      throw .word(.conversionFailed(status: status))
    }
  }
}
