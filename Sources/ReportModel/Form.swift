/// One revision of the national form, as its resource file describes it.
public struct Form: Sendable {
  /// `gid-2019`, `gid-2021`.
  public let id: String
  public let title: LocalizedText
  /// The document that laid the form down.
  public let law: LegalSource
  public let tables: [FormTable]

  public init(id: String, title: LocalizedText, law: LegalSource, tables: [FormTable]) {
    self.id = id
    self.title = title
    self.law = law
    self.tables = tables
  }

  public func table(_ number: Int) -> FormTable? {
    tables.first { $0.number == number }
  }
}

/// Where a form or a rule comes from.
public struct LegalSource: Hashable, Sendable {
  /// The document's number, such as 国办公开办函〔2021〕30号.
  public let document: String
  /// The day it was issued, `YYYY-MM-DD`.
  public let date: String

  public init(document: String, date: String) {
    self.document = document
    self.date = date
  }
}

/// One of the tables 2, 3 and 4. A report's tables may belong to different forms.
public struct FormTable: Sendable {
  public let form: String
  /// The number of the report's section that holds it: 2, 3 or 4.
  public let number: Int
  public let title: LocalizedText
  public let blocks: [FormBlock]
  /// Every cell, block by block, row by row, in the order of the printed form. This order is the
  /// layout of stored figures.
  public let cells: [FormCell]

  public init(form: String, number: Int, title: LocalizedText, blocks: [FormBlock]) {
    self.form = form
    self.number = number
    self.title = title
    self.blocks = blocks
    cells = blocks.enumerated().flatMap { blockIndex, block in
      block.rows.enumerated().flatMap { rowIndex, row in
        block.columns.enumerated().map { columnIndex, column in
          FormCell(
            key: block.key(row: row, column: column), unit: column.unit, block: blockIndex,
            row: rowIndex, column: columnIndex)
        }
      }
    }
  }
}

/// A part of a table with its own column heads. Table 2 has one a paragraph of article 20; tables
/// 3 and 4 are one block each.
public struct FormBlock: Sendable {
  /// The line above the heads, such as 第二十条第（一）项; none in tables 3 and 4.
  public let heading: FormLabel?
  public let columns: [FormColumn]
  public let rows: [FormRow]

  public init(heading: FormLabel?, columns: [FormColumn], rows: [FormRow]) {
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// The cell's code is put together from what row and column say: the row's code, the column's
  /// code, or both with a point between.
  func key(row: FormRow, column: FormColumn) -> CellKey {
    let parts = [row.code, column.code].filter { !$0.isEmpty }
    return CellKey(IndicatorCode(parts.joined(separator: ".")), column.applicant)
  }
}

/// A label as the form prints it, with the other ways in which pages print it.
public struct FormLabel: Hashable, Sendable {
  public let text: LocalizedText
  /// Accepted besides the Chinese text; spacing, punctuation and width never matter.
  public let variants: [String]

  public init(text: LocalizedText, variants: [String] = []) {
    self.text = text
    self.variants = variants
  }

  /// All Chinese wordings, the official one first.
  public var wordings: [String] { [text.chinese] + variants }
}

/// A figure column of a block.
public struct FormColumn: Sendable {
  public let label: FormLabel
  /// The heads above the label, outermost first, such as 行政诉讼, 复议后起诉.
  public let heads: [FormLabel]
  /// The column's part of the cell's code; empty where the row says it all.
  public let code: String
  public let applicant: Applicant?
  public let unit: MeasureUnit

  public init(
    label: FormLabel, heads: [FormLabel], code: String, applicant: Applicant?, unit: MeasureUnit
  ) {
    self.label = label
    self.heads = heads
    self.code = code
    self.applicant = applicant
    self.unit = unit
  }
}

/// A row of a block.
public struct FormRow: Sendable {
  /// None in table 4, whose single row carries figures only.
  public let label: FormLabel?
  /// The labels to the left of it that span several rows, outermost first.
  public let groups: [FormLabel]
  /// The row's part of the cell's code; empty in table 4.
  public let code: String

  public init(label: FormLabel?, groups: [FormLabel], code: String) {
    self.label = label
    self.groups = groups
    self.code = code
  }
}

/// One figure cell of a form table, with its position on the form.
public struct FormCell: Hashable, Sendable {
  public let key: CellKey
  public let unit: MeasureUnit
  /// Positions in the table's blocks, the block's rows and its columns, each from 0.
  public let block: Int
  public let row: Int
  public let column: Int

  public init(key: CellKey, unit: MeasureUnit, block: Int, row: Int, column: Int) {
    self.key = key
    self.unit = unit
    self.block = block
    self.row = row
    self.column = column
  }
}
