import ReportModel

/// What findings rest on besides the body's own reports.
extension Wording {
  /// Which bodies below are missing from a sum and what the others come to, how many are not listed,
  /// and how many peers a quartile is of; `nil` where a finding rests on no other bodies.
  func text(ofOthers finding: Finding) -> String? {
    let below = BodiesBelow(finding)
    var parts: [String] = []
    if below.isPartial {
      let missing = choose(
        "未计入的下级机关（没有该年年报、未读出或口径不同）：" + below.missing.joined(separator: "、"),
        "bodies below that are not counted (no report of that year, not read, or on a form that "
          + "measures otherwise): " + below.missing.joined(separator: ", "))
      if !below.missing.isEmpty { parts.append(missing) }
      parts += below.sums.compactMap { key, sum in
        sum.map {
          choose("已计入的 children.\(key) 至少为 \($0)", "children.\(key) comes to at least \($0)")
        }
      }
    }
    for operand in finding.operands {
      switch operand.owner {
      case .finding, .child: break
      case .furtherChildren(let count, let uncounted, _):
        parts.append(
          choose(
            "另有 \(count) 个下级机关未列出，其中 \(uncounted) 个未计入",
            "\(count) more bodies below are not listed, \(uncounted) of them not counted"))
      case .peers(let count, let quartile):
        parts.append(
          choose(
            "\(count) 个同类机关的上四分位数：\(quartile)",
            "upper quartile of \(count) peers: \(quartile)"))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: choose("；", "; "))
  }
}

/// The bodies below that a finding rests on, gathered.
private struct BodiesBelow {
  /// Those that are missing from some sum, in the order of the finding.
  private(set) var missing: [String] = []
  /// What was read of each sum that can only be larger; `nil` where it may be smaller, or leaves
  /// the range of numbers.
  private(set) var sums: [(key: CellKey, sum: Quantity?)] = []
  /// Whether anything is missing.
  private(set) var isPartial = false

  init(_ finding: Finding) {
    for operand in finding.operands {
      switch operand.owner {
      case .finding, .peers: break
      case .child(let body, let figure):
        add(figure ?? .zero, of: operand.key)
        guard figure == nil else { continue }
        isPartial = true
        if !missing.contains(body) { missing.append(body) }
      case .furtherChildren(_, let uncounted, let sum):
        add(sum, of: operand.key)
        if uncounted > 0 { isPartial = true }
      }
    }
    sums.removeAll { $0.key.indicator.text.hasSuffix(".items_change") }
  }

  private mutating func add(_ figure: Quantity?, of key: CellKey) {
    if !sums.contains(where: { $0.key == key }) { sums.append((key, .zero)) }
    guard let position = sums.firstIndex(where: { $0.key == key }) else { return }
    sums[position].sum = sums[position].sum.flatMap { sum in figure.flatMap { sum.adding($0) } }
  }
}
