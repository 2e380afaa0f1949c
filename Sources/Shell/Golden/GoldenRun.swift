/// Runs a script that holds the output it expects, and compares.
struct GoldenRun {
  /// What became of a script.
  struct Outcome: Sendable {
    var passed = 0
    /// The steps whose output differs, with what they printed.
    var failed: [(step: GoldenScript.Step, printed: [String])] = []
    /// Why the script stopped early.
    var error: ShellError?
    /// For each step that was run, what it printed.
    var outputs: [[String]] = []
  }

  let session: Session
  let script: GoldenScript

  /// Runs to the end or the first error.
  func run() -> Outcome {
    var outcome = Outcome()
    for step in script.steps where !session.hasEnded {
      session.remember(command: step.command.text)
      session.resultSink.beginCopy()
      do throws(ShellError) {
        try Interruption.check()
        try step.command.command.run(in: session)
      } catch {
        outcome.error = error.at(step.command.range)
      }
      let printed = GoldenScript.lines(of: session.resultSink.endCopy())
      outcome.outputs.append(printed)
      if let expected = step.expected {
        if expected == printed {
          outcome.passed += 1
        } else {
          outcome.failed.append((step, printed))
        }
      }
      if outcome.error != nil { break }
    }
    return outcome
  }
}
