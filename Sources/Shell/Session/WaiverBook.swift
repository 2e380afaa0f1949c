import Checking
import StrictYAML

/// The waivers in force and the file in which they stand.
struct WaiverBook {
  /// As the system takes it; `nil` while there is no file.
  private(set) var path: String?
  /// As the user wrote it, for messages.
  private(set) var shown = ""
  private(set) var file = WaiverFile.empty
  /// Whether it belongs to a store: then it goes with it.
  private(set) var isBesideStore = false

  var waivers: [Waiver] { file.waivers }

  init() {}

  /// - Parameter mayBeNew: whether the file may not be there yet.
  init(path: String, shown: String, mayBeNew: Bool = false, isBesideStore: Bool = false)
    throws(ShellError)
  {
    self.isBesideStore = isBesideStore
    self.path = path
    self.shown = shown
    let text: String
    do {
      text = try TextFile.read(path: path, shown: shown)
    } catch {
      if case .noSuchFile = error.kind, mayBeNew { return }
      throw error
    }
    do {
      file = try WaiverFile(yaml: text)
    } catch {
      throw ShellError(.waivers(shown, error))
    }
  }

  /// Where the waivers of a store stand, unless the user says otherwise.
  static func path(besideStore store: String) -> String { store + ".waivers.yaml" }

  /// Where waivers go when reports are in memory only.
  static let pathWithoutStore = "waivers.yaml"

  /// Adds waivers and writes the file; nothing is changed where one of them cannot be added.
  mutating func add(_ waivers: [Waiver], writing session: Session) throws(ShellError) {
    guard let path else { return }
    var longer = file
    do {
      for waiver in waivers { longer = try longer.adding(waiver) }
    } catch {
      throw ShellError(.waivers(shown, error))
    }
    try session.writeFile(Array(longer.text.utf8), to: path, shown: shown)
    file = longer
  }
}
