import Analysis
import Bodies

/// What the dimensions of a comparison are called.
enum DimensionNames {
  private static let names: [(Dimension, [String])] = [
    (.year, ["year", "年", "年度"]),
    (.body, ["body", "机关", "单位"]),
    (.applicant, ["applicant", "申请人"]),
    (.form, ["form", "格式"]),
    (.indicator, ["indicator", "指标"]),
  ]

  static let allNames =
    names.flatMap { $0.1.prefix(2) } + Attribute.builtIn.flatMap { $0.names.prefix(2) }

  /// - Parameter attributes: those that may be named.
  static func dimension(named name: String, _ attributes: KnownAttributes) -> Dimension? {
    if let fixed = names.first(where: { $0.1.contains(name.lowercased()) })?.0 { return fixed }
    return attributes.attribute(named: name).map { .attribute($0) }
  }

  /// Reads one or more dimensions, parted by commas or spaces.
  static func dimensions(
    from arguments: inout ArgumentReader
  ) throws(ShellError) -> [Dimension] {
    let attributes = arguments.attributes
    var dimensions: [Dimension] = []
    while true {
      let token = try arguments.takeText(.dimension)
      guard let dimension = dimension(named: token.text, attributes) else {
        throw ShellError(
          .unknownName(
            .dimension, token.text,
            nearest: NearestNames.among(allNames + attributes.own, token.text)),
          at: token.range)
      }
      guard !dimensions.contains(dimension) else {
        throw ShellError(.unexpected(token.text), at: token.range)
      }
      dimensions.append(dimension)
      if arguments.peek?.kind == .comma {
        _ = arguments.next()
      } else {
        // 年 is a keyword of `load` too; here it can only be the dimension.
        guard let next = arguments.peek, next.kind == .word,
          arguments.peekKeyword == nil
            || names.contains(where: { $0.1.contains(next.text.lowercased()) })
        else { return dimensions }
      }
    }
  }

  /// Refuses attributes of the user's own that nothing has brought after all.
  static func check(
    _ dimensions: [Dimension], directory: BodyDirectory, at range: SourceRange
  ) throws(ShellError) {
    for case .attribute(.own(let name)) in dimensions
    where directory.attribute(named: name) == nil {
      throw ShellError(
        .unknownName(
          .dimension, name,
          nearest: NearestNames.among(allNames + directory.table.ownNames, name)),
        at: range)
    }
  }
}
