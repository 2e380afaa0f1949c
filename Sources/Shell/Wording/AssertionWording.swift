/// What is said of an assertion that does not hold.
extension Wording {
  func text(of failure: AssertionFailure) -> String {
    let words: String
    if let result = failure.result, result.rows == 0 {
      words = choose(
        "断言无法判定：结果 \(result.name) 没有行",
        "the assertion is not known to hold: \(result.name) has no rows")
    } else if failure.isKnown {
      words = choose("断言不成立", "the assertion does not hold")
    } else {
      words = choose("断言无法判定", "the assertion is not known to hold")
    }
    return words + (failure.reason.map { choose("：", ": ") + brief($0) } ?? "")
  }

  /// What speaks against it, in lines.
  func lines(on failure: AssertionFailure) -> [String] {
    var lines: [String] = []
    if let result = failure.result, result.rows > 0 { lines.append(counted(failure, result)) }
    for row in failure.rows {
      let unknown = choose("未知", "unknown")
      let sides = choose(
        "左边 \(row.left ?? unknown)，右边 \(row.right ?? unknown)",
        "left \(row.left ?? unknown), right \(row.right ?? unknown)")
      let number = row.number.map { choose("第 \($0) 行", "row \($0)") + " " + row.subject }
      lines.append([number, sides].compactMap { $0 }.joined(separator: choose("：", ": ")))
      lines += row.evidence.map { "  " + text(of: $0) }
    }
    return lines
  }

  private func counted(
    _ failure: AssertionFailure, _ result: (name: String, rows: Int)
  ) -> String {
    let shown = failure.rows.count
    let listed = failure.isKnown ? failure.failing : failure.unknown
    let first = listed > shown ? choose("，前 \(shown) 行", ", the first \(shown)") : ""
    let all = choose("共 \(result.rows) 行", "of \(counted(result.rows, "row"))")
    guard failure.isKnown else {
      return choose(
        "\(result.name) \(all)，\(failure.unknown) 行无法判定\(first)：",
        "\(failure.unknown) \(all) of \(result.name) \(failure.unknown == 1 ? "is" : "are") not known\(first):"
      )
    }
    let unknown =
      failure.unknown > 0
      ? choose("，另有 \(failure.unknown) 行无法判定", ", \(failure.unknown) more not known") : ""
    return choose(
      "\(result.name) \(all)，\(failure.failing) 行不符\(unknown)\(first)：",
      "\(failure.failing) \(all) of \(result.name) \(failure.failing == 1 ? "does" : "do") not fit\(unknown)\(first):"
    )
  }

  private func text(of evidence: AssertionFailure.Evidence) -> String {
    var parts = [evidence.value ?? choose("没有数值", "no value")]
    if !evidence.flags.isEmpty {
      parts[0] += choose("（标记 \(evidence.flags)）", " (marked \(evidence.flags))")
    }
    if let printed = evidence.printed {
      parts.append(choose("原文“\(printed)”", "printed “\(printed)”"))
    }
    if let place = evidence.place { parts.append(place) }
    return evidence.column + choose("：", ": ") + parts.joined(separator: choose("，", ", "))
  }
}
