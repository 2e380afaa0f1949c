/// One revision of the national form, or of a province's table before it, as its resource file
/// describes it.
public struct Form: Sendable {
  /// `gid-2019`, `gid-2021`, `fujian-2014`.
  public let id: String
  /// The name of the revision for people, such as 2021年格式.
  public let title: LocalizedText
  /// The document that laid the form down.
  public let law: LegalSource
  /// In the order of the resource file, each number once.
  public let tables: [FormTable]

  /// - Parameter tables: each names this form's id as its own.
  public init(id: String, title: LocalizedText, law: LegalSource, tables: [FormTable]) {
    self.id = id
    self.title = title
    self.law = law
    self.tables = tables
  }

  /// - Parameter number: 1 to 4; `nil` for one that the form does not have.
  public func table(_ number: Int) -> FormTable? {
    tables.first { $0.number == number }
  }
}

/// Where a form or a rule comes from.
public struct LegalSource: Hashable, Sendable {
  /// The document's number, such as 国办公开办函〔2021〕30号.
  public let document: String
  /// The day it was issued, `YYYY-MM-DD`; the year alone where the day is not known.
  public let date: String

  /// Takes both as the resource file has them; neither is checked.
  public init(document: String, date: String) {
    self.document = document
    self.date = date
  }
}

/// One of the tables 2, 3 and 4, or the statistics table of the years before them, which has the
/// number 1. A report's tables may belong to different forms.
public struct FormTable: Sendable {
  /// The id of the form that it belongs to, such as `gid-2021`.
  public let form: String
  /// The number of the report's section that holds it: 2, 3 or 4; 1 for a statistics table.
  public let number: Int
  /// The name of the table; a page may repeat the Chinese one as a line of the table itself.
  public let title: LocalizedText
  /// The heads over row labels and units, of a statistics table: one that prints the unit of each
  /// row beside its label.
  public let sideHeads: SideHeads?
  /// From top to bottom.
  public let blocks: [FormBlock]
  /// Every cell, block by block, row by row, in the order of the printed form. This order is the
  /// layout of stored figures.
  public let cells: [FormCell]

  /// Works out the cells: one for each row and column of each block.
  public init(
    form: String, number: Int, title: LocalizedText, sideHeads: SideHeads? = nil,
    blocks: [FormBlock]
  ) {
    self.form = form
    self.number = number
    self.title = title
    self.sideHeads = sideHeads
    self.blocks = blocks
    cells = blocks.enumerated().flatMap { blockIndex, block in
      block.rows.enumerated().flatMap { rowIndex, row in
        block.columns.enumerated().map { columnIndex, column in
          FormCell(
            key: block.key(row: row, column: column), unit: row.unit ?? column.unit,
            block: blockIndex, row: rowIndex, column: columnIndex)
        }
      }
    }
  }
}

/// What stands over the labels and over the units of a statistics table.
public struct SideHeads: Hashable, Sendable {
  /// Such as 统计指标; by it a page that has no such table is told.
  public let rows: FormLabel
  /// Such as 计量单位.
  public let units: FormLabel

  /// - Parameter rows: with every wording that pages use; no other is looked for.
  public init(rows: FormLabel, units: FormLabel) {
    self.rows = rows
    self.units = units
  }
}

/// A part of a table with its own column heads. Table 2 has one a paragraph of article 20; tables
/// 3 and 4 are one block each.
public struct FormBlock: Sendable {
  /// The line above the heads, such as 第二十条第（一）项; none in tables 3 and 4.
  public let heading: FormLabel?
  /// The columns of figures from left to right; those of labels are not among them.
  public let columns: [FormColumn]
  /// From top to bottom, without the rows of heads.
  public let rows: [FormRow]

  /// Every row has a figure in every column: a block has no holes.
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
  /// The Chinese is the form's wording; the English is a translation that no page is searched for.
  public let text: LocalizedText
  /// Accepted besides the Chinese text; spacing, punctuation and width never matter.
  public let variants: [String]

  /// - Parameter variants: Chinese wordings that mean this label and no other of its block.
  public init(text: LocalizedText, variants: [String] = []) {
    self.text = text
    self.variants = variants
  }

  /// All Chinese wordings, the official one first.
  public var wordings: [String] { [text.chinese] + variants }
}

/// A figure column of a block.
public struct FormColumn: Sendable {
  /// The lowest head, right above the figures.
  public let label: FormLabel
  /// The heads above the label, outermost first, such as 行政诉讼, 复议后起诉.
  public let heads: [FormLabel]
  /// The column's part of the cell's code; empty where the row says it all.
  public let code: String
  /// Whose requests the column counts; `nil` outside table 3.
  public let applicant: Applicant?
  /// The unit as the form has it; a page may state another one for money.
  public let unit: MeasureUnit
  /// Whether the head is the year reported on, as in 2011年度.
  public let isYear: Bool

  /// - Parameter heads: empty where only one head stands above the figures.
  public init(
    label: FormLabel, heads: [FormLabel], code: String, applicant: Applicant?, unit: MeasureUnit,
    isYear: Bool = false
  ) {
    self.label = label
    self.heads = heads
    self.code = code
    self.applicant = applicant
    self.unit = unit
    self.isYear = isYear
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
  /// The word that a statistics table prints in the row's cell of units, such as 件 or 万元.
  public let counter: FormLabel?
  /// The unit of its figures, where rows and not columns have one.
  public let unit: MeasureUnit?
  /// Whether the row was seen in an official text or in published reports; `false` where the form
  /// is known from hearsay only.
  public let isConfirmed: Bool
  /// Whether the form was also used without this row.
  public let isOptional: Bool

  /// - Parameter groups: empty where the row's own label is the only one. Where the row is part of
  ///   another row, that row's label is the last of them.
  public init(
    label: FormLabel?, groups: [FormLabel], code: String, counter: FormLabel? = nil,
    unit: MeasureUnit? = nil, isConfirmed: Bool = true, isOptional: Bool = false
  ) {
    self.label = label
    self.groups = groups
    self.code = code
    self.counter = counter
    self.unit = unit
    self.isConfirmed = isConfirmed
    self.isOptional = isOptional
  }
}

/// One figure cell of a form table, with its position on the form.
public struct FormCell: Hashable, Sendable {
  /// Which figure belongs here; no other cell of the form has the same key.
  public let key: CellKey
  /// The unit of its row or column, as the form has it.
  public let unit: MeasureUnit
  /// Positions in the table's blocks, the block's rows and its columns, each from 0.
  public let block: Int
  /// The row within its block, from 0.
  public let row: Int
  /// The column of figures within its block, from 0.
  public let column: Int

  /// The positions must be those of the table that the cell is listed in; they are not checked.
  public init(key: CellKey, unit: MeasureUnit, block: Int, row: Int, column: Int) {
    self.key = key
    self.unit = unit
    self.block = block
    self.row = row
    self.column = column
  }
}
