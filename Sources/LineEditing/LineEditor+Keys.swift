import CLibedit
import Glibc

extension LineEditor {
  /// Binds the keys: first those that the user's start-up file may bind otherwise, then the file,
  /// then those without which the editor does not work.
  func installKeys() {
    for command in EditorCommand.allCases {
      editline_add_command(handle, keep(command.rawValue), keep(""), command.function)
    }
    _ = WideString.lend("emacs") { editline_set_keys(handle, $0) }
    for (key, command) in Self.customaryKeys { bind(key, to: command) }
    readStartUpFile()
    for (key, command) in Self.neededKeys { bind(key, to: command, inBothMaps: true) }
  }

  /// The keys of a terminal that libedit does not know by itself, and those of history.
  private static let customaryKeys: [(key: String, command: String)] = [
    ("^I", EditorCommand.complete.rawValue),
    ("^R", EditorCommand.search.rawValue),
    ("^P", EditorCommand.older.rawValue),
    ("^N", EditorCommand.newer.rawValue),
    ("\\e[A", EditorCommand.older.rawValue),
    ("\\eOA", EditorCommand.older.rawValue),
    ("\\e[B", EditorCommand.newer.rawValue),
    ("\\eOB", EditorCommand.newer.rawValue),
    ("\\e[C", "ed-next-char"),
    ("\\eOC", "ed-next-char"),
    ("\\e[D", "ed-prev-char"),
    ("\\eOD", "ed-prev-char"),
    ("\\e[1;5C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"),
    ("\\e[H", "ed-move-to-beg"),
    ("\\eOH", "ed-move-to-beg"),
    ("\\e[1~", "ed-move-to-beg"),
    ("\\e[7~", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"),
    ("\\eOF", "ed-move-to-end"),
    ("\\e[4~", "ed-move-to-end"),
    ("\\e[8~", "ed-move-to-end"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[2~", "ed-ignore"),
    ("\\e[5~", "ed-ignore"),
    ("\\e[6~", "ed-ignore"),
    // For a mark that arrives in pieces; with the vi keys, Escape cannot begin a bound sequence.
    ("\\e[200~", EditorCommand.paste.rawValue),
    ("\\e[201~", "ed-ignore"),
  ]

  private static let neededKeys: [(key: String, command: String)] = [
    ("^C", EditorCommand.interrupt.rawValue),
    ("^Z", EditorCommand.suspend.rawValue),
    ("^J", "ed-newline"),
    ("^M", "ed-newline"),
    (PrivateKey.paste.text, EditorCommand.paste.rawValue),
    (PrivateKey.searchStep.text, EditorCommand.searchStep.rawValue),
    (PrivateKey.printBelow.text, EditorCommand.printBelow.rawValue),
  ]

  private func bind(_ key: String, to command: String, inBothMaps: Bool = false) {
    WideString.lend(key) { key in
      WideString.lend(command) { command in
        _ = editline_bind(handle, key, command)
        if inBothMaps { _ = editline_bind_alternate(handle, key, command) }
      }
    }
  }

  private func readStartUpFile() {
    // A program that runs with more rights than its user has does not follow the user's files.
    guard getuid() == geteuid(), getgid() == getegid() else { return }
    if let path = getenv("EDITRC") {
      el_source(handle, path)
    } else if let home = getenv("HOME") {
      el_source(handle, String(cString: home) + "/.editrc")
    }
  }
}
