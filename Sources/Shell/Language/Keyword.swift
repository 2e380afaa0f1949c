/// The words that give a command its shape, each with its English and its Chinese name.
enum Keyword: String, CaseIterable, Sendable {
  case by, `for`, `in`, `as`, to, year, table, show, refuse, all, on, off, strict, breaks,
    because, until, evidence, verbose, script, lint, `where`, top, bottom, same, missing, order,
    desc, set

  var chinese: String {
    switch self {
    case .by: "按"
    case .for: "对"
    case .in: "于"
    case .as: "为"
    case .to: "到"
    case .year: "年"
    case .table: "表"
    case .show: "显示"
    case .refuse: "拒绝"
    case .all: "全部"
    case .on: "开"
    case .off: "关"
    case .strict: "严格"
    case .breaks: "断点"
    case .because: "因为"
    case .until: "至"
    case .evidence: "依据"
    case .verbose: "详细"
    case .script: "脚本"
    case .lint: "检验"
    case .where: "其中"
    case .top: "前"
    case .bottom: "后"
    case .same: "相同"
    case .missing: "缺"
    case .order: "排序"
    case .desc: "降"
    case .set: "设置"
    }
  }

  /// The keyword that a bare word spells in either language.
  init?(_ word: String) {
    let lowered = word.lowercased()
    guard let match = Self.allCases.first(where: { $0.rawValue == lowered || $0.chinese == word })
    else { return nil }
    self = match
  }
}
