import ReportModel
import ReportStore

struct OpenCommand: Command {
  static let manual = CommandManual(
    name: "open", chineseName: "打开", usage: "open FILE",
    summary: LocalizedText(
      chinese: "打开或新建一个留存的数据文件", english: "open or make a store that stays"),
    details: LocalizedText(
      chinese: """
        已在内存中的和此后载入的报告都留在该文件中。不打开文件时，数据只在内存里。
        文件是 SQLite 数据库，其他工具可以查询。旁边的 FILE.waivers.yaml（豁免）随之读入。
        """,
      english: """
        What is loaded in memory already goes into that file, and what is loaded from then on.
        Without it reports are in memory only. The file is an SQLite database that other tools can
        read. Waivers that stand beside it in FILE.waivers.yaml are read with it.
        """),
    examples: ["open work.nianbao"])

  private let file: Token

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    file = try arguments.takeText(.file)
  }

  /// The store may hold some.
  var bringsAttributes: Bool { true }

  func run(in session: Session) throws(ShellError) {
    try session.results.settle()
    // A broken file of waivers must not leave the session between two stores.
    let waivers = try waivers(in: session)
    let path = try storePath(in: session)
    do throws(StoreError) {
      let store = try ReportStore(path: path)
      if session.store.file == nil { try copy(from: session.store, to: store) }
      session.use(store, name: file.text)
      session.protect(path)
      session.notice(.opened(path: file.text, reports: try store.count()))
    } catch {
      throw ShellError(.store(file.text, error), at: file.range)
    }
    try session.readDefinitions()
    // Another store's waivers stay with that store.
    if session.waiverBook.isBesideStore { session.waiverBook = WaiverBook() }
    guard let waivers else { return }
    session.waiverBook = waivers
    if let path = waivers.path { session.protect(file: path, shown: waivers.shown) }
    session.notice(.waiversRead(waivers.waivers.count, path: waivers.shown))
  }

  /// Where the store is: in a replay a copy, or a new one where there was none when the record was
  /// written.
  private func storePath(in session: Session) throws(ShellError) -> String {
    let path = session.resolve(path: file.text)
    if let scratch = session.files.scratch {
      return try scratch.copy(
        of: path, shown: RelativePath.joined(session.files.folder, file.text))
    }
    session.files.willRead(path, shown: file.text)
    return path
  }

  /// The file of waivers beside the store, where there is one.
  private func waivers(in session: Session) throws(ShellError) -> WaiverBook? {
    let shown = WaiverBook.path(besideStore: file.text)
    do {
      return try WaiverBook(
        path: session.source(session.resolve(path: shown), shown: shown), shown: shown,
        isBesideStore: true)
    } catch {
      if case .noSuchFile = error.kind { return nil }
      throw error.at(file.range)
    }
  }

  /// Nothing that was loaded is lost: reports in memory go into the file, in the order in which
  /// they were loaded, all or none.
  private func copy(from memory: ReportStore, to store: ReportStore) throws(StoreError) {
    var reports: [Report] = []
    for entry in try memory.reports().sorted(by: { $0.id < $1.id }) {
      if let report = try memory.report(id: entry.id) { reports.append(report) }
    }
    _ = try store.add(reports)
    try store.add(memory.attributes())
    try store.add(memory.definitions())
  }
}
