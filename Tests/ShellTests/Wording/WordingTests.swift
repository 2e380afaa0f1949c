import ReportModel
import ReportReading
import Testing

@testable import Shell

/// Whatever nianbao says, it says in both languages. The samples stand in chains: each case leads
/// to the next, so that a new case does not compile until it has a sample.
@Suite("The catalogue of words")
struct WordingTests {
  private let chinese = Wording(language: .chinese)
  private let english = Wording(language: .english)

  @Test("Every notice has words in both languages")
  func notices() {
    let samples = chain(Notice.sample(after:))
    #expect(samples.count > 20)
    let ofLoading =
      LoadSamples.fates.map { Notice.outcome(LoadOutcome(path: "a.html", fate: $0)) }
      + LoadSamples.reasons.map { .failures($0, LoadSamples.failures) }
      + LoadSamples.hidden.map { .more(2, of: $0) }
    for notice in ofLoading {
      expectWords(chinese.text(of: notice), english.text(of: notice), "\(notice)")
    }
    for notice in samples {
      expectWords(chinese.text(of: notice), english.text(of: notice), "\(notice)")
    }
  }

  @Test("Every error has words in both languages, in one line")
  func errors() {
    var kinds = chain(ShellError.Kind.sample(after:))
    kinds += chain(ReadingSamples.error(after:)).map { .reading("a.html", $0) }
    kinds += chain(ReadingSamples.tableFlaw(after:)).map {
      .reading("a.csv", .table(TableFlaw(line: 2, column: 3, kind: $0)))
    }
    kinds += chain(StoreSamples.error(after:)).flatMap {
      [.store("a.nianbao", $0), .store(nil, $0)]
    }
    kinds += chain(AnalysisSamples.error(after:)).map { .analysis($0) }
    kinds += ReadingSamples.formats.map { .reading("a", .notAReportFormat($0)) }
    kinds += ReadingSamples.measures.map { .reading("a", .tooComplex($0, limit: 512)) }
    kinds += chain(Expectation.sample(after:)).map { .expected($0) }
    kinds += chain(NameKind.sample(after:)).flatMap { kind -> [ShellError.Kind] in
      [
        .unknownName(kind, "x", nearest: []), .unknownName(kind, "x", nearest: ["y", "z"]),
        .ambiguousName(kind, "x", candidates: (1...9).map(String.init)),
      ]
    }
    #expect(kinds.count > 80)
    for kind in kinds {
      let error = ShellError(kind)
      expectWords(chinese.text(of: error), english.text(of: error), "\(kind)")
      #expect(!english.text(of: error).contains("\n"))
      #expect(!chinese.text(of: error).contains("\n"))
    }
  }

  @Test("No error is a success")
  func exitCodes() {
    for kind in chain(ShellError.Kind.sample(after:)) {
      #expect(ShellError(kind).exitStatus != .done, "\(kind)")
    }
  }

  @Test("Every command, keyword, status, severity and outcome has a name in both languages")
  func names() {
    for manual in CommandTable.all.map({ $0.manual }) {
      expectWords(manual.chineseName, manual.name, manual.name)
      for text in [manual.summary, manual.details] {
        expectWords(text.chinese, text.english, manual.name)
      }
      #expect(!manual.examples.isEmpty)
    }
    #expect(Set(CommandTable.allNames).count == CommandTable.allNames.count)
    let keywords = Keyword.allCases.flatMap { [$0.rawValue, $0.chinese] }
    #expect(Set(keywords).count == keywords.count)
    for label in CellStatus.allCases.map(\.label) + Severity.allCases.map(\.label)
      + Outcome.allCases.map(\.label)
    {
      expectWords(label.chinese, label.english, label.english)
    }
  }

  @Test("The examples of the help are commands that are understood")
  func helpExamples() throws {
    // Scripts that examples run must be there.
    let shell = try InProcess(in: try ScratchFolder.likeExamples())
    for manual in CommandTable.all.map({ $0.manual }) {
      for example in manual.examples {
        let reading = shell.session.parser.read(SourceText(example), atMost: 9)
        #expect(reading.errors.isEmpty, "\(example)")
      }
    }
  }

  /// English words hold no Chinese ones but names and quotations in them; so only words for which
  /// both languages are the same are looked for.
  private func expectWords(_ chinese: String, _ english: String, _ what: String) {
    #expect(chinese.contains { !$0.isWhitespace }, "\(what)")
    #expect(english.contains { !$0.isWhitespace }, "\(what)")
    let hasWords = chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    #expect(chinese != english || !hasWords, "\(what)")
  }

  /// All samples of a chain.
  private func chain<Sample>(_ next: (Sample?) -> Sample?) -> [Sample] {
    var samples: [Sample] = []
    while samples.count < 200, let sample = next(samples.last) { samples.append(sample) }
    return samples
  }
}
