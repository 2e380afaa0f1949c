import ReportModel

/// Turns notes into footnotes: one for each thing to say, with all indicators that it is true of.
struct FootnoteWriter {
  let indicators: [Indicator]
  let contents: FormContents

  /// - Parameters:
  ///   - notes: of all columns.
  ///   - shown: the flags that each indicator's values carry; other notes are left out.
  ///   - unread: the number of figures of each indicator that could not be read.
  func footnotes(_ notes: Set<Note>, shown: [FlagSet], unread: [Int]) -> [Footnote] {
    var said: [Flag: [Statement]] = [:]
    let occurring = notes.filter { shown[$0.indicator].contains($0.flag) }
    // One footnote for what is read and one for what is derived, each with its own count.
    let unreadColumns = Set(occurring.filter { $0.kind == .unread }.map(\.indicator))
    for note in occurring {
      let isDerived = indicators[note.indicator].isDerived
      let alike = unreadColumns.filter { indicators[$0].isDerived == isDerived }
      let text = text(
        note.kind,
        unread: FootnoteWording.unread(alike.reduce(0) { $0 + unread[$1] }, derived: isDerived))
      var statements = said[note.flag] ?? []
      if let known = statements.firstIndex(where: { $0.text == text }) {
        statements[known].indicators.insert(note.indicator)
      } else {
        statements.append(Statement(text: text, indicators: [note.indicator]))
      }
      said[note.flag] = statements
    }
    return Flag.allCases.flatMap { flag in
      (said[flag] ?? []).sorted { $0.precedes($1) }.map { statement in
        let names = statement.indicators.sorted().map { indicators[$0].label }
        return Footnote(flag: flag, text: FootnoteWording.named(names, statement.text))
      }
    }
  }

  private struct Statement {
    let text: LocalizedText
    var indicators: Set<Int>

    func precedes(_ other: Statement) -> Bool {
      let (these, those) = (indicators.sorted(), other.indicators.sorted())
      if these != those { return these.lexicographicallyPrecedes(those) }
      return text.english.unicodeScalars.lexicographicallyPrecedes(
        other.text.english.unicodeScalars)
    }
  }

  private func text(_ kind: Note.Kind, unread: LocalizedText) -> LocalizedText {
    switch kind {
    case .seriesBreak(let relation):
      FootnoteWording.seriesBreak(
        older: contents.title(relation.olderForm), newer: contents.title(relation.newerForm),
        why: relation.why)
    case .definitionDiffers(let relation):
      FootnoteWording.definitionDiffers(
        older: contents.title(relation.olderForm), newer: contents.title(relation.newerForm),
        why: relation.why)
    case .aggregated(let code, let form):
      FootnoteWording.aggregated(
        form: contents.title(form),
        why: contents.whyAggregated(code, on: form) ?? FootnoteWording.nothingStated)
    case .unread: unread
    case .unstatedMoney: FootnoteWording.unstatedMoney
    case .bodiesDiffer: FootnoteWording.bodiesDiffer
    case .yearsDiffer: FootnoteWording.yearsDiffer
    case .severalYears(let summed): FootnoteWording.severalYears(summed)
    case .zeroDenominator: FootnoteWording.zeroDenominator
    case .notOnForm(let code, let form):
      FootnoteWording.notOnForm(
        contents.title(form), why: contents.whyMissing(code, on: form))
    }
  }
}
