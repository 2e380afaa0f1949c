/// Whose report a page is and of which year, from its titles, else from the file's name.
struct TitleReader {
  private(set) var body: String?
  private(set) var years: [Int] = []

  /// Titles stand at the beginning: behind this many lines, or the first section, others' reports
  /// may be listed.
  private static let linesLookedAt = 80

  init(_ document: Document) {
    let lines = Self.lines(of: document)
    for index in lines.indices { take(lines, at: index) }
    if let title = ReportTitle(document.title) { take(title, before: nil) }
  }

  private static func lines(of document: Document) -> [String] {
    var lines: [String] = []
    for block in document.blocks {
      let start = lines.count
      switch block {
      case .paragraph(let paragraph): lines += split(paragraph.text)
      case .grid(let grid): for cell in grid.cells.prefix(40) { lines += split(cell.text) }
      }
      if let end = lines[start...].firstIndex(where: isFirstSection) {
        return Array(lines[..<end])
      }
      if lines.count >= linesLookedAt { break }
    }
    return Array(lines.prefix(linesLookedAt))
  }

  private static func split(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"))
      .map { WhiteSpace.trimmed(Substring($0)) }.filter { !$0.isEmpty }
  }

  static func isFirstSection(_ line: String) -> Bool {
    // Markdown marks headings with `#` and `*`.
    let isMarked = line.utf8.first.map { "#* ".utf8.contains($0) } ?? false
    let label = Label(isMarked ? String(line.drop { "#* ".contains($0) }) : line)
    return firstSections.contains(label.text)
  }

  private static let firstSections = [FoldedText("总体情况"), FoldedText("概述")]

  private mutating func take(_ lines: [String], at index: Int) {
    let line = lines[index]
    if let title = ReportTitle(line) {
      take(title, before: index > 0 ? lines[index - 1] : nil)
    } else if index + 1 < lines.count, line.unicodeScalars.count <= 80,
      lines[index + 1].unicodeScalars.count <= 12, ReportTitle(lines[index + 1]) == nil,
      let title = ReportTitle(line + lines[index + 1])
    {
      // 2024年某市科委政府信息公开工作 / 年度报告
      take(title, before: index > 0 ? lines[index - 1] : nil)
    }
  }

  private mutating func take(_ title: ReportTitle, before: String?) {
    for year in [title.year, title.otherYear] {
      if let year, !years.contains(year) { years.append(year) }
    }
    guard body == nil, title.year != nil else { return }
    if BodyName.isName(title.body) {
      body = title.body
    } else if let before, BodyName.isPlausible(before) {
      body = WhiteSpace.string(before.unicodeScalars.filter { !WhiteSpace.contains($0) })
    }
  }
}

/// Names of government bodies.
enum BodyName {
  private static let endings = [
    "政府", "局", "委员会", "委", "办公室", "办公厅", "厅", "办", "处", "街道", "镇", "乡", "区", "县", "市", "州",
    "院", "中心", "队", "社", "会", "所", "站", "部", "署", "省", "旗", "盟", "团", "库", "馆",
  ]

  /// Whether a text can be a name at all: at least two Chinese characters.
  static func isName(_ text: String) -> Bool {
    text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) } >= 2
  }

  /// Whether a line that stands alone over a title can be the body's name.
  static func isPlausible(_ line: String) -> Bool {
    let text = WhiteSpace.string(line.unicodeScalars.filter { !WhiteSpace.contains($0) })
    let scalars = Array(text.unicodeScalars)
    guard (3...40).contains(scalars.count) else { return false }
    let isName = scalars.allSatisfy { scalar in
      (0x4E00...0x9FFF).contains(scalar.value) || "（）()、".unicodeScalars.contains(scalar)
    }
    return isName && endings.contains { text.hasSuffix($0) }
  }
}
