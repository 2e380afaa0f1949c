import Analysis
import Bodies
import Checking
import Forms
import Output
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
  private(set) var catalog: FormCatalog
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
  private var cachedPanel: Panel?
  private var cachedDirectory: BodyDirectory?
  private var cachedAttributes: KnownBodyAttributes?
  private var inputs: Set<FileIdentity> = []

  /// A session over an empty store in memory.
  init(language: Language, console: Console) throws(ShellError) {
    catalog = .standard
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

  /// The figures of all current reports.
  func panel() throws(ShellError) -> Panel {
    if let cachedPanel { return cachedPanel }
    do {
      let panel = try store.panel()
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

  /// Says that reports were added: what was worked out before no longer counts.
  func reportsChanged() {
    cachedPanel = nil
    cachedAttributes = nil
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
    self.catalog = catalog
  }

  /// Goes on with another store; its definitions must still be read.
  ///
  /// - Parameter name: the path as the user wrote it.
  func use(_ store: ReportStore, name: String) {
    self.store = store
    storeName = name
    reportsChanged()
    attributesChanged()
    results.last = nil
  }

  /// The day on which waivers must hold.
  var today: CalendarDate {
    settings.today ?? SystemDay.today
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

  /// Looks files up as the commands name them. What a replay has written is found where it is.
  var pathExpansion: PathExpansion {
    PathExpansion(baseFolder: baseFolder, replacements: files.scratch?.replacements ?? [:])
  }

  // MARK: Output

  /// Shows a result, or writes it where the command says, and remembers it for `export`.
  ///
  /// - Parameters:
  ///   - shown: what people see in place of the table that data files get.
  ///   - chart: what charts are drawn from, where the result itself has not the shape for it.
  func deliver(
    _ result: ResultTable, shown: ResultTable? = nil,
    chart: (() throws(ShellError) -> ResultTable)? = nil,
    findings: (() throws(ShellError) -> FindingsDocument)? = nil,
    to destination: DestinationClause
  ) throws(ShellError) {
    remember(result: result, chart: chart, findings: findings)
    if destination.file != nil {
      try export(to: destination)
    } else {
      try showTable(shown ?? result)
    }
  }

  /// Keeps a result for `export`.
  func remember(
    result: ResultTable, chart: (() throws(ShellError) -> ResultTable)? = nil,
    findings: (() throws(ShellError) -> FindingsDocument)? = nil
  ) {
    results.last = KnownResult(table: result, chart: chart, findings: findings)
  }

  /// Keeps a result for `export` that is made once it is asked for, or before the data change.
  func remember(
    making result: @escaping () throws(ShellError) -> ResultTable,
    findings: @escaping () throws(ShellError) -> FindingsDocument
  ) {
    results.last = KnownResult(makingTable: result, findings: findings)
  }

  /// Writes a table to standard output.
  func showTable(_ table: ResultTable) throws(ShellError) {
    guard !isQuiet else { return }
    let bytes: [UInt8]
    do {
      bytes = try TextTableFormat(options: outputOptions).encode(table)
    } catch {
      throw ShellError(.output(error))
    }
    try write(bytes)
    if table.rows.isEmpty { notice(.emptyResult) }
  }

  /// Writes a line, or several, to standard output. What comes from pages cannot steer the terminal.
  func print(_ lines: String) throws(ShellError) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      try write(Array((HarmlessText.of(String(line)) + "\n").utf8))
    }
  }

  private func write(_ bytes: [UInt8]) throws(ShellError) {
    guard !isQuiet else { return }
    do {
      try console.results.write(bytes)
    } catch {
      throw ShellError(.cannotWrite("-", errno: error.errno))
    }
  }

  /// Writes a result, the last one unless another is given, to a file.
  func export(_ named: KnownResult? = nil, to destination: DestinationClause) throws(ShellError) {
    guard let file = destination.file else { return }
    guard let known = named ?? results.last else { throw ShellError(.noResult) }
    let path = resolve(path: file.text)
    try refuseOverwritingSources(path, file)
    let isChart = destination.formatName == VegaLiteFormat.name
    let table = try known.table()
    let result = try isChart ? known.chart?() ?? table : table
    let bytes = try encoded(result, of: known, as: destination.formatName, for: file)
    do {
      try writeFile(bytes, to: path, shown: file.text)
    } catch {
      throw error.at(file.range)
    }
    notice(.wrote(rows: result.rows.count, path: file.text))
    // Data files have no room for what must be said of the whole.
    for note in table.notes { notice(.note(note)) }
  }

  private func encoded(
    _ result: ResultTable, of known: KnownResult, as format: String, for file: Token
  ) throws(ShellError) -> [UInt8] {
    if let format = FindingsFormats.format(named: format, language: settings.language) {
      guard let document = try known.findings?() else {
        throw ShellError(.output(.notFindings), at: file.range)
      }
      return format.encode(document)
    }
    do {
      return try OutputFormats.format(named: format, options: outputOptions).encode(result)
    } catch {
      throw ShellError(.output(error), at: file.range)
    }
  }

  /// Files that the session has read, or tried to read: no result may take their place.
  ///
  /// - Parameter shown: the path as the commands name it.
  func protect(file path: String, shown: String) {
    files.willRead(path, shown: shown)
    protect(record: path)
  }

  /// A record in the making is no input, but must stay as well.
  func protect(record path: String) {
    if let identity = FileIdentity(path) { inputs.insert(identity) }
  }

  /// The reports that figures come from, scripts and the store itself must stay as they are, by
  /// whatever path they are reached, and from whatever folder they were loaded.
  func refuseOverwritingSources(_ path: String, _ file: Token) throws(ShellError) {
    let refusal = ShellError(.wouldOverwriteSource(file.text), at: file.range)
    if let storeFile = store.file {
      let names = ["", "-journal", "-wal", "-shm"].map { storeFile + $0 }
      if names.contains(path) { throw refusal }
    }
    guard let target = FileIdentity(path) else { return }
    if inputs.contains(target) || store.file.flatMap({ FileIdentity($0) }) == target {
      throw refusal
    }
    guard let digest = FileDigest.sha256(ofFile: path) else { return }
    do {
      if try store.containsDigest(digest) { throw refusal }
    } catch let error as StoreError {
      throw ShellError(.store(nil, error))
    } catch {
      throw refusal
    }
  }

  /// Tells the user something that is no result, on standard error.
  func notice(_ notice: Notice) {
    console.notice(wording.text(of: notice))
  }

  private var outputOptions: OutputOptions {
    OutputOptions(
      language: settings.language, nullText: settings.nullText, maximumWidth: settings.width,
      shareDecimals: settings.decimals)
  }
}
