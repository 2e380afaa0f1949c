import ReportModel

/// The formats that findings alone can be written in.
public enum FindingsFormats {
  private static let all: [any FindingsFormat.Type] = [SARIFFormat.self, JUnitFormat.self]

  /// What may stand behind `as`.
  public static let names: [String] = all.map { $0.name }

  /// The ends of file names that choose a format, with its name.
  static let fileNameEnds: [(end: String, name: String)] = all.flatMap { type in
    type.fileNameEnds.map { (end: $0, name: type.name) }
  }

  /// - Returns: `nil` where the name is none of these formats'.
  public static func format(named name: String, language: Language) -> (any FindingsFormat)? {
    all.first { $0.name == name }?.init(language: language)
  }
}
