import ReportModel

/// The manual page in the macros of `man`, made from what `help` says, so that both always agree.
enum ManualPage {
  static func roff() -> String {
    var lines = [
      ".TH NIANBAO 1 \"\" \"nianbao \(Program.version)\" \"User Commands\"",
      ".SH NAME",
      "nianbao \\- read, compare and check annual reports on government information disclosure",
      ".SH SYNOPSIS",
    ]
    lines += synopses.flatMap { [".PP", bold("nianbao") + " " + escaped($0)] }
    lines += [".SH DESCRIPTION"] + paragraphs(description)
    lines.append(".SH OPTIONS")
    for (option, meaning) in options { lines += [".TP", bold(option), escaped(meaning)] }
    lines.append(".SH COMMANDS")
    for manual in CommandTable.all.map({ $0.manual }) {
      lines += [
        ".SS " + escaped("\(manual.name) (\(manual.chineseName))"), ".nf", bold(manual.usage),
        ".fi",
        ".PP", escaped(sentence(manual.summary.english)), ".PP", ".nf",
      ]
      lines += manual.details.english.split(separator: "\n", omittingEmptySubsequences: false)
        .map { escaped(String($0)) }
      lines += [".fi", ".PP", "Examples:", ".nf", ".RS"]
      lines += manual.examples.map(escaped)
      lines += [".RE", ".fi"]
    }
    lines.append(".SH EXIT STATUS")
    for (status, meaning) in exitStatuses { lines += [".TP", bold(status), escaped(meaning)] }
    lines.append(".SH FILES")
    for (file, meaning) in files { lines += [".TP", escaped(file), escaped(meaning)] }
    lines += [".SH ENVIRONMENT"]
    for (name, meaning) in environment { lines += [".TP", bold(name), escaped(meaning)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let synopses = [
    "[PATH…] [-c COMMANDS] [--set NAME=VALUE]… [--lang zh|en] [--verbose] [--record FILE]",
    "run SCRIPT [--set NAME=VALUE]… [--keep-going] [--dry-run] [--record FILE]",
    "check PATH…",
    "replay RECORD [--data FOLDER]",
    "test SCRIPT… [--update]",
    "< SCRIPT",
  ]

  private static let description = [
    """
    At a terminal, the shell. Otherwise the commands after -c, of a script, or of standard input: \
    the same commands with the same results. Results go to standard output, everything else to \
    standard error.
    """,
    """
    A newline or ; ends a command, # starts a comment. "…", “…” and 「…」 quote text. Every command \
    and keyword has an English and a Chinese name.
    """,
  ]

  private static let options = [
    ("-c COMMANDS", "Run these commands and end."),
    ("--lang zh|en", "The language; else that of the locale."),
    ("--verbose", "Tell of every file that is loaded."),
    ("--record FILE", "Keep a record of the session in this file, which must not be there yet."),
    ("--set NAME=VALUE", "Give a parameter of the script or the commands its value (see param)."),
    ("--keep-going", "Of a script: go on after a command that failed."),
    ("--dry-run", "Of a script: list its mistakes and run nothing."),
    ("--data FOLDER", "Of a replay: where relative paths begin."),
    ("--update", "Of a test: write what scripts print into them as what they expect."),
    ("--version, --help", "Say so and end."),
  ]

  private static let exitStatuses = [
    ("0", "Done."),
    ("1", "An assertion failed, or a finding of severity error stands, or as `set fail-on` says."),
    ("2", "A mistake in the command line or the script."),
    ("3", "A file or its data could not be read or written."),
    ("4", "A replay gave something else."),
    ("130", "Interrupted."),
  ]

  private static let files = [
    (
      "$XDG_STATE_HOME/nianbao/history", "The lines typed at the prompt, else below ~/.local/state."
    ),
    ("~/.editrc", "Keys of the line editor; see editrc(5)."),
    ("STORE.waivers.yaml", "Waivers beside a store."),
  ]

  private static let environment = [
    ("LC_ALL, LC_MESSAGES, LANG", "The language, where --lang does not say it."),
    ("EDITRC", "Another file of keys."),
    ("PAGER", "At the prompt, what shows results that are longer than the screen."),
    ("TERM", "On a dumb terminal lines are read without editing."),
  ]

  private static func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { [".PP", escaped($0)] }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func bold(_ text: String) -> String { "\\fB" + escaped(text) + "\\fR" }

  /// Text that `troff` prints as it is.
  private static func escaped(_ text: String) -> String {
    var result = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    // A point or an apostrophe at the beginning of a line would be a request.
    if let first = result.first, first == "." || first == "'" { result = "\\&" + result }
    return result
  }
}
