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
}
