/// All formats, by name and by the end of a file's name.
public enum OutputFormats {
  private static let all: [any OutputFormat.Type] = [
    CSVFormat.self, SpreadsheetCSVFormat.self, JSONFormat.self, JSONLinesFormat.self,
    MarkdownFormat.self, TextTableFormat.self, VegaLiteFormat.self,
  ]

  /// What may stand behind `as`: completion and the nearest names of an error are taken from it.
  public static let names: [String] = all.map { $0.name } + FindingsFormats.names

  /// The ends of file names that choose a format.
  public static let fileNameEnds: [String] =
    all.flatMap { $0.fileNameEnds } + FindingsFormats.fileNameEnds.map(\.end)

  /// The format of a name; CSV where there is none of it.
  public static func format(named name: String, options: OutputOptions) -> any OutputFormat {
    (all.first { $0.name == name } ?? CSVFormat.self).init(options: options)
  }

  /// The name of the format that a file's name shows, the longest end first: `.vl.json` is a
  /// chart, `.json` are records.
  public static func name(forFile file: String) -> String? {
    let lowered = file.lowercased()
    let ends =
      all.flatMap { type in type.fileNameEnds.map { (end: $0, name: type.name) } }
      + FindingsFormats.fileNameEnds
    return ends.sorted { ($0.end.utf8.count, $0.end) > ($1.end.utf8.count, $1.end) }
      .first { lowered.hasSuffix($0.end) }?.name
  }
}
