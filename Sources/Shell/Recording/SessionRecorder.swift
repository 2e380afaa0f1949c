import Glibc
import ReportReading

/// Writes a record of a session while it runs, line by line: whatever ends the program, the lines
/// written so far stand.
final class SessionRecorder {
  /// As the user wrote it.
  let shown: String
  private let descriptor: Int32
  private var chain = RecordChain()
  private var count = 0
  private(set) var isOpen = true
  private unowned let session: Session

  /// Begins a record in a new file: a record is evidence, so none is ever written over.
  ///
  /// - Parameter parameters: what the parameters of the script hold.
  init(
    path: String, shown: String, script: String?, parameters: [String: String] = [:],
    session: Session
  ) throws(ShellError) {
    self.shown = shown
    self.session = session
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? ShellError(.recordExists(shown)) : ShellError(.cannotWrite(shown, errno: errno))
    }
    session.protect(path)
    var inputs = session.files.beginRecording()
    if let script, let digest = FileDigest.sha256(ofWholeFile: script) {
      inputs.insert(RecordedFile(path: RelativePath.name(of: script), sha256: digest), at: 0)
    }
    try write(
      RecordHeader(
        format: RecordHeader.currentFormat, version: Program.version,
        language: session.settings.language.rawValue, today: session.today.description,
        folder: RelativePath.path(
          from: RelativePath.folder(of: path), to: session.baseFolder),
        script: script.map(RelativePath.name),
        parameters: parameters.isEmpty ? nil : parameters, before: session.carriedOut,
        inputs: inputs))
  }

  deinit { close(descriptor) }

  /// Runs a command and writes a line about it.
  ///
  /// - Parameter body: runs the command and tells of its error; gives its exit status.
  func record(_ command: String, _ body: () -> Void) throws(ShellError) {
    _ = session.files.takeUses()
    session.resultSink.beginCopy()
    session.noticeSink.beginCopy()
    let before = session.status
    session.forgetStatus()
    body()
    let status = session.status
    session.note(before)
    let (output, notices) = (session.resultSink.endCopy(), session.noticeSink.endCopy())
    let uses = session.files.takeUses()
    guard isOpen else { return }
    count += 1
    let isShort = output.count <= RecordedCommand.longestOutput
    try write(
      RecordedCommand(
        number: count, command: command, status: status.rawValue,
        outputDigest: FileDigest.sha256(of: output),
        output: isShort ? String(validating: output, as: UTF8.self) : nil,
        notices: String(decoding: notices, as: UTF8.self), inputs: uses.inputs,
        written: uses.written))
  }

  /// Ends the record.
  func end() throws(ShellError) {
    guard isOpen else { return }
    try write(RecordEnd(commands: count, status: session.status.rawValue))
    isOpen = false
    session.files.endRecording()
  }

  private func write(_ line: some Encodable) throws(ShellError) {
    do {
      try FileDescriptorSink(descriptor: descriptor).write(chain.sealed(line) + [0x0A])
    } catch {
      isOpen = false
      session.files.endRecording()
      throw ShellError(.cannotWrite(shown, errno: error.errno))
    }
  }
}
