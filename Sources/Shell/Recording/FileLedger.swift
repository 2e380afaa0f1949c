import ReportReading

/// The files that a session reads and writes. While a record is written their digests are taken, and
/// in a replay what the commands write goes elsewhere.
final class FileLedger {
  private struct Use: Hashable {
    let path: String
    let shown: String
  }

  /// What was read before any record began.
  private var past: [Use] = []
  private var known: Set<Use> = []
  private var inputs: [RecordedFile] = []
  private var written: [RecordedFile] = []
  private var isRecording = false
  /// The way from the folder in which the paths of the record begin to that of the script that is
  /// running; empty where it is the same.
  var folder = ""
  /// Where a replay keeps what its commands write.
  var scratch: ScratchOutputs?

  /// Takes digests from here on.
  ///
  /// - Returns: what was read so far, with the digests of today.
  func beginRecording() -> [RecordedFile] {
    isRecording = true
    return past.compactMap { recorded($0.path, $0.shown) }
  }

  func endRecording() { isRecording = false }

  /// Says that a file is about to be read. One that is not there is not noted.
  func willRead(_ path: String, shown: String) {
    let shown = RelativePath.joined(folder, shown)
    guard isRecording else {
      let use = Use(path: path, shown: shown)
      if known.insert(use).inserted { past.append(use) }
      return
    }
    if let file = recorded(path, shown) { inputs.append(file) }
  }

  /// Says that a file was written.
  func wrote(_ path: String, shown: String) {
    let shown = RelativePath.joined(folder, shown)
    guard isRecording, let file = recorded(path, shown) else { return }
    written.append(file)
  }

  /// What was read and written since it was last asked.
  func takeUses() -> (inputs: [RecordedFile], written: [RecordedFile]) {
    defer { (inputs, written) = ([], []) }
    return (inputs, written)
  }

  private func recorded(_ path: String, _ shown: String) -> RecordedFile? {
    FileDigest.sha256(ofWholeFile: path).map { RecordedFile(path: shown, sha256: $0) }
  }
}
