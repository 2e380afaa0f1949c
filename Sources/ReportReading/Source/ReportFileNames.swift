/// Which files of a folder or an archive may hold a report, by their names. A file that the user
/// names himself is always tried.
public enum ReportFileNames {
  private static let ends: Set<String> = [
    "html", "htm", "shtml", "xhtml", "mht", "asp", "aspx", "jsp", "php", "txt", "text", "md",
    "markdown", "docx", "doc", "wps", "rtf", "gz", "zip",
  ]

  /// Whether the last part of a path has the ending of a readable format, or none at all.
  public static func mayBeReport(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: ".") else { return true }
    return ends.contains(name[name.index(after: point)...].lowercased())
  }
}
