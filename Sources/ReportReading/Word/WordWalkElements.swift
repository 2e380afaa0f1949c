/// What the beginning and the end of each element do.
extension WordWalk {
  /// The element around the one that has just begun, and the one around that.
  private var parent: WordElement? { open.dropLast().last?.element }
  private var grandparent: WordElement? { open.dropLast(2).last?.element }

  private var isRunProperty: Bool { parent == .runProperties && grandparent == .run }

  mutating func enter(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .paragraph: beginParagraph()
    case .run: story.runs.append(WordStory.Run())
    case .hidden where isRunProperty: changeRun { $0.isHidden = attributes.isOn }
    case .struckOut where isRunProperty, .raised where isRunProperty,
      .colour where isRunProperty, .size where isRunProperty:
      if let look = WordStyles.look(of: element, attributes) {
        changeRun { $0.look = look.over($0.look) }
      }
    case .runStyle where isRunProperty:
      let look = styles.look(of: attributes["val"])
      changeRun { $0.look = $0.look.over(look) }
    case .paragraphStyle where parent == .paragraphProperties:
      story.look = styles.paragraphLook(attributes["val"])
    case .text, .mathText: beginText(attributes)
    case .tab where parent == .run: show(" ", isUnclear: false)
    case .lineBreak: breakLine()
    case .hyphen: show("-", isUnclear: false)
    case .symbol, .fieldList: blocks.markUnclear()
    case .numbering where attributes["val"] != "0": blocks.markUnclear()
    case .fieldMark: enterField(attributes)
    case .picture: blocks.markPicture()
    case .ruby: rubyDepth += 1
    case .textBox:
      blocks.breakLineInCell()
      outerStories.append(story)
      story = WordStory(tableDepth: rows.count)
    case .alternatives, .choice, .fallback: enterAlternative(element)
    case .deleted: enterDeleted()
    case .unseen: skip()
    default: enterTablePart(element, attributes)
    }
  }

  mutating func leave(_ element: WordElement) {
    switch element {
    case .text: endText(isUnclear: false)
    case .mathText: endText(isUnclear: true)
    case .run: story.runs.removeLast()
    case .ruby: rubyDepth -= 1
    case .paragraph:
      if story.joinsNext { story.joinsNext = false } else { breakLine() }
    case .textBox:
      breakLine()
      if let outer = outerStories.popLast() { story = outer }
    case .cell:
      endParagraph()
      if story.isInInstruction { blocks.markUnclear() }
      failure = failure ?? blocks.endCell(isClosed: true)
    case .table:
      endParagraph()
      rows.removeLast()
      failure = failure ?? blocks.endTable()
    default: break
    }
  }

  private mutating func changeRun(_ change: (inout WordStory.Run) -> Void) {
    guard !story.runs.isEmpty else { return }
    change(&story.runs[story.runs.count - 1])
  }

  private mutating func enterField(_ attributes: XMLAttributes) {
    switch attributes["fldCharType"] {
    case "begin": story.beginField()
    case "separate": story.beginFieldResult()
    case "end": if !story.endField() { blocks.markUnclear() }
    default: break
    }
  }

  /// Of alternatives only the first is taken: they show the same in different ways.
  private mutating func enterAlternative(_ element: WordElement) {
    let around = open.count - 2
    guard element != .alternatives, around >= 0, open[around].element == .alternatives else {
      return
    }
    if open[around].hasChosen { skip() }
    open[around].hasChosen = true
  }

  private mutating func enterDeleted() {
    if parent == .rowProperties {
      dropRow()
    } else if parent == .runProperties, grandparent == .paragraphProperties {
      story.joinsNext = true
    } else {
      skip()
    }
  }

  // MARK: Tables

  private mutating func enterTablePart(_ element: WordElement, _ attributes: XMLAttributes) {
    let inCell = parent == .cellProperties
    switch element {
    case .table:
      breakLine()
      blocks.beginTable()
      rows.append(OpenRow())
    case .row where !rows.isEmpty: rows[rows.count - 1] = OpenRow()
    case .hiddenRow where parent == .rowProperties && attributes.isOn: dropRow()
    case .columnsBefore where parent == .rowProperties && !rows.isEmpty:
      rows[rows.count - 1].columnsBefore = Self.count(attributes["val"])
    case .cell: beginCell()
    case .columnSpan where inCell: blocks.spanCell(columns: max(1, Self.count(attributes["val"])))
    case .rowMerge where inCell:
      blocks.mergeCell(attributes["val"] == "restart" ? .begins : .continues)
    // An old way to merge, and tracked changes of whole cells: what is shown is not certain.
    case .columnMerge where inCell, .cellDeleted where inCell: blocks.markUnclear()
    default: break
    }
  }

  private mutating func dropRow() {
    guard !rows.isEmpty else { return }
    rows[rows.count - 1].isDropped = true
  }

  private mutating func beginCell() {
    guard let row = rows.last, !row.isDropped else {
      skip()
      return
    }
    endParagraph()
    if !row.hasBegun {
      failure = failure ?? blocks.beginRow()
      blocks.skipColumns(row.columnsBefore)
      rows[rows.count - 1].hasBegun = true
    }
    // A Word document has no lines: a cell is found by its table, row and column.
    blocks.beginCell(rowSpan: 1, columnSpan: 1, line: nil)
  }

  /// A number of columns, bounded as in HTML; Word itself goes to 63.
  private static func count(_ value: String?) -> Int {
    min(1000, max(0, value.flatMap { Int($0) } ?? 0))
  }
}
