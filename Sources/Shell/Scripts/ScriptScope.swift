/// Where a text of commands stands among the scripts that run each other.
struct ScriptScope: Sendable {
  /// A script that is being read.
  struct Link: Sendable {
    let file: FileIdentity
    /// As errors show it.
    let shown: String
  }

  /// Deeper than scripts are built by hand.
  static let deepest = 50

  /// More scripts than a run has; each level may run the next one twice.
  static let mostScripts = 1_000

  /// Where the paths of the text begin.
  var paths = PathExpansion(baseFolder: "")
  /// The scripts from the outermost one to this text; empty for text that stands in no file.
  var chain: [Link] = []
  /// Whether another script runs it.
  var isNested = false
  /// How many mistakes of a text are told.
  var mostMistakes = 1
}
