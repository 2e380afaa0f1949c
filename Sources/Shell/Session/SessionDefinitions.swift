import Analysis
import Forms
import ReportModel
import ReportStore

/// The user's derived indicators.
extension Session {
  /// Takes definitions over and keeps them with the reports; of a name that is there already, the new
  /// formula counts.
  func define(_ new: [Definition], at range: SourceRange? = nil) throws(ShellError) {
    let names = Set(new.map(\.code))
    var all = definitions
    for definition in new {
      if let known = all.firstIndex(where: { $0.code == definition.code }) {
        all[known] = definition
      } else {
        all.append(definition)
      }
    }
    let extended: FormCatalog
    do {
      // What is new is put on what is there; a changed one may bear on those behind it.
      extended =
        all.count == definitions.count + new.count
        ? try catalog.adding(new) : try FormCatalog.standard.adding(all)
    } catch {
      throw ShellError(.analysis(error), at: range ?? 0..<0)
    }
    do {
      try store.add(
        all.filter { names.contains($0.code) }
          .map { StoredDefinition(name: $0.code.text, formula: $0.formula) })
    } catch {
      throw ShellError(.store(nil, error))
    }
    replace(definitions: all, catalog: extended)
  }

  /// What the store holds, as definitions; those that this version cannot read are left out and told.
  func readDefinitions() throws(ShellError) {
    let stored: [StoredDefinition]
    do {
      stored = try store.definitions()
    } catch {
      throw ShellError(.store(nil, error))
    }
    var catalog = FormCatalog.standard
    var read: [Definition] = []
    for entry in stored {
      let definition = Definition(code: IndicatorCode(entry.name), formula: entry.formula)
      do {
        catalog = try catalog.adding([definition])
        read.append(definition)
      } catch {
        notice(.failure(ShellError(.analysis(error))))
      }
    }
    replace(definitions: read, catalog: catalog)
  }
}
