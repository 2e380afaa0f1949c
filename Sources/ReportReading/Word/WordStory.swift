/// A run of paragraphs with the state of its formatting: the text of a document, or of a text box
/// that hangs in it.
struct WordStory {
  /// How a piece of text is shown.
  struct Run {
    var isHidden = false
    /// Of its own formatting and the style of its characters.
    var look = WordStyles.Look()
  }

  private enum FieldPart {
    /// What the field does; nothing of it is shown.
    case instruction
    case result
  }

  var paragraph = TextCollector()
  /// Of the paragraph, counted over the document.
  var line: Int32 = 1
  var runs: [Run] = []
  /// Of the paragraph's style.
  var look = WordStyles.Look()
  /// Whether the end of this paragraph was deleted, so that the next one continues it.
  var joinsNext = false
  /// How many tables were open where it began.
  let tableDepth: Int
  private var fields: [FieldPart] = []
  private var instructions = 0

  init(tableDepth: Int) {
    self.tableDepth = tableDepth
  }

  /// Whether text that comes now belongs to what some field does.
  var isInInstruction: Bool { instructions > 0 }

  mutating func beginField() {
    fields.append(.instruction)
    instructions += 1
  }

  mutating func beginFieldResult() {
    guard fields.last == .instruction else { return }
    fields[fields.count - 1] = .result
    instructions -= 1
  }

  /// - Returns: whether the field had a result: one without shows what its instruction draws.
  mutating func endField() -> Bool {
    guard let part = fields.popLast() else { return true }
    if part == .instruction { instructions -= 1 }
    return part == .result
  }
}
