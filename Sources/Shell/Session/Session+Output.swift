import Checking
import Output
import ReportModel

/// What a session shows and writes.
extension Session {
  /// Shows a result, or writes it where the command says, and remembers it for `export`.
  ///
  /// - Parameters:
  ///   - shown: what people see in place of the table that data files get.
  ///   - chart: what charts are drawn from, where the result itself has not the shape for it.
  func deliver(
    _ result: ResultTable, shown: @autoclosure () throws(ShellError) -> ResultTable? = nil,
    chart: (() throws(ShellError) -> ResultTable)? = nil,
    findings: (() throws(ShellError) -> FindingsDocument)? = nil,
    to destination: DestinationClause
  ) throws(ShellError) {
    remember(result: result, chart: chart, findings: findings)
    if destination.file != nil {
      try export(to: destination)
    } else if !isQuiet {
      try showTable(try shown() ?? result)
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
    try write(try encoded(table) { [outputOptions] in TextTableFormat(options: outputOptions) })
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
    var rest = bytes[...]
    while !rest.isEmpty {
      // A terminal takes what it is given at its own pace.
      if rest.count < bytes.count { try Interruption.check() }
      do {
        try console.results.write(Array(rest.prefix(Self.chunk)))
      } catch {
        throw ShellError(.cannotWrite("-", errno: error.errno))
      }
      rest = rest.dropFirst(Self.chunk)
    }
  }

  /// Bytes that are written at a time.
  private static let chunk = 1 << 16

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
    do throws(ShellError) {
      return try encoded(result) { [outputOptions] in
        OutputFormats.format(named: format, options: outputOptions)
      }
    } catch {
      throw error.at(file.range)
    }
  }

  /// Fewer rows are written out at once.
  private static let manyRows = 1_000

  /// Writes a table out, which for a long one takes a while and can be stopped.
  private func encoded(
    _ table: ResultTable, as format: @escaping @Sendable () -> any OutputFormat
  ) throws(ShellError) -> [UInt8] {
    let encode = { @Sendable () -> Result<[UInt8], OutputError> in
      Result { () throws(OutputError) in try format().encode(table) }
    }
    do {
      return table.rows.count < Self.manyRows
        ? try encode().get() : try Interruption.waiting(for: encode).get()
    } catch let error as OutputError {
      throw ShellError(.output(error))
    } catch let error as ShellError {
      throw error
    } catch {
      throw ShellError(.interrupted)
    }
  }

  /// Tells the user something that is no result, on standard error.
  func notice(_ notice: Notice) {
    console.notice(wording.text(of: notice))
  }

  private var outputOptions: OutputOptions {
    OutputOptions(
      language: settings.language, nullText: settings.nullText, maximumWidth: settings.width,
      shareDecimals: settings.decimals,
      groupsThousands: settings.thousands,
      ambiguousWidth: settings.ambiguousWidth)
  }
}
