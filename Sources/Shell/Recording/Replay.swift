import Glibc
import ReportModel
import ReportReading

/// Carries out a record again, on the data as it is now, and compares.
struct Replay {
  /// An input that is no longer what it was.
  struct ChangedInput: Hashable, Sendable {
    let file: RecordedFile
    /// `nil` where the file is gone.
    let now: String?
  }

  /// What became of a command.
  struct Comparison: Sendable {
    let recorded: RecordedCommand
    let status: Int32
    let outputDigest: String
    let output: [UInt8]
    /// Of what it wrote, that which differs or was not written.
    let changedFiles: [RecordedFile]

    var isSame: Bool {
      status == recorded.status && outputDigest == recorded.outputDigest && changedFiles.isEmpty
    }
  }

  struct Outcome: Sendable {
    let inputs: Int
    let changedInputs: [ChangedInput]
    /// Files that were read now and not then.
    let newInputs: [String]
    let commands: [Comparison]

    var isSame: Bool {
      changedInputs.isEmpty && newInputs.isEmpty && commands.allSatisfy(\.isSame)
    }
  }

  let record: RecordFile
  /// Relative paths start here.
  let baseFolder: String

  func run() throws(ShellError) -> Outcome {
    let inputs = self.inputs
    let changed = inputs.compactMap(change)
    guard let scratch = ScratchOutputs(known: Set(inputs.map(\.path))) else {
      throw ShellError(.cannotWrite("TMPDIR", errno: errno))
    }
    let (results, notices) = (MemorySink(), MemorySink())
    let session = try Session(
      language: Language(rawValue: record.header.language) ?? .english,
      console: Console(results: results, notices: notices))
    session.baseFolder = baseFolder
    session.dayOfRecord = CalendarDate(record.header.today)
    session.files.scratch = scratch
    session.given = GivenParameters(record.header.parameters ?? [:])
    _ = session.files.beginRecording()
    let runner = CommandRunner(session: session)
    for command in record.header.before { runner.run(SourceText(command)) }
    var comparisons: [Comparison] = []
    var read: [String] = []
    for command in record.commands {
      try Interruption.check()
      _ = session.files.takeUses()
      let start = results.bytes.count
      session.forgetStatus()
      session.hasEnded = false
      scratch.followsFailure = command.status > 1
      runner.run(SourceText(command.command))
      let output = Array(results.bytes[start...])
      let uses = session.files.takeUses()
      read += uses.inputs.map(\.path)
      let written = Set(uses.written)
      comparisons.append(
        Comparison(
          recorded: command, status: session.status.rawValue,
          outputDigest: FileDigest.sha256(of: output), output: output,
          changedFiles: command.written.filter { !written.contains($0) }))
    }
    let own = Set(inputs.map(\.path) + record.commands.flatMap(\.written).map(\.path))
    return Outcome(
      inputs: inputs.count, changedInputs: changed,
      newInputs: Set(read).subtracting(own).sorted(), commands: comparisons)
  }

  /// What the record read that it had not written itself, each file once, as it was first.
  private var inputs: [RecordedFile] {
    var known: Set<String> = []
    var inputs: [RecordedFile] = []
    for file in record.header.inputs where known.insert(file.path).inserted {
      inputs.append(file)
    }
    for command in record.commands {
      for file in command.inputs where known.insert(file.path).inserted { inputs.append(file) }
      known.formUnion(command.written.map(\.path))
    }
    return inputs
  }

  private func change(_ file: RecordedFile) -> ChangedInput? {
    let path = PathExpansion(baseFolder: baseFolder).resolve(file.path)
    let now = FileDigest.sha256(ofWholeFile: path)
    return now == file.sha256 ? nil : ChangedInput(file: file, now: now)
  }
}
