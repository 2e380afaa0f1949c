import Expressions
import Forms
import ReportModel

/// What a parameter of a script may be.
enum ParameterType: String, CaseIterable, Sendable {
  case int, decimal, year, years, text, file, indicator, body

  var chinese: String {
    switch self {
    case .int: "整数"
    case .decimal: "小数"
    case .year: "年度"
    case .years: "年度范围"
    case .text: "文字"
    case .file: "文件"
    case .indicator: "指标"
    case .body: "机关"
    }
  }

  /// Every name in both languages.
  static let names = allCases.flatMap { [$0.rawValue, $0.chinese] }

  init?(_ word: String) {
    let lowered = word.lowercased()
    guard let match = Self.allCases.first(where: { $0.rawValue == lowered || $0.chinese == word })
    else { return nil }
    self = match
  }

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - words: at least one; several only for years.
  ///   - names: what may be named where the parameter is declared.
  /// - Throws: `badParameter` where the words are no value of this type; what is wrong with the name
  ///   of an indicator.
  func value(
    of words: [Token], for name: String, in names: KnownNames
  ) throws(ShellError) -> VariableValue {
    let place = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
    let text = words.map(\.text).joined(separator: ",")
    let bad = ShellError(.badParameter(name, text, self), at: place)
    if self == .years {
      var ranges: [ClosedRange<Int>] = []
      for word in words {
        guard let range = YearSet.range(word.text) else { throw bad }
        ranges.append(range)
      }
      return .years(ranges)
    }
    guard words.count == 1, text.contains(where: { !$0.isWhitespace }) || self == .text else {
      throw bad
    }
    switch self {
    case .int:
      guard let number = Int64(text) else { throw bad }
      return .number(Quantity(number))
    case .decimal:
      guard let number = Quantity(text) else { throw bad }
      return .number(number)
    case .year:
      guard let range = YearSet.range(text), range.count == 1 else { throw bad }
      return .years([range])
    case .indicator:
      return try Self.indicator(words[0], in: names)
    case .text, .file, .body, .years:
      return .text(text)
    }
  }

  /// An indicator, or several by their pattern, under the code.
  private static func indicator(
    _ word: Token, in names: KnownNames
  ) throws(ShellError) -> VariableValue {
    let keys: [CellKey]
    do throws(ShellError) {
      keys = try IndicatorResolver(catalog: names.catalog).keys(meantBy: word)
    } catch {
      guard case .unknownName(.indicator, _, _) = error.kind, names.definitionsAreOpen else {
        throw error
      }
      return VariableValue([word.text], node: .name(Name(word.text)))
    }
    guard keys.count == 1 else {
      let applicant = keys[0].applicant
      let words = word.text.prefix { $0 != "[" }
      return VariableValue(
        [word.text], node: .name(Name(String(words).lowercased(), applicant: applicant)))
    }
    let name = Name(keys[0].indicator.text, applicant: keys[0].applicant)
    return VariableValue([name.description], node: .name(name))
  }
}
