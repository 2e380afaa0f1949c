import Bodies

/// The attributes that a command may name while it is being understood.
struct KnownAttributes: Sendable {
  /// The user's own.
  var own: [String] = []
  /// Whether a command before it may bring others: then only running it tells which there are.
  var isOpen = false

  /// The attribute of a name, as far as can be told; `nil` where there is none.
  func attribute(named name: String) -> Attribute? {
    if let builtIn = Attribute(builtIn: name) { return builtIn }
    return own.contains(name) || (isOpen && !name.contains(".")) ? .own(name) : nil
  }

  /// Every name in both languages.
  var names: [String] { Attribute.builtIn.flatMap { $0.names.prefix(2) } + own }
}
