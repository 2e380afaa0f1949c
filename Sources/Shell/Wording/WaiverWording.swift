import Checking

extension Wording {
  /// Why a finding is accepted, by whom and how long.
  func text(of waiver: Waiver) -> String {
    var parts = [choose("已豁免：", "waived: ") + waiver.reason]
    if let evidence = waiver.evidence { parts.append(choose("依据：", "evidence: ") + evidence) }
    if let by = waiver.by { parts.append(choose("豁免人：", "by: ") + by) }
    if let until = waiver.until { parts.append(choose("至 \(until)", "until \(until)")) }
    return parts.joined(separator: choose("；", "; "))
  }

  /// A waiver that no longer holds, in one line.
  func text(of state: WaiverReview.State, of waiver: Waiver) -> String {
    let name = "\(waiver.rule) \(waiver.body) \(waiver.year)"
    let cells = waiver.observed.map { "\($0.cell)=\($0.value)" }.joined(separator: "; ")
    switch state {
    case .changed:
      return choose(
        "豁免失效：\(name)：数值已不是当时的 \(cells)",
        "waiver void: \(name): the values are no longer \(cells)")
    case .expired:
      let day = waiver.until?.description ?? ""
      return choose("豁免失效：\(name)：\(day) 已到期", "waiver void: \(name): ended on \(day)")
    case .unmatched:
      return choose(
        "多余的豁免：\(name)：已没有这条发现（\(cells)）",
        "waiver of nothing: \(name): there is no such finding any more (\(cells))")
    case .mismatched:
      return choose(
        "豁免失效：\(name)：编号 \(waiver.finding ?? "") 属于另一条发现（\(cells)）",
        "waiver void: \(name): \(waiver.finding ?? "") is another finding's id (\(cells))")
    case .applies, .unchecked:
      return "\(name): \(state.label.text(in: language))"
    }
  }
}
