/// Whose report a row belongs to, and of which year.
struct ReportIdentity {
  /// What the user says about body and year, which counts more than what the table says.
  let body: String?
  let year: Int?

  /// The columns that say it, of those that the user does not replace.
  var required: [FigureColumn] {
    (body == nil ? [.body] : []) + (year == nil ? [.year] : [])
  }

  /// - Parameters:
  ///   - body: as the row has it; but for white space around it, it is kept to the byte.
  ///   - year: as the row has it.
  func read(
    body rowBody: String?, year rowYear: String?, line: Int
  ) throws(TableFlaw) -> (body: String, year: Int) {
    let named = body ?? WhiteSpace.trimmed(rowBody ?? "")
    guard !WhiteSpace.trimmed(named).isEmpty else {
      throw TableFlaw(line: line, kind: .missing(.body))
    }
    if let year { return (named, year) }
    let text = WhiteSpace.trimmed(rowYear ?? "")
    guard !text.isEmpty else { throw TableFlaw(line: line, kind: .missing(.year)) }
    guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let year = Int(text), ChineseYear.known.contains(year)
    else { throw TableFlaw(line: line, kind: .unreadable(.year, text)) }
    return (named, year)
  }
}
