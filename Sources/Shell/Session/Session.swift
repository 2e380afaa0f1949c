import Analysis
import Bodies
import Checking
import Forms
import Panel
import ReportModel
import ReportReading
import ReportStore

/// What commands work on and remember: the store, the settings, the last result. Every way of
/// giving commands uses one.
///
/// A session belongs to one thread.
final class Session {
  /// The forms and indicators, the user's own among them.
  private(set) var indicators = CatalogInForce()
  /// The user's derived indicators.
  private(set) var definitions: [Definition] = []
  let console: Console
  /// The sinks of the console, which keep copies for a record.
  let resultSink: RecordingSink
  let noticeSink: RecordingSink
  /// What is read and written.
  let files = FileLedger()
  /// Writes the record of the session, where one was asked for.
  var recorder: SessionRecorder?
  var settings: Settings
  private(set) var store: ReportStore
  /// The store's file as the user wrote it; `nil` for memory.
  private(set) var storeName: String?
  /// Relative paths start here: the script's folder, or empty for the current one.
  var baseFolder = ""
  /// Where the path of the store starts.
  private(set) var storeFolder = ""
  /// The script that is run, where it is one.
  var scripts: [ScriptScope.Link] = []
  /// The values that parameters get from the command line.
  var given = GivenParameters()
  /// What the parameters hold that have been declared, for a record.
  var parameterTexts: [String: String] = [:]
  /// Whether to go on after a command that failed; the run still ends with its exit code.
  var keepsGoing = false
  /// The last result, which `export` writes, and those that have a name.
  var results = ResultNames()
  /// Whether results are kept and not shown.
  var isQuiet = false
  /// What `explain` looks findings up in.
  var lastCheck: CheckResult?
  /// What figures are held to.
  var ruleBook = RuleBook()
  /// The findings that are accepted, and the file that says so.
  var waiverBook = WaiverBook()
  /// The commands given so far, as written.
  private(set) var history: [String] = []
  /// Those that were carried out without an error.
  private(set) var carriedOut: [String] = []
  /// The worst that has happened.
  private(set) var status = ExitStatus.done
  /// Set by `quit`.
  var hasEnded = false
  /// The system's day for a replay: that on which the record was written.
  var dayOfRecord: CalendarDate?
  private var cachedPanel: Panel?
  private var cachedDirectory: BodyDirectory?
  private var cachedAttributes: KnownBodyAttributes?
  private var cachedKin: BodyKin?
  /// Files that no result may take the place of.
  var protected: Set<FileIdentity> = []

  /// A session over an empty store in memory.
  init(language: Language, console: Console) throws(ShellError) {
    settings = Settings(language: language)
    resultSink = RecordingSink(console.results)
    noticeSink = RecordingSink(console.notices)
    self.console = Console(results: resultSink, notices: noticeSink, progress: console.progress)
    do {
      store = try ReportStore()
    } catch {
      throw ShellError(.store(nil, error))
    }
  }

  var wording: Wording { Wording(language: settings.language) }

  var catalog: FormCatalog { indicators.catalog }

  /// The figures of all current reports.
  func panel() throws(ShellError) -> Panel {
    if let cachedPanel { return cachedPanel }
    let store = store
    let filled = try Interruption.waiting {
      Result { () throws(StoreError) in try store.panel() }
    }
    do {
      let panel = try filled.get()
      cachedPanel = panel
      return panel
    } catch {
      throw ShellError(.store(nil, error))
    }
  }

  /// What was found of the attributes of the panel's bodies.
  func knownAttributes() throws(ShellError) -> KnownBodyAttributes {
    if let cachedAttributes { return cachedAttributes }
    let known = KnownBodyAttributes(panel: try panel(), directory: try directory())
    cachedAttributes = known
    return known
  }

  /// Which bodies of the panel belong together.
  func bodyKin() throws(ShellError) -> BodyKin {
    if let cachedKin { return cachedKin }
    let kin = BodyKin(panel: try panel(), directory: try directory())
    cachedKin = kin
    return kin
  }

  /// Says that reports were added: what was worked out before no longer counts.
  func reportsChanged() {
    cachedPanel = nil
    cachedAttributes = nil
    cachedKin = nil
    lastCheck = nil
  }

  /// What is known of bodies besides their reports.
  func directory() throws(ShellError) -> BodyDirectory {
    if let cachedDirectory { return cachedDirectory }
    do {
      let directory = BodyDirectory(try store.attributes())
      cachedDirectory = directory
      return directory
    } catch {
      throw ShellError(.store(nil, error))
    }
  }

  /// The attributes of the user's own; none where they cannot be read, which running a command tells.
  var ownAttributeNames: [String] { (try? directory().table.ownNames) ?? [] }

  /// The attributes that a condition may name, by their names in either language.
  var attributeNames: [String] { KnownAttributes(own: ownAttributeNames).names }

  /// Says that attributes were given: what was known of bodies no longer counts.
  func attributesChanged() {
    cachedDirectory = nil
    cachedAttributes = nil
    cachedKin = nil
    // Rules may look at the bodies below another, or at those of its kind.
    lastCheck = nil
  }

  /// Says that the rules are other ones: what was checked before no longer counts.
  func rulesChanged() {
    lastCheck = nil
  }

  /// Goes on with other derived indicators.
  ///
  /// - Parameter catalog: the built-in one with them.
  func replace(definitions: [Definition], catalog: FormCatalog) {
    self.definitions = definitions
    indicators.catalog = catalog
  }

  /// Goes on with another store; its definitions must still be read.
  ///
  /// - Parameter name: the path as the user wrote it.
  func use(_ store: ReportStore, name: String) {
    self.store = store
    storeName = name
    storeFolder = baseFolder
    reportsChanged()
    attributesChanged()
    results.last = nil
  }

  /// The day on which waivers must hold.
  var today: CalendarDate {
    settings.today ?? dayOfRecord ?? SystemDay.today
  }

  func remember(command text: String) {
    history.append(text)
  }

  func rememberAsCarriedOut(_ text: String) {
    carriedOut.append(text)
  }

  func forgetStatus() {
    status = .done
  }

  func note(_ status: ExitStatus) {
    self.status = max(self.status, status)
  }

  /// The path of a file as the system takes it.
  func resolve(path: String) -> String {
    pathExpansion.resolve(path)
  }

  /// The path of a file beside the store.
  func resolve(besideStore path: String) -> String {
    PathExpansion(baseFolder: storeFolder, replacements: pathExpansion.replacements).resolve(path)
  }

  /// Looks files up as the commands name them. What a replay has written is found where it is.
  var pathExpansion: PathExpansion {
    PathExpansion(baseFolder: baseFolder, replacements: files.scratch?.replacements ?? [:])
  }
}
