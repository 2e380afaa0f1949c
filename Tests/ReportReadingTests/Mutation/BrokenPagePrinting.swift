import ReportModel

@testable import ReportReading

extension BrokenPage {
  /// The page as the readers get it: a file, or for the printed styles the words of a PDF with their
  /// places.
  func bytes(_ style: BreakingStyle) -> [UInt8] {
    switch style {
    case .word:
      return WordMaker.document(
        parts.map { part in
          switch part {
          case .line(let text): WordMaker.paragraph(text)
          case .sheet(let sheet):
            WordMaker.table(withBreaks(sheet, "</w:t><w:br/><w:t xml:space=\"preserve\">"))
          }
        }.joined())
    case .printed, .printedDense: return words(style.printStyle ?? PrintStyle())
    default:
      let text = parts.map { part in
        switch part {
        case .line(let text): style.isHTML ? "<p>\(text)</p>" : text
        case .sheet(let sheet): print(sheet, style)
        }
      }.joined(separator: "\n")
      guard style == .nested else { return Array((text + "\n").utf8) }
      return Array("<table><tr><td>首页</td><td>\(text)</td></tr></table>".utf8)
    }
  }

  private func words(_ style: PrintStyle) -> [UInt8] {
    var printer = Printer(style)
    for part in parts {
      switch part {
      case .line(let text): printer.paragraph(text, indent: 20)
      case .sheet(let sheet): printer.table(sheet, number: Self.number(of: sheet))
      }
    }
    return Printer.layout(printer.words, pageHeight: style.pageHeight)
  }

  /// Which table a sheet looks like, for the widths of its columns.
  private static func number(of sheet: SamplePage.Sheet) -> Int {
    let width = sheet.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0
    return width > 12 ? 4 : width > 6 ? 3 : 2
  }

  private func print(_ sheet: SamplePage.Sheet, _ style: BreakingStyle) -> String {
    let broken = withBreaks(sheet, "<br>")
    switch style {
    case .spans, .nested: return SamplePage.render(broken, .spans)
    case .spanless: return SamplePage.render(broken, .emptyCells)
    case .repeated: return SamplePage.render(broken, .repeatedText)
    case .pipes: return SamplePage.render(broken, .pipes) + "\n"
    case .markdown:
      var lines = SamplePage.render(broken, .pipes).split(separator: "\n").map(String.init)
      let bars = lines.first?.count { $0 == "|" } ?? 1
      lines.insert(
        String(repeating: "|---", count: max(1, bars - 1)) + "|", at: min(1, lines.count))
      return lines.joined(separator: "\n") + "\n"
    case .compactPipes: return SamplePage.render(broken, .compactPipes) + "\n"
    case .rowsOnLines:
      return sheet.map { row in
        row.map { $0.text.replacing("\n", with: "    ") }.filter { !$0.isEmpty }
          .joined(separator: row.contains { $0.key != nil } ? "    " : "\n")
      }.joined(separator: "\n") + "\n"
    case .brokenLines: return SamplePage.render(sheet, .brokenLines) + "\n"
    default: return SamplePage.render(sheet, .lines) + "\n"
    }
  }

  private func withBreaks(_ sheet: SamplePage.Sheet, _ mark: String) -> SamplePage.Sheet {
    sheet.map { row in
      row.map { cell in
        var cell = cell
        cell.text = cell.text.replacing("\n", with: mark)
        return cell
      }
    }
  }
}
