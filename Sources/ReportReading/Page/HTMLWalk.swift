import CGumbo
import ReportModel

/// One walk over a parsed page, with a stack of its own, so that no page is too deep for it.
struct HTMLWalk {
  private enum Step {
    case enter(UnsafeMutablePointer<GumboNode>)
    case leave(GumboElement, isUnclear: Bool)
  }

  private(set) var failure: ReadingError?
  private var title = ""
  private var sheet = StyleSheet()
  private var steps: [Step] = []
  private var blocks: PageBlocks
  private var paragraph = TextCollector()
  private var paragraphLine: Int32 = 1
  private var paragraphIsUnclear = false
  /// How many elements around the current one change what characters mean.
  private var unclearDepth = 0

  init(limits: ReadingLimits) {
    blocks = PageBlocks(limits: limits)
  }

  mutating func run(from root: UnsafeMutablePointer<GumboNode>) -> Document {
    steps = [.enter(root)]
    while failure == nil, let step = steps.popLast() {
      switch step {
      case .enter(let node): enter(node.pointee)
      case .leave(let element, let isUnclear):
        if isUnclear { unclearDepth -= 1 }
        leave(element)
      }
    }
    endParagraph()
    return Document(title: title, blocks: blocks.all)
  }

  private mutating func enter(_ node: GumboNode) {
    switch node.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      append(String(cString: node.v.text.text), line: Int32(clamping: node.v.text.start_pos.line))
    case GUMBO_NODE_ELEMENT: enter(node.v.element)
    default: break
    }
  }

  private mutating func enter(_ element: GumboElement) {
    if element.tag == GUMBO_TAG_HEAD {
      push(element.children)
      return
    }
    if element.tag == GUMBO_TAG_TITLE, title.isEmpty { title = text(of: element) }
    if element.tag == GUMBO_TAG_STYLE { sheet.add(text(of: element)) }
    let appearance = HTMLElement.appearance(of: element)
    if appearance == .absent { return }
    if HTMLElement.isFallback(element) {
      markUnclear()
      return
    }
    let line = Int32(clamping: element.start_pos.line)
    let isUnclear = appearance == .unclear || isDoubtedByClass(element)
    if isUnclear { unclearDepth += 1 }
    switch element.tag {
    case GUMBO_TAG_TABLE:
      breakLine()
      blocks.beginTable()
    case GUMBO_TAG_TR: failure = blocks.beginRow()
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      endParagraph()
      blocks.beginCell(
        rowSpan: HTMLElement.span("rowspan", of: element, cap: 65_534),
        columnSpan: max(1, HTMLElement.span("colspan", of: element, cap: 1000)), line: line)
    default:
      if HTMLElement.isPicture(element.tag) { blocks.markPicture() }
      if HTMLElement.breaksLine(element) { breakLine() }
    }
    steps.append(.leave(element, isUnclear: isUnclear))
    push(element.children)
  }

  /// A class or id that the page's style sheet hides or changes counts for pieces of a table's
  /// cell. What holds a whole table is shown or not at the will of a script.
  private func isDoubtedByClass(_ element: GumboElement) -> Bool {
    guard !sheet.isEmpty, blocks.isInTable,
      sheet.doubts(
        classList: HTMLElement.attribute("class", of: element),
        identifier: HTMLElement.attribute("id", of: element))
    else { return false }
    return !HTMLElement.holdsTable(element)
  }

  private mutating func markUnclear() {
    blocks.markUnclear()
    paragraphIsUnclear = true
  }

  private mutating func leave(_ element: GumboElement) {
    switch element.tag {
    case GUMBO_TAG_TABLE:
      endParagraph()
      if element.original_end_tag.length == 0 { blocks.doubtLastCell() }
      failure = blocks.endTable()
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      endParagraph()
      failure = blocks.endCell(isClosed: element.original_end_tag.length > 0)
    case GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT: blocks.endRowGroup()
    default: if HTMLElement.breaksLine(element) { breakLine() }
    }
  }

  private mutating func push(_ children: GumboVector) {
    for index in stride(from: Int(children.length) - 1, through: 0, by: -1) {
      guard let child = children.data?[index] else { continue }
      steps.append(.enter(child.assumingMemoryBound(to: GumboNode.self)))
    }
  }

  private func text(of element: GumboElement) -> String {
    var collector = TextCollector()
    for index in 0..<Int(element.children.length) {
      guard let child = element.children.data?[index] else { continue }
      let node = child.assumingMemoryBound(to: GumboNode.self).pointee
      if node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE {
        collector.append(String(cString: node.v.text.text))
      }
    }
    return collector.take()
  }

  private mutating func append(_ text: String, line: Int32) {
    let isUnclear = unclearDepth > 0 || BidiControl.isContained(in: text)
    blocks.appendToCell(text, isUnclear: isUnclear)
    if isUnclear, !WhiteSpace.isAll(text) {
      paragraphIsUnclear = true
    }
    if paragraph.isBlank { paragraphLine = line }
    paragraph.append(text)
  }

  private mutating func breakLine() {
    blocks.breakLineInCell()
    endParagraph()
  }

  private mutating func endParagraph() {
    let text = paragraph.take()
    let isUnclear = paragraphIsUnclear
    paragraphIsUnclear = false
    guard !text.isEmpty else { return }
    blocks.append(
      Paragraph(
        text: text, isUnclear: isUnclear, place: Place(line: paragraphLine)))
  }
}
