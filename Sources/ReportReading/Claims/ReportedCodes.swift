import Forms
import ReportModel

/// The codes that the figures of each form's tables can be of, made ready once for all reports.
struct KnownCodes: Sendable {
  private struct Table: Hashable {
    let form: String
    let number: Int
  }

  /// With the beginnings of each code: a figure of `outcome.other.rest` is one of `outcome.other`.
  private var ofTables: [Table: Set<IndicatorCode>] = [:]
  /// By table number, those of all forms.
  private var ofNumbers: [Int: Set<IndicatorCode>] = [:]
  fileprivate let dictionary: IndicatorDictionary

  init(_ catalog: FormCatalog) {
    dictionary = catalog.indicators
    for form in catalog.forms {
      for table in form.tables {
        let codes = Set(table.cells.map(\.key.indicator)).reduce(into: Set<IndicatorCode>()) {
          $0.formUnion(Self.beginnings(of: $1))
        }
        ofTables[Table(form: form.id, number: table.number)] = codes
        ofNumbers[table.number, default: []].formUnion(codes)
      }
    }
  }

  private static func beginnings(of code: IndicatorCode) -> [IndicatorCode] {
    let words = code.text.split(separator: ".")
    return words.indices.map { IndicatorCode(words[...$0].joined(separator: ".")) }
  }

  /// - Parameter tables: as read; of a table that the page lacks, any form may be meant.
  func codes(of tables: [ReportTable]) -> ReportedCodes {
    var sets = tables.compactMap { ofTables[Table(form: $0.form, number: $0.number)] }
    for (number, codes) in ofNumbers where !tables.contains(where: { $0.number == number }) {
      sets.append(codes)
    }
    return ReportedCodes(sets: sets, dictionary: dictionary)
  }
}

/// The codes that the figures of a report can be of.
struct ReportedCodes {
  fileprivate let sets: [Set<IndicatorCode>]
  fileprivate let dictionary: IndicatorDictionary

  func have(_ meaning: [IndicatorCode]) -> Bool {
    meaning.allSatisfy { code in
      sets.contains { $0.contains(code) } || dictionary[code]?.isDerived == true
    }
  }
}
