import ReportModel

/// One walk over the text of a Word document, element by element.
///
/// What a reader of the document sees becomes text: deleted and hidden text does not, nor what
/// fields are told to do. Where a cell shows something that is no text of its own (a number that
/// Word makes up, a text box, an equation), its figure is unclear.
struct WordWalk: XMLReceiver {
  struct OpenElement {
    let element: WordElement
    /// Whether one of its alternatives was taken.
    var hasChosen = false
  }

  /// A row whose properties come before its cells.
  struct OpenRow {
    var isDropped = false
    var columnsBefore = 0
    var hasBegun = false
  }

  let limits: ReadingLimits
  let styles: WordStyles
  var failure: ReadingError?
  var blocks: PageBlocks
  var open: [OpenElement] = []
  /// The depth of the element whose contents are left out.
  private var skippedDepth: Int?
  var story = WordStory(tableDepth: 0)
  var outerStories: [WordStory] = []
  /// Of each table that is open.
  var rows: [OpenRow] = []
  var rubyDepth = 0
  private var elementCount = 0
  private var paragraphCount = 0
  private var text: [UInt8] = []
  private var keepsSpace = false

  init(limits: ReadingLimits, styles: WordStyles = WordStyles()) {
    self.limits = limits
    self.styles = styles
    blocks = PageBlocks(limits: limits)
  }

  /// The document, once the walk is over. It has no title of its own: what Word keeps as one is
  /// often that of the file it was copied from.
  mutating func document() -> Document {
    endParagraph()
    return Document(title: "", blocks: blocks.all)
  }

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    if open.isEmpty, name.local != "document" || !WordElement.isWord(name) {
      failure = .word(.broken(offset: 0))
      return
    }
    let element = skippedDepth == nil ? WordElement(name) : .other
    open.append(OpenElement(element: element))
    elementCount += 1
    guard open.count <= limits.depth else {
      failure = .tooComplex(.depth, limit: limits.depth)
      return
    }
    guard elementCount <= limits.wordElements else {
      failure = .tooComplex(.elements, limit: limits.wordElements)
      return
    }
    if skippedDepth == nil { enter(element, attributes) }
  }

  mutating func end() {
    guard failure == nil, let closed = open.popLast() else { return }
    if let depth = skippedDepth {
      if open.count < depth { skippedDepth = nil }
      return
    }
    leave(closed.element)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard skippedDepth == nil, let element = open.last?.element,
      element == .text || element == .mathText
    else { return }
    self.text.append(contentsOf: text)
  }

  /// Leaves out what the element that has just begun holds.
  mutating func skip() {
    skippedDepth = open.count
  }

  // MARK: Text

  mutating func beginText(_ attributes: XMLAttributes) {
    text = []
    keepsSpace = attributes["space"] == "preserve"
  }

  mutating func endText(isUnclear: Bool) {
    let string = String(decoding: text, as: UTF8.self)
    // Word drops space at the ends of a text unless told to keep it.
    show(keepsSpace ? string : Self.withoutSpace(string), isUnclear: isUnclear)
    text = []
  }

  private static func withoutSpace(_ text: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  mutating func show(_ text: String, isUnclear: Bool) {
    let run = story.runs.last ?? WordStory.Run()
    guard !run.isHidden, !text.isEmpty else { return }
    if story.isInInstruction {
      // Text where none should be: Word may show it or not.
      blocks.markUnclear()
      return
    }
    let floats = !outerStories.isEmpty && rows.count == story.tableDepth
    let look = run.look.over(story.look)
    // White heads on a dark ground are heads; of white figures nobody knows.
    let isLost = look.isUnclear || (look.isWhite == true && FigureReading.isFigureLike(text))
    blocks.appendToCell(text, isUnclear: isUnclear || isLost || rubyDepth > 0 || floats)
    story.paragraph.append(text)
  }

  // MARK: Paragraphs

  mutating func beginParagraph() {
    paragraphCount += 1
    story.look = styles.paragraphLook(nil)
    if paragraphCount > limits.lines { failure = .tooComplex(.lines, limit: limits.lines) }
    if story.paragraph.isBlank { story.line = Int32(clamping: paragraphCount) }
  }

  mutating func breakLine() {
    blocks.breakLineInCell()
    endParagraph()
  }

  mutating func endParagraph() {
    let text = story.paragraph.take()
    guard !text.isEmpty else { return }
    blocks.append(Paragraph(text: text, place: Place(line: story.line)))
  }
}
