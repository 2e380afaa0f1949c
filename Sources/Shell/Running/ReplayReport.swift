import Output

/// What a replay says, for people: changed inputs first, then command by command.
struct ReplayReport {
  let wording: Wording

  func lines(_ record: RecordFile, _ outcome: Replay.Outcome) -> [String] {
    var lines = [wording.text(ofRecord: record)]
    lines.append(
      outcome.changedInputs.isEmpty
        ? wording.text(ofSameInputs: outcome.inputs)
        : wording.text(ofChanged: outcome.changedInputs.count, of: outcome.inputs))
    for changed in outcome.changedInputs { lines.append("  " + wording.text(of: changed)) }
    lines += outcome.newInputs.map { "  " + wording.text(ofNewInput: $0) }
    let width = String(outcome.commands.count).count
    for comparison in outcome.commands {
      let number = String(comparison.recorded.number)
      lines.append(
        String(repeating: " ", count: width - number.count) + number + "  "
          + wording.text(ofSame: comparison.isSame) + "  "
          + LineDifference.brief(comparison.recorded.command))
      if !comparison.isSame {
        lines += differences(comparison).map { String(repeating: " ", count: width + 4) + $0 }
      }
    }
    let same = outcome.commands.count { $0.isSame }
    lines.append(wording.text(ofSame: same, of: outcome.commands.count))
    return lines
  }

  private func differences(_ comparison: Replay.Comparison) -> [String] {
    var lines: [String] = []
    let recorded = comparison.recorded
    if comparison.status != recorded.status {
      lines.append(wording.text(ofStatus: recorded.status, now: comparison.status))
    }
    if comparison.outputDigest != recorded.outputDigest {
      if let output = recorded.output {
        let now = String(decoding: comparison.output, as: UTF8.self)
        lines += LineDifference(Self.lines(output), Self.lines(now)).lines(wording)
      } else {
        lines.append(wording.textOfLongDifference)
      }
    }
    return lines + comparison.changedFiles.map { wording.text(ofChangedFile: $0.path) }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
