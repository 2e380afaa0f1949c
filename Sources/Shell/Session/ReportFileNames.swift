/// Which files of a folder may hold a report, by their names. A file that the user names himself is
/// always tried.
enum ReportFileNames {
  private static let ends: Set<String> = [
    "html", "htm", "shtml", "xhtml", "mht", "asp", "aspx", "jsp", "php", "txt", "text", "md",
    "markdown",
  ]

  /// Files of these names hold tables of all kinds; their columns tell which are reports.
  private static let tableEnds: Set<String> = ["csv", "json", "jsonl", "ndjson"]

  static func mayBeReport(_ path: String) -> Bool {
    end(of: path).map(ends.contains) ?? true
  }

  static func mayBeTable(_ path: String) -> Bool {
    end(of: path).map(tableEnds.contains) ?? false
  }

  /// What stands behind the last point of a file's name, in lower case.
  private static func end(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }
}
