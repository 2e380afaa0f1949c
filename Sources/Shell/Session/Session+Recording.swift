/// What records and replays need of a session.
extension Session {
  /// Begins a record; one that is open is ended first.
  ///
  /// - Parameters:
  ///   - path: as the system takes it.
  ///   - shown: as the user wrote it.
  ///   - script: the script that is run.
  ///   - parameters: what its parameters hold.
  func beginRecord(
    path: String, shown: String, script: String?, parameters: [String: String] = [:]
  ) throws(ShellError) {
    try endRecord()
    recorder = try SessionRecorder(
      path: path, shown: shown, script: script, parameters: parameters, session: self)
  }

  func endRecord() throws(ShellError) {
    try recorder?.end()
    recorder = nil
  }

  /// Where a file is written that commands call by this path: elsewhere in a replay.
  func destination(_ path: String) -> String {
    files.scratch?.place(for: path) ?? path
  }

  /// Where a file is read that may not be there. A replay knows only those of its record.
  func source(_ path: String, shown: String) -> String {
    files.scratch?.source(path, shown: RelativePath.joined(files.folder, shown)) ?? path
  }

  /// Writes a file whole or not at all, and notes it for the record.
  func writeFile(_ bytes: [UInt8], to path: String, shown: String) throws(ShellError) {
    let place = destination(path)
    try AtomicFile.write(bytes, to: place, shown: shown)
    files.wrote(place, shown: shown)
  }
}
