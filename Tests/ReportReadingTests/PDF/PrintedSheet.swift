import ReportModel
import Testing

@testable import ReportReading

/// How tables are printed on the pages of a PDF.
struct PrintStyle: Sendable, CustomTestStringConvertible {
  enum Alignment: CaseIterable, Sendable {
    case left, centre, right
  }

  var name = ""
  var figures = Alignment.centre
  /// Whether a cell's text stands in the middle of its height, or at its top.
  var isCentred = true
  var font = 9.0
  /// Above and below the text of a cell.
  var padding = 4.0
  var figureColumn = 34.0
  var pageHeight = 842.0
  /// Whether the category of table 3 is printed one character a line.
  var isUpright = true

  var testDescription: String { name }

  static let all = [
    PrintStyle(name: "as word processors print it"),
    PrintStyle(name: "at the top of each cell", isCentred: false),
    PrintStyle(name: "figures to the right", figures: .right),
    PrintStyle(name: "dense rows", padding: 1.5),
    PrintStyle(name: "many short pages", pageHeight: 330),
    PrintStyle(name: "narrow columns", figureColumn: 27),
    PrintStyle(name: "wide columns", font: 8, figureColumn: 60),
    PrintStyle(name: "category in lines", isUpright: false),
    PrintStyle(name: "large and loose", font: 11, padding: 9, figureColumn: 44),
    PrintStyle(name: "top, dense, short pages", isCentred: false, padding: 2, pageHeight: 420),
  ]
}

/// A word on a page, as the extraction would give it.
struct StampedWord {
  var text: String
  var page: Int
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  var line: Int
  /// The form's cell whose figure it is.
  var key: CellKey?
}

/// Prints sample pages as words with coordinates.
struct Printer {
  let style: PrintStyle
  private(set) var words: [StampedWord] = []
  /// Where each figure's cell is.
  private(set) var places: [CellKey: (page: Int, box: Box)] = [:]
  private var page = 1
  private var top = 60.0
  private var line = 0
  private let margin = 50.0

  init(_ style: PrintStyle) {
    self.style = style
  }

  static func print(_ sample: SamplePage, _ style: PrintStyle) -> Printer {
    var printer = Printer(style)
    printer.paragraph(sample.title, indent: 120)
    printer.paragraph("一、总体情况", indent: 20)
    printer.paragraph("2022年，本局认真做好政府信息公开工作，全年公开各类信息。", indent: 20)
    for number in sample.sheets.keys.sorted() {
      let heading = sample.form.table(number)?.title.chinese ?? ""
      printer.paragraph("\(["二", "三", "四"][number - 2])、\(heading)", indent: 20)
      for sheet in sample.sheets[number] ?? [] { printer.table(sheet, number: number) }
    }
    printer.paragraph("五、存在的主要问题及改进情况", indent: 20)
    printer.paragraph("工作中仍有不足，公开的内容还不够全面，下一步将继续改进。", indent: 20)
    return printer
  }

  private var leading: Double { style.font * 1.25 }

  mutating func paragraph(_ text: String, indent: Double) {
    let height = 2 * leading
    breakPage(for: height)
    stamp(text, left: margin + indent, top: top, key: nil)
    top += height
  }

  private mutating func breakPage(for height: Double) {
    guard top + height > style.pageHeight - 50 else { return }
    stamp("- \(page) -", left: 250, top: style.pageHeight - 40, key: nil)
    page += 1
    top = 60
  }

  private mutating func stamp(_ text: String, left: Double, top: Double, key: CellKey?) {
    line += 1
    words.append(
      StampedWord(
        text: text, page: page, left: left, top: top, width: width(of: text), height: style.font,
        line: line, key: key))
  }

