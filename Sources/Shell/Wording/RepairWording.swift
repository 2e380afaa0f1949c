import ReportModel

extension Wording {
  /// How many repairs `explain` lists where there are many.
  private static let shownRepairs = 5

  /// The least repairs of what a finding is about, one a line.
  func text(of advice: RepairAdvice) -> String {
    guard !advice.repairs.isEmpty else {
      return choose(
        "未在搜索限度内找到最小修正", "no least repair was found within the bounds of the search")
    }
    let head =
      advice.count == 1
      ? choose("最小修正（仅为建议，不改动数据）：", "least repair (a proposal; no figure is altered):")
      : choose(
        "最小修正共 \(advice.count) 种，同样可能（仅为建议，不改动数据）：",
        "\(advice.count) least repairs, equally likely (proposals; no figure is altered):")
    var lines = [head] + advice.repairs.prefix(Self.shownRepairs).map { "  " + text(of: $0) }
    let hidden = advice.count - min(advice.repairs.count, Self.shownRepairs)
    if hidden > 0 { lines.append("  " + text(of: .moreCandidates(hidden))) }
    if !advice.isProven {
      lines.append(
        choose(
          "  搜索未做完：可能还有更小或同样的修正", "  the search was cut short: there may be lesser or further ones")
      )
    }
    return lines.joined(separator: "\n")
  }

  /// What the balances say of cells that were not read; nothing where they say nothing.
  func text(of deductions: [Repair.Deduction]) -> String? {
    guard !deductions.isEmpty else { return nil }
    let cells = deductions.map { "\($0.key) = \($0.value)" }
    return choose("由勾稽关系推得（页面未列）：", "deduced from the balances, not on the page: ") + list(cells)
  }

  private func text(of repair: Repair) -> String {
    repair.changes.map { change in
      let range = text(of: change.to)
      let slip = text(of: change.slip).map { choose("（\($0)）", " (\($0))") } ?? ""
      return "\(change.key) \(change.from) → \(range)\(slip)"
    }.joined(separator: choose("；", "; "))
  }

  private func text(of range: CountRange) -> String {
    if let exact = range.exact { return String(exact) }
    guard let upper = range.upper else {
      return choose("至少 \(range.lower)", "at least \(range.lower)")
    }
    return choose("\(range.lower) 至 \(upper)", "\(range.lower) to \(upper)")
  }

  private func text(of slip: Repair.Slip) -> String? {
    switch slip {
    case .unexplained: nil
    case .transposed: choose("相邻两位数字颠倒", "digits transposed")
    case .digitDropped: choose("漏写一位数字", "a digit dropped")
    case .digitDoubled: choose("重复一位数字", "a digit doubled")
    case .sign: choose("多写负号", "a minus sign too many")
    case .totalMissing: choose("总计未填", "total left at zero")
    case .rowShifted: choose("整行错一列", "row shifted by a column")
    case .rowsSwapped: choose("两行互换", "two rows swapped")
    }
  }
}
