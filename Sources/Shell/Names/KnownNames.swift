import Forms

/// The names that a command may use while it is being understood: those that are there before the
/// text begins, and those that the commands before it bring.
struct KnownNames: Sendable {
  /// The indicators, the user's own among them.
  var catalog: FormCatalog
  var rules = KnownRules()
  var attributes = KnownAttributes()
  /// The results that have a name.
  var results: Set<String> = []
  /// Whether a command before it may bring definitions that only running it tells.
  var definitionsAreOpen = false

  /// The command of a name; the name of a result stands for what is done with it.
  func command(named name: String) -> (any Command.Type)? {
    CommandTable.command(named: name) ?? (results.contains(name) ? ResultCommand.self : nil)
  }

  /// Takes over what a command brings once it has run.
  mutating func learn(from command: any Command) {
    if let rules = command as? RulesCommand, rules.readsRules { self.rules.isOpen = true }
    if command.bringsAttributes { attributes.isOpen = true }
    if let define = command as? DefineCommand { catalog = define.extending(catalog) }
    if let naming = command as? LetCommand { results.insert(naming.name) }
    // A store may hold some.
    if command is OpenCommand { definitionsAreOpen = true }
  }
}
