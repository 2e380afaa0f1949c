/// The rows of a file of comma-separated values, read as strictly as tables of figures are.
public enum CSVRecords {
  /// A row.
  public struct Record: Sendable {
    /// Where it begins, from 1.
    public let line: Int
    /// As many as the first row has, without quotation marks.
    public let fields: [String]
  }

  /// Every row but empty ones, the first with the names of the columns.
  ///
  /// - Throws: where the file cannot be opened, its text not decoded, or a row breaks the rules.
  public static func read(
    path: String, limits: ReadingLimits = .standard
  ) throws(ReadingError) -> [Record] {
    let file = try LoadedFile(path: path, limit: limits.tableSize)
    let text = try TextDecoding.decode(file.bytes)
    var reader = CSVReader(text.bytes, limits: limits)
    var records: [Record] = []
    do throws(TableFlaw) {
      while let record = try reader.next() {
        records.append(Record(line: record.line, fields: record.fields))
      }
    } catch {
      throw .table(error)
    }
    return records
  }
}
