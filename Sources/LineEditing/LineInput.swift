/// What one call of ``LineEditor/readLine(prompt:)`` ended with.
public enum LineInput: Equatable, Sendable {
  /// A line that was entered, without the newline that ended it. It holds newlines and tabs only
  /// where a block of text was pasted or recalled.
  case line(String)

  /// Ctrl-C: the line was dropped. The program goes on.
  case interrupted

  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
}
