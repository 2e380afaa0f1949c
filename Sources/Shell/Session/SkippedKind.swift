import ReportReading

/// What kind of file was skipped in a folder.
enum SkippedKind: Hashable, Sendable {
  /// The end of the name with its point, in lower case.
  case nameEnd(String)
  /// A name without an end.
  case noNameEnd
  /// What the content shows to be of another format than the name says.
  case format(ForeignFormat)
  /// An archive that holds no report.
  case archive

  /// Longer ends are no kind but a part of the name.
  private static let longestEnd = 8

  init(ofName path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else {
      self = .noNameEnd
      return
    }
    let end = name[name.index(after: point)...]
    self =
      end.isEmpty || end.count > Self.longestEnd ? .noNameEnd : .nameEnd("." + end.lowercased())
  }

  /// `nil` where the file should have been a report.
  init?(_ error: ReadingError) {
    switch error {
    case .notAReportFormat(let format): self = .format(format)
    case .archive(.noReports): self = .archive
    default: return nil
    }
  }
}
