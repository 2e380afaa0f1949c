import Checking
import Forms

/// The rules in force: the built-in ones and those of the files that the user has read.
struct RuleBook {
  /// A rule file of the user's.
  private struct File {
    /// As the system takes it.
    let path: String
    let rules: RuleSet
  }

  private var files: [File] = []
  /// All of them, the built-in ones first, then file by file.
  var rules: RuleSet { joined ?? .standard }
  /// `nil` while there are only the built-in rules: those are read where they are first needed.
  private var joined: RuleSet?

  /// The ids of the rules of files.
  var ownIDs: [String] { files.flatMap { $0.rules.rules.map(\.id) } }

  /// Reads a rule file; one that was read before is taken anew.
  ///
  /// - Returns: the rules of the file.
  mutating func read(
    path: String, shown: String, catalog: FormCatalog
  ) throws(ShellError) -> RuleSet {
    let text = try TextFile.read(path: path, shown: shown)
    var others = files
    others.removeAll { $0.path == path }
    let set: RuleSet
    do throws(RuleFileProblems) {
      set = try RuleSet(yaml: text, catalog: catalog)
    } catch {
      throw ShellError(.ruleFile(shown, error.all))
    }
    do throws(RuleFileProblem) {
      var all = RuleSet.standard
      for file in others { all = try all.joined(with: file.rules) }
      all = try all.joined(with: set)
      if let problem = all.tooMany(in: catalog) { throw problem }
      joined = all
      files = others + [File(path: path, rules: set)]
      return set
    } catch {
      throw ShellError(.ruleFile(shown, [error]))
    }
  }
}
