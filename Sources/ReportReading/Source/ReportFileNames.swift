/// Which files of a folder or an archive may hold a report, by their names. A file that the user
/// names himself is always tried.
public enum ReportFileNames {
  private static let ends: Set<String> = [
    "html", "htm", "shtml", "xhtml", "mht", "asp", "aspx", "jsp", "php", "txt", "text", "md",
    "markdown", "pdf", "docx", "doc", "wps", "rtf", "gz", "zip",
  ]

  /// Files of these names hold tables of all kinds; their columns tell which are reports.
  private static let tableEnds: Set<String> = ["csv", "json", "jsonl", "ndjson"]

  /// Whether the last part of a path has the ending of a readable format, or none at all.
  public static func mayBeReport(_ path: String) -> Bool {
    end(of: path).map(ends.contains) ?? true
  }

  /// Whether a table of figures could be in it, which only its content can tell.
  public static func mayBeTable(_ path: String) -> Bool {
    end(of: path).map(tableEnds.contains) ?? false
  }

  /// What stands behind the last point of a file's name, in lower case.
  private static func end(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }
}
