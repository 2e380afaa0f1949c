import ReportModel

/// Everything that the resource files say about forms: their tables, the dictionary of indicators
/// and how far figures of different forms may be compared.
public struct FormCatalog: Sendable {
  /// Oldest first.
  public let forms: [Form]
  /// The meaning of every code that cells of the forms have, and of the derived ones.
  public let indicators: IndicatorDictionary
  /// What may be said across forms; it has nothing on a form outside its file.
  public let crosswalk: Crosswalk
  private let unconfirmed: Set<IndicatorCode>
  private let counters: [IndicatorCode: LocalizedText]

  /// - Parameter forms: oldest first; that they agree with the dictionary is not checked.
  public init(forms: [Form], indicators: IndicatorDictionary, crosswalk: Crosswalk) {
    self.forms = forms
    self.indicators = indicators
    self.crosswalk = crosswalk
    var unconfirmed: Set<IndicatorCode> = []
    var counters: [IndicatorCode: LocalizedText] = [:]
    for table in forms.flatMap(\.tables) where table.sideHeads != nil {
      for cell in table.cells {
        let row = table.blocks[cell.block].rows[cell.row]
        if !row.isConfirmed { unconfirmed.insert(cell.key.indicator) }
        if counters[cell.key.indicator] == nil { counters[cell.key.indicator] = row.counter?.text }
      }
    }
    self.unconfirmed = unconfirmed
    self.counters = counters
  }

  /// - Parameter id: such as `gid-2021`; `nil` for a form that the catalogue does not have.
  public func form(_ id: String) -> Form? {
    forms.first { $0.id == id }
  }

  /// The forms that have a table of this number, oldest first.
  public func tables(_ number: Int) -> [FormTable] {
    forms.compactMap { $0.table(number) }
  }

  /// The numbers of the tables that a report should have, ascending: all those of the forms that
  /// its tables follow.
  ///
  /// - Parameter forms: forms that the catalogue does not have ask for nothing.
  public func tableNumbers(of forms: some Sequence<String>) -> [Int] {
    let wanted = Set(forms)
    return Set(self.forms.filter { wanted.contains($0.id) }.flatMap { $0.tables.map(\.number) })
      .sorted()
  }

  /// Whether the form's row of this indicator is known from an official text or from published
  /// reports; `true` for what stands on no form.
  public func isConfirmed(_ code: IndicatorCode) -> Bool {
    !unconfirmed.contains(code)
  }

  /// The word for what an indicator's figures count, as the form prints it beside the row, such as
  /// 人次; `nil` for those of tables without such a column.
  public func counter(of code: IndicatorCode) -> LocalizedText? {
    counters[code]
  }

  /// The built-in forms, read once from the files embedded in the program.
  public static let standard: FormCatalog = {
    do {
      let indicators = try IndicatorDictionary(yaml: text(PackageResources.indicators_yaml))
      let forms = try [
        PackageResources.fujian_2011_yaml, PackageResources.fujian_2014_yaml,
        PackageResources.gid_2014_yaml, PackageResources.gid_2019_yaml,
        PackageResources.gid_2021_yaml,
      ].map { try Form(yaml: text($0)) }
      let crosswalk = try Crosswalk(yaml: text(PackageResources.crosswalk_yaml))
      return FormCatalog(forms: forms, indicators: indicators, crosswalk: crosswalk)
    } catch {
      // The files are part of the program and read by its tests: this cannot happen in a build
      // that passed them.
      fatalError("built-in form file: \(error)")
    }
  }()

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
