import Output
import ReportModel

/// A result that the session remembers.
struct KnownResult {
  let table: ResultTable
  /// The long form that charts are drawn from, where it differs.
  var chart: (() throws(ShellError) -> ResultTable)?
  /// The findings with their evidence, where it is a check's.
  var findings: (() throws(ShellError) -> FindingsDocument)?
}

/// The last result, and those that have a name.
struct ResultNames {
  /// What `export` writes.
  var last: KnownResult?
  private var named: [String: KnownResult] = [:]
  /// What `$name` stands for.
  private(set) var values: [String: VariableValue] = [:]

  /// Keeps a result under a name; of one name the last counts.
  mutating func keep(_ result: KnownResult, as name: String) {
    named[name] = result
    values[name] = nil
  }

  /// Keeps a value under a name; of one name the last counts.
  mutating func keep(_ value: VariableValue, as name: String) {
    values[name] = value
    named[name] = nil
  }

  /// Forgets all but the last result.
  mutating func forgetNames() {
    named = [:]
    values = [:]
  }

  /// The result of a name, or the last one.
  subscript(name: String) -> KnownResult? {
    ResultCommand.manual.isNamed(name) ? last : named[name]
  }

  /// Every name, sorted.
  var names: [String] { named.keys.sorted() }

  /// Whether a word can be a name: letters, digits and `_`, a letter first.
  static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
    else {
      return false
    }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
  }
}
