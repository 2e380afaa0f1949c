import Bodies
import Forms
import Panel
import ReportModel

/// What every query works on.
struct QueryContext: Sendable {
  let panel: Panel
  let catalog: FormCatalog
  let bodies: BodyDirectory
  let contents: FormContents
  /// What was found of the panel's bodies before; `nil` where nothing is kept.
  let known: KnownBodyAttributes?

  init(
    panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly,
    known: KnownBodyAttributes? = nil
  ) {
    self.known = known
    self.bodies = bodies
    self.panel = panel
    self.catalog = catalog
    contents = FormContents(catalog: catalog, panel: panel)
  }

  func indicator(_ code: IndicatorCode) throws(AnalysisError) -> Indicator {
    guard let indicator = catalog.indicators[code] else { throw .unknownIndicator(code) }
    return indicator
  }
}