  private func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + style.font * ($1.isASCII ? 0.5 : 1) }
  }

  private func widths(_ number: Int, count: Int) -> [Double] {
    switch number {
    case 2: [120, 90, 90, 90].map { $0 * style.font / 9 }
    case 3:
      [style.isUpright ? 16 : 32, 64, 120].map { $0 * style.font / 9 }
        + [Double](repeating: style.figureColumn, count: count - 3)
    default: [Double](repeating: style.figureColumn, count: count)
    }
  }

  mutating func table(_ sheet: SamplePage.Sheet, number: Int) {
    var builder = GridBuilder(number: 1)
    var keys: [CellKey?] = []
    for row in sheet {
      builder.beginRow()
      for cell in row {
        builder.addCell(
          text: cell.text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, isOpaque: false,
          line: nil)
        keys.append(cell.key)
      }
    }
    let grid = builder.finish()
    var widths = widths(number, count: grid.columnCount)
    // A broken table may be wider than its kind.
    while widths.count < grid.columnCount { widths.append(style.figureColumn) }
    let lines = grid.cells.map { cell in
      wrap(
        cell.text, width: widths[cell.columns].reduce(0, +) - 6,
        isUpright: style.isUpright && number == 3 && cell.column == 0 && cell.rowSpan > 4)
    }
    var heights = [Double](
      repeating: leading + 2 * style.padding, count: grid.rowCount)
    for (cell, lines) in zip(grid.cells, lines) where cell.rowSpan == 1 {
      heights[cell.row] = max(
        heights[cell.row], Double(lines.count) * leading + 2 * style.padding)
    }
    for row in 0..<grid.rowCount {
      breakPage(for: heights[row])
      for (index, cell) in grid.cells.enumerated() where cell.row == row {
        // Of a cell cut by a page break the text stands in the part above.
        var height = 0.0
        for part in cell.row..<(cell.row + cell.rowSpan)
        where top + height + heights[part] <= style.pageHeight - 50 {
          height += heights[part]
        }
        let left = margin + widths[..<cell.column].reduce(0, +)
        if let key = keys[index] {
          let right = left + widths[cell.columns].reduce(0, +)
          places[key] = (page, Box(left: left, top: top, right: right, bottom: top + height))
        }
        place(
          lines[index], left: left, width: widths[cell.columns].reduce(0, +), height: height,
          isLabel: number < 4 && cell.column < (number == 3 ? 3 : 1), key: keys[index])
      }
      top += heights[row]
    }
    top += leading
  }

  private mutating func place(
    _ lines: [String], left: Double, width: Double, height: Double, isLabel: Bool, key: CellKey?
  ) {
    let space = height - Double(lines.count) * leading
    var y = top + (style.isCentred ? space / 2 : style.padding)
    for text in lines {
      let free = width - self.width(of: text)
      let alignment = isLabel ? .left : key == nil ? .centre : style.figures
      let x =
        switch alignment {
        case .left: 3.0
        case .centre: free / 2
        case .right: free - 3
        }
      stamp(text, left: left + x, top: y, key: key)
      y += leading
    }
  }

  private func wrap(_ text: String, width: Double, isUpright: Bool) -> [String] {
    if isUpright { return text.unicodeScalars.map { String($0) } }
    var lines: [String] = []
    var current = ""
    for character in text {
      if !current.isEmpty, self.width(of: current + String(character)) > width {
        lines.append(current)
        current = ""
      }
      current.append(character)
    }
    return current.isEmpty ? lines : lines + [current]
  }
}

extension Printer {
  /// The words as `pdftotext -bbox-layout` prints them.
  static func layout(_ words: [StampedWord], pageHeight: Double) -> [UInt8] {
    var text = "<html>\n<body>\n<doc>\n"
    for page in 1...(words.map(\.page).max() ?? 1) {
      text += "  <page width=\"1200.0\" height=\"\(pageHeight)\">\n"
      var line = -1
      for word in words where word.page == page {
        if word.line != line {
          if line >= 0 { text += "</line>\n" }
          text += "<line>\n"
          line = word.line
        }
        for (piece, offset) in pieces(word) {
          let left = word.left + offset.start
          text += "<word xMin=\"\(left)\" yMin=\"\(word.top)\" xMax=\"\(left + offset.width)\""
          text += " yMax=\"\(word.top + word.height)\">\(piece)</word>\n"
        }
      }
      text += line >= 0 ? "</line>\n  </page>\n" : "  </page>\n"
    }
    return Array((text + "</doc>\n</body>\n</html>\n").utf8)
  }

  /// White space parts words.
  private static func pieces(
    _ word: StampedWord
  ) -> [(String, (start: Double, width: Double))] {
    let full = word.text.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 0.5 : 1) }
    guard full > 0 else { return [] }
    var start = 0.0
    var found: [(String, (start: Double, width: Double))] = []
    for piece in word.text.split(separator: " ", omittingEmptySubsequences: false) {
      let size = piece.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 0.5 : 1) }
      if !piece.isEmpty {
        found.append(
          (String(piece), (start * word.width / full, size * word.width / full)))
      }
      start += size + 0.5
    }
    return found
  }
}
