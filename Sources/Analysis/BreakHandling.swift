/// What to do where the forms behind an answer give an indicator different meanings.
public enum BreakHandling: String, Sendable, CaseIterable {
  /// Refuse to answer.
  case refuse
  /// Show the values side by side with the flag `b`; never add or subtract across the break.
  case show
}
