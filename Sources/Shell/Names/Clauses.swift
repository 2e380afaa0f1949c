/// The clauses that every query takes.
enum Clauses {
  /// Takes a clause of either kind if one comes next.
  static func take(
    _ selection: inout SelectionClause, _ destination: inout DestinationClause,
    from arguments: inout ArgumentReader
  ) throws(ShellError) -> Bool {
    if try selection.take(from: &arguments) { return true }
    return try destination.take(from: &arguments)
  }

  /// Takes `same bodies` if it comes next.
  static func takeSameBodies(
    _ sameBodies: inout Bool, from arguments: inout ArgumentReader
  ) throws(ShellError) -> Bool {
    let start = arguments.nextRange
    guard arguments.take(.same) else { return false }
    guard !sameBodies else { throw ShellError(.twice(.same), at: start) }
    guard let next = arguments.peek, ["bodies", "机关"].contains(next.text.lowercased()) else {
      throw arguments.error(.expected(.sameBodies))
    }
    _ = arguments.next()
    sameBodies = true
    return true
  }
}
