import Expressions
import Forms

/// The names that a command may use while it is being understood: those that are there before the
/// text begins, and those that the commands before it bring.
struct KnownNames: Sendable {
  /// The indicators, the user's own among them.
  var indicators = CatalogInForce()
  var rules = KnownRules()
  var attributes = KnownAttributes()
  /// The results that have a name.
  var results: Set<String> = []
  /// What `$name` stands for.
  var variables: [String: VariableValue] = [:]
  /// Names that a mistake has left without a value.
  var unset: Set<String> = []
  /// The parameters that the text has declared so far.
  var parameters: [String] = []
  /// How many scripts the text has run so far, with those that they run.
  var scriptCount = 0
  /// The values that they get from outside.
  var given = GivenParameters()
  /// Whether a command before it may bring definitions that only running it tells.
  var definitionsAreOpen = false
  /// Where the text stands among the scripts that run each other.
  var scope = ScriptScope()

  var catalog: FormCatalog {
    get { indicators.catalog }
    set { indicators.catalog = newValue }
  }

  /// The command of a name; the name of a result stands for what is done with it.
  func command(named name: String) -> (any Command.Type)? {
    CommandTable.command(named: name) ?? (results.contains(name) ? ResultCommand.self : nil)
  }

  /// Whether a result may be called so: it stands in commands by its name alone.
  func canNameResult(_ word: String) -> Bool {
    canNameValue(word) && CommandTable.command(named: word) == nil && Keyword(word) == nil
  }

  /// Whether a value may be called so: it always has its `$`.
  func canNameValue(_ word: String) -> Bool { !parameters.contains(word) }

  /// What `$name` stands for in expressions.
  var expressionVariables: [String: Variable] { variables.mapValues(\.variable) }

  /// What a script knows that one of its commands runs: all but the names that are its own.
  func forScript(in scope: ScriptScope, given: GivenParameters) -> KnownNames {
    var names = KnownNames(indicators: indicators)
    names.rules = rules
    names.attributes = attributes
    names.definitionsAreOpen = definitionsAreOpen
    names.given = given
    names.scope = scope
    return names
  }

  /// Takes over what a command brings once it has run.
  mutating func learn(from command: any Command) {
    if let rules = command as? RulesCommand, rules.readsRules { self.rules.isOpen = true }
    if command.bringsAttributes { attributes.isOpen = true }
    if let define = command as? DefineCommand { catalog = define.extending(catalog) }
    if let naming = command as? LetCommand {
      variables[naming.name] = naming.value
      if naming.value == nil { results.insert(naming.name) } else { results.remove(naming.name) }
    }
    if let parameter = command as? ParamCommand {
      parameters.append(parameter.name)
      variables[parameter.name] = parameter.value
      results.remove(parameter.name)
    }
    if let run = command as? RunCommand {
      scriptCount = run.script.names.scriptCount
      indicators = run.script.names.indicators
      rules = run.script.names.rules
      attributes = run.script.names.attributes
      definitionsAreOpen = run.script.names.definitionsAreOpen
    }
    // A store may hold some.
    if command is OpenCommand { definitionsAreOpen = true }
  }
}
