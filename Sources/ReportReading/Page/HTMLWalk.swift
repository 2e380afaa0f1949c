import CGumbo
import ReportModel

/// One walk over a parsed page, with a stack of its own, so that no page is too deep for it.
struct HTMLWalk {
  private enum Step {
    case enter(UnsafeMutablePointer<GumboNode>)
    case leave(GumboTag, changesMeaning: Bool)
  }

  private(set) var failure: ReadingError?
  private var title = ""
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
      case .leave(let tag, let changesMeaning):
        if changesMeaning { unclearDepth -= 1 }
        leave(tag)
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
    if HTMLElement.isInvisible(element) { return }
    let line = Int32(clamping: element.start_pos.line)
    let changesMeaning = HTMLElement.changesMeaning(element.tag)
    if changesMeaning { unclearDepth += 1 }
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
      if HTMLElement.breaksLine(element.tag) { breakLine() }
    }
    steps.append(.leave(element.tag, changesMeaning: changesMeaning))
    push(element.children)
  }

  private mutating func leave(_ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_TABLE:
      endParagraph()
      failure = blocks.endTable()
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      endParagraph()
      failure = blocks.endCell()
    case GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT: blocks.endRowGroup()
    default: if HTMLElement.breaksLine(tag) { breakLine() }
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
      if node.type == GUMBO_NODE_TEXT { collector.append(String(cString: node.v.text.text)) }
    }
    return collector.take()
  }

  private mutating func append(_ text: String, line: Int32) {
    let isUnclear = unclearDepth > 0 || BidiControl.isContained(in: text)
    blocks.appendToCell(text, isUnclear: isUnclear)
    if isUnclear, !text.unicodeScalars.allSatisfy(WhiteSpace.contains) {
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
    blocks.append(Paragraph(
        text: text, isUnclear: isUnclear, place: Place(line: paragraphLine)))
  }
}
