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

  /// - Parameter forms: oldest first; that they agree with the dictionary is not checked.
  public init(forms: [Form], indicators: IndicatorDictionary, crosswalk: Crosswalk) {
    self.forms = forms
    self.indicators = indicators
    self.crosswalk = crosswalk
  }

  /// - Parameter id: such as `gid-2021`; `nil` for a form that the catalogue does not have.
  public func form(_ id: String) -> Form? {
    forms.first { $0.id == id }
  }

  /// The forms that have a table of this number, oldest first.
  public func tables(_ number: Int) -> [FormTable] {
    forms.compactMap { $0.table(number) }
  }

  /// The built-in forms, read once from the files embedded in the program.
  public static let standard: FormCatalog = {
    do {
      let indicators = try IndicatorDictionary(yaml: text(PackageResources.indicators_yaml))
      let forms = try [PackageResources.gid_2019_yaml, PackageResources.gid_2021_yaml]
        .map { try Form(yaml: text($0)) }
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
