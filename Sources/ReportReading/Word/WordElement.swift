/// The elements of a Word document that mean something for its text and tables. All others are
/// looked through: what they hold counts as if they were not there.
enum WordElement {
  case paragraph, paragraphProperties, numbering
  case run, runProperties, hidden, struckOut, raised, colour, size
  case runStyle, paragraphStyle
  case text, symbol, tab, lineBreak, hyphen, mathText
  case fieldMark, fieldList
  case table, row, rowProperties, hiddenRow, cell, cellProperties, columnSpan, rowMerge, columnMerge
  case cellDeleted, columnsBefore
  case deleted, picture, textBox, ruby
  case alternatives, choice, fallback
  /// Text that a reader of the document does not see, and properties from before a change.
  case unseen
  case other

  /// The namespaces of Word, as Office writes them and as the ISO standard has them.
  private static let wordNamespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  private static let mathNamespaces = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
  ]
  private static let compatibilityNamespace =
    "http://schemas.openxmlformats.org/markup-compatibility/2006"

  init(_ name: XMLName) {
    if Self.wordNamespaces.contains(name.namespace) {
      self = Self.word[name.local] ?? .other
    } else if Self.mathNamespaces.contains(name.namespace) {
      self = name.local == "t" ? .mathText : name.local == "r" ? .run : .other
    } else if name.namespace == Self.compatibilityNamespace {
      switch name.local {
      case "AlternateContent": self = .alternatives
      case "Choice": self = .choice
      case "Fallback": self = .fallback
      default: self = .other
      }
    } else {
      self = .other
    }
  }

  static func isWord(_ name: XMLName) -> Bool { wordNamespaces.contains(name.namespace) }

  private static let word: [String: WordElement] = [
    "p": .paragraph, "pPr": .paragraphProperties, "numId": .numbering,
    "r": .run, "rPr": .runProperties, "vanish": .hidden, "specVanish": .hidden,
    "strike": .struckOut, "dstrike": .struckOut, "vertAlign": .raised,
    "color": .colour, "sz": .size, "rStyle": .runStyle, "pStyle": .paragraphStyle,
    "t": .text, "sym": .symbol, "tab": .tab, "ptab": .tab, "br": .lineBreak, "cr": .lineBreak,
    "noBreakHyphen": .hyphen, "fldChar": .fieldMark,
    // What these form fields show is no text of the document.
    "ddList": .fieldList, "checkBox": .fieldList,
    "tbl": .table, "tr": .row, "trPr": .rowProperties, "hidden": .hiddenRow, "tc": .cell,
    "tcPr": .cellProperties, "gridSpan": .columnSpan, "vMerge": .rowMerge, "hMerge": .columnMerge,
    "cellDel": .cellDeleted, "cellMerge": .cellDeleted, "gridBefore": .columnsBefore,
    "del": .deleted, "moveFrom": .deleted,
    "drawing": .picture, "pict": .picture, "object": .picture, "altChunk": .picture,
    "txbxContent": .textBox, "ruby": .ruby, "rt": .unseen,
    "rPrChange": .unseen, "pPrChange": .unseen, "tblPrChange": .unseen, "trPrChange": .unseen,
    "tcPrChange": .unseen, "tblPrExChange": .unseen, "tblGridChange": .unseen,
    "sectPrChange": .unseen, "numberingChange": .unseen, "sdtPr": .unseen, "tblPr": .unseen,
    "tblGrid": .unseen, "sectPr": .unseen, "instrText": .unseen, "delText": .unseen,
    "tabs": .unseen,
  ]
}
