/// Why a line cannot be edited.
public enum LineEditingError: Error, Equatable, Sendable {
  /// Standard input or standard output is not a terminal; scripts and pipes are read as files.
  case notATerminal

  /// Neither the user's locale nor `C.UTF-8` gives UTF-8, without which libedit loses Chinese text.
  case noUTF8Locale

  /// libedit could not be set up.
  case cannotInitialise

  /// Reading from the terminal failed; `code` is the value of `errno`.
  case readFailed(code: Int32)
}
