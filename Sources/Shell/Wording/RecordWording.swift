/// What is said of records and replays.
extension Wording {
  func text(ofRecord record: RecordFile) -> String {
    let header = record.header
    let whole = choose(
      "记录完整：nianbao \(header.version)，\(header.today)，\(record.commands.count) 条命令",
      "the record is whole: nianbao \(header.version), \(header.today), \(counted(record.commands.count, "command"))"
    )
    guard record.end == nil else { return whole }
    return choose(
      "记录没有结尾，此后的内容已缺失：nianbao \(header.version)，\(header.today)，\(record.commands.count) 条命令",
      "the record was cut off: nianbao \(header.version), \(header.today), \(counted(record.commands.count, "command")) in it"
    )
  }

  func text(ofSameInputs count: Int) -> String {
    choose(
      "所读文件均未改变（\(count) 个）",
      "inputs: as they were (\(count) file\(count == 1 ? "" : "s"))")
  }

  func text(ofChanged changed: Int, of count: Int) -> String {
    choose("所读的 \(count) 个文件中有 \(changed) 个已改变：", "inputs: \(changed) of \(count) changed:")
  }

  func text(of changed: Replay.ChangedInput) -> String {
    let was = changed.file.sha256.prefix(12)
    guard let now = changed.now else {
      return choose("\(changed.file.path)：已不存在", "\(changed.file.path): is gone")
    }
    return choose(
      "\(changed.file.path)：原为 \(was)…，现为 \(now.prefix(12))…",
      "\(changed.file.path): was \(was)…, is \(now.prefix(12))…")
  }

  func text(ofNewInput path: String) -> String {
    choose("\(path)：记录中没有此文件", "\(path): was not there")
  }

  func text(ofSame isSame: Bool) -> String {
    isSame ? choose("一致", "same     ") : choose("不同", "DIFFERENT")
  }

  func text(ofSame same: Int, of count: Int) -> String {
    same == count
      ? choose("全部 \(count) 条命令结果一致", "all \(counted(count, "command")): the same")
      : choose(
        "\(count) 条命令中有 \(count - same) 条结果不同",
        "\(count - same) of \(counted(count, "command")) differ")
  }

  func text(ofStatus before: Int32, now: Int32) -> String {
    choose("退出码原为 \(before)，现为 \(now)", "exit code was \(before), is \(now)")
  }

  var textOfLongDifference: String {
    choose("结果不同（原结果过长，记录中只有摘要）", "the output differs; the record keeps only its digest")
  }

  func text(ofChangedFile path: String) -> String {
    choose("写出的 \(path) 不同", "\(path), which it writes, differs")
  }

  func text(ofFirstLine line: Int) -> String {
    choose("自第 \(line) 行起：", "from line \(line):")
  }

  func text(ofMoreLines count: Int) -> String {
    choose("……另有 \(count) 行", "… and \(count) more \(count == 1 ? "line" : "lines")")
  }

  /// The last line of `nianbao test`.
  func text(ofPassed passed: Int, failed: Int) -> String {
    choose("通过 \(passed)，失败 \(failed)", "\(passed) passed, \(failed) failed")
  }

  func text(of flaw: RecordFile.Flaw) -> String {
    switch flaw {
    case .notARecord:
      choose("不是 nianbao 的记录", "is no record of nianbao")
    case .laterFormat(let format):
      choose(
        "记录格式 \(format) 比本版本新：请用更新的 nianbao",
        "is in the later format \(format): use a newer nianbao")
    case .lineChanged(let line):
      choose(
        "第 \(line) 行与写入时不同，或其前有行被删：记录已被改动",
        "line \(line) is not as it was written, or a line before it is gone: the record was changed"
      )
    case .endDiffers(let line):
      choose(
        "第 \(line) 行：结尾与内容不符：记录已被改动", "line \(line): the end does not fit: the record was changed")
    }
  }
}
