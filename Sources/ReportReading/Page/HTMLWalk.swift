import CGumbo
import Glibc
import ReportModel

/// One walk over a parsed page, with a stack of its own, so that no page is too deep for it.
struct HTMLWalk {
  private enum Step {
    case enter(UnsafePointer<GumboNode>)
    case leave(UnsafePointer<GumboElement>, isUnclear: Bool, breaksLine: Bool, wasWhite: Bool)
  }

  private(set) var failure: ReadingError?
  private var title = ""
  private var sheet = StyleSheet()
  private var hasAllStyles = false
  private var styles = StyleMemory()
  private var steps: [Step] = []
  private var blocks: PageBlocks
  private var paragraph = TextCollector()
  private var paragraphLine: Int32 = 1
  private var paragraphIsUnclear = false
  /// How many elements around the current one change what characters mean.
  private var unclearDepth = 0
  /// Whether text is white: heads on a dark ground may be, of figures nobody knows.
  private var isWhite = false

  init(limits: ReadingLimits) {
    blocks = PageBlocks(limits: limits)
  }

  /// Takes all style sheets of the page at once, for a page that has some behind its tables.
  mutating func gatherStyles(below root: UnsafePointer<GumboNode>) {
    hasAllStyles = true
    var nodes = [root]
    while let node = nodes.popLast() {
      guard node.pointee.type == GUMBO_NODE_ELEMENT, let element = nianbao_gumbo_element(node)
      else {
        continue
      }
      if element.pointee.tag == GUMBO_TAG_STYLE { sheet.add(text(of: element)) }
      let children = element.pointee.children
      for index in 0..<Int(children.length) {
        if let child = children.data[index] {
          nodes.append(UnsafePointer(child.assumingMemoryBound(to: GumboNode.self)))
        }
      }
    }
  }

  mutating func run(from root: UnsafePointer<GumboNode>) -> Document {
    steps = [.enter(root)]
    while failure == nil, let step = steps.popLast() {
      switch step {
      case .enter(let node): enter(node)
      case .leave(let element, let isUnclear, let breaksLine, let wasWhite):
        if isUnclear { unclearDepth -= 1 }
        isWhite = wasWhite
        leave(element, breaksLine: breaksLine)
      }
    }
    endParagraph()
    return Document(title: title, blocks: blocks.all)
  }

  private mutating func enter(_ node: UnsafePointer<GumboNode>) {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      let text = node.pointee.v.text
      if let bytes = Self.bytes(text) {
        append(bytes, line: Int32(clamping: text.start_pos.line))
      }
    case GUMBO_NODE_ELEMENT: if let element = nianbao_gumbo_element(node) { enter(element) }
    default: break
    }
  }

  private static func bytes(_ text: GumboText) -> UnsafeBufferPointer<UInt8>? {
    guard let start = text.text else { return nil }
    let length = strlen(start)
    return start.withMemoryRebound(to: UInt8.self, capacity: length) {
      UnsafeBufferPointer(start: $0, count: length)
    }
  }

  private mutating func enter(_ element: UnsafePointer<GumboElement>) {
    let tag = element.pointee.tag
    if tag == GUMBO_TAG_HEAD {
      push(element.pointee.children)
      return
    }
    if tag == GUMBO_TAG_TITLE, title.isEmpty { title = text(of: element) }
    if tag == GUMBO_TAG_STYLE, !hasAllStyles { sheet.add(text(of: element)) }
    let attributes = HTMLAttributes(element)
    let style = styles.declarations(attributes.style)
    let appearance = HTMLElement.appearance(of: tag, attributes, style: style)
    if appearance == .absent { return }
    if HTMLElement.isFallback(element, attributes) {
      markUnclear()
      return
    }
    let isUnclear = appearance == .unclear || isDoubtedByClass(element, attributes)
    if isUnclear { unclearDepth += 1 }
    let breaksLine = HTMLElement.breaksLine(tag) || style.isBox
    switch tag {
    case GUMBO_TAG_TABLE:
      breakLine()
      blocks.beginTable()
    case GUMBO_TAG_TR: failure = blocks.beginRow()
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      endParagraph()
      blocks.beginCell(
        rowSpan: HTMLAttributes.span(attributes.rowSpan, cap: 65_534),
        columnSpan: max(1, HTMLAttributes.span(attributes.columnSpan, cap: 1000)),
        line: Int32(clamping: element.pointee.start_pos.line))
    default:
      if HTMLElement.isPicture(tag) { blocks.markPicture() }
      if breaksLine { breakLine() }
    }
    if style.hasPicture { blocks.markPicture() }
    if blocks.isInTable, sheet.adds(to: element, attributes) { blocks.markUnclear() }
    steps.append(
      .leave(element, isUnclear: isUnclear, breaksLine: breaksLine, wasWhite: isWhite))
    if blocks.isInTable, sheet.whitens(element, attributes), !HTMLElement.holdsTable(element) {
      isWhite = true
    }
    if let white = style.isWhite ?? attributes.colour.map(StyleDeclarations.isWhite) {
      isWhite = white
    }
    push(element.pointee.children)
  }

  /// What the page's style sheet hides or changes counts for pieces of a table's cell. What holds a whole table is shown or not at the will of a script.
  private func isDoubtedByClass(
    _ element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes
  ) -> Bool {
    guard !sheet.isEmpty, blocks.isInTable,
      sheet.doubts(element, attributes)
    else { return false }
    return !HTMLElement.holdsTable(element)
  }

  private mutating func markUnclear() {
    blocks.markUnclear()
    paragraphIsUnclear = true
  }

  private mutating func leave(_ element: UnsafePointer<GumboElement>, breaksLine: Bool) {
    switch element.pointee.tag {
    case GUMBO_TAG_TABLE:
      endParagraph()
      if element.pointee.original_end_tag.length == 0 { blocks.doubtLastCell() }
      failure = blocks.endTable()
    case GUMBO_TAG_TD, GUMBO_TAG_TH:
      endParagraph()
      failure = blocks.endCell(isClosed: element.pointee.original_end_tag.length > 0)
    case GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT: blocks.endRowGroup()
    default: if breaksLine { breakLine() }
    }
  }

  private mutating func push(_ children: GumboVector) {
    for index in stride(from: Int(children.length) - 1, through: 0, by: -1) {
      guard let child = children.data?[index] else { continue }
      steps.append(.enter(child.assumingMemoryBound(to: GumboNode.self)))
    }
  }

  private func text(of element: UnsafePointer<GumboElement>) -> String {
    var collector = TextCollector()
    let children = element.pointee.children
    for index in 0..<Int(children.length) {
      guard let child = children.data?[index] else { continue }
      let node = child.assumingMemoryBound(to: GumboNode.self)
      let isText =
        node.pointee.type == GUMBO_NODE_TEXT || node.pointee.type == GUMBO_NODE_WHITESPACE
      if isText, let bytes = Self.bytes(node.pointee.v.text) { collector.append(bytes) }
    }
    return collector.take()
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, line: Int32) {
    let isUnclear =
      unclearDepth > 0 || BidiControl.isContained(in: text)
      || (isWhite && FigureReading.isFigureLike(String(decoding: text, as: UTF8.self)))
    blocks.appendToCell(text, isUnclear: isUnclear)
    if isUnclear, !WhiteSpace.inner(of: text).isEmpty {
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
