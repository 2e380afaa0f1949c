import Bodies

extension Wording {
  /// What is wrong with a file of attributes, and where.
  func text(of problem: AttributeProblem, nearest: [String]) -> String {
    let column = problem.column.map { choose("“\($0)”列", ", column “\($0)”") } ?? ""
    return choose("第 \(problem.line) 行\(column)：", "line \(problem.line)\(column): ")
      + text(of: problem.kind) + suggestion(nearest)
  }

  private func text(of kind: AttributeProblem.Kind) -> String {
    switch kind {
    case .empty: choose("文件是空的", "the file is empty")
    case .noRows: choose("表头之下没有任何行", "there is no row below the header")
    case .noBodyColumn:
      choose("没有 body（机关）列", "no column `body` says whose attributes they are")
    case .noAttributes: choose("除机关外没有别的列", "there is no column besides the bodies")
    case .columnTwice(let name):
      choose("“\(name)”与前面的列相同", "“\(name)” is the same column as one before it")
    case .badColumnName(let name):
      choose(
        "“\(name)”不能作列名：只用文字、数字和 _，以文字开头",
        "“\(name)” cannot name a column: use letters, digits and _, a letter first")
    case .reservedName(let name):
      choose("“\(name)”另有含义，不能作列名", "“\(name)” means something else already")
    case .bodyMissing: choose("没有写机关", "no body is named")
    case .unknownBody(let name):
      choose(
        "已载入的报告中没有机关“\(name)”（要保留没有报告的机关，用 attributes FILE all）",
        "no report of a body “\(name)” is loaded (`attributes FILE all` keeps such bodies)")
    case .ambiguousBody(let name, let candidates):
      choose(
        "“\(name)”可指多个机关：\(firstOf(candidates))",
        "“\(name)” can mean several bodies: \(firstOf(candidates))")
    case .fullNameNeeded(let name, let candidates):
      choose(
        "“\(name)”不是全称（已载入 \(firstOf(candidates))）：写 all 时须用全称",
        "“\(name)” is no full name (loaded: \(firstOf(candidates))): `all` asks for full names")
    case .bodyTwice(let name, let line):
      choose("\(name) 在第 \(line) 行已有", "\(name) stands in line \(line) already")
    case .badRegion(let text):
      choose(
        "“\(text)”不是区划代码：须是 6、9 或 12 位数字",
        "“\(text)” is no administrative code: it has 6, 9 or 12 digits")
    case .unknownLevel(let text):
      choose("没有层级“\(text)”：可用 ", "there is no level “\(text)”: there are ")
        + list(BodyLevel.allCases.map { choose($0.label.chinese, $0.rawValue) })
    case .parentCircle(let bodies):
      choose(
        "上级关系成了圈：\(list(bodies))", "these bodies are above each other: \(list(bodies))")
    }
  }
}
