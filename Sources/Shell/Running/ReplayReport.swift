import Output

/// What a replay says, for people: changed inputs first, then command by command.
struct ReplayReport {
  /// Lines of a difference that are shown of each side.
  private static let mostLines = 3
  /// Characters of a line or command that are shown.
  private static let longestLine = 100

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
          + wording.text(ofSame: comparison.isSame) + "  " + brief(comparison.recorded.command))
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
        lines += changedLines(output, String(decoding: comparison.output, as: UTF8.self))
      } else {
        lines.append(wording.textOfLongDifference)
      }
    }
    return lines + comparison.changedFiles.map { wording.text(ofChangedFile: $0.path) }
  }

  /// The lines between what both begin and what both end with.
  private func changedLines(_ before: String, _ now: String) -> [String] {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(limit).count
    let (removed, added) = (old[start..<(old.count - end)], new[start..<(new.count - end)])
    return [wording.text(ofFirstLine: start + 1)] + marked(removed, "- ") + marked(added, "+ ")
  }

  private func marked(_ lines: ArraySlice<Substring>, _ mark: String) -> [String] {
    var shown = lines.prefix(Self.mostLines).map { mark + brief(String($0)) }
    if lines.count > Self.mostLines {
      shown.append(mark + wording.text(ofMoreLines: lines.count - Self.mostLines))
    }
    return shown
  }

  private func brief(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.count > Self.longestLine ? line.prefix(Self.longestLine - 1) + "…" : line
  }
}
