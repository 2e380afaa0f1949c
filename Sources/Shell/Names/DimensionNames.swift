import Analysis

/// What the dimensions of a comparison are called.
enum DimensionNames {
  private static let names: [(Dimension, [String])] = [
    (.year, ["year", "年", "年度"]),
    (.body, ["body", "机关", "单位"]),
    (.applicant, ["applicant", "申请人"]),
    (.form, ["form", "格式"]),
    (.indicator, ["indicator", "指标"]),
  ]

  static let allNames = names.flatMap { $0.1.prefix(2) }

  static func dimension(named name: String) -> Dimension? {
    names.first { $0.1.contains(name.lowercased()) }?.0
  }

  /// Reads one or more dimensions, parted by commas or spaces.
  static func dimensions(
    from arguments: inout ArgumentReader
  ) throws(ShellError) -> [Dimension] {
    var dimensions: [Dimension] = []
    while true {
      let token = try arguments.takeText(.dimension)
      guard let dimension = dimension(named: token.text) else {
        throw ShellError(
          .unknownName(.dimension, token.text, nearest: NearestNames.among(allNames, token.text)),
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
          Self.dimension(named: next.text) != nil || arguments.peekKeyword == nil
        else { return dimensions }
      }
    }
  }
}
