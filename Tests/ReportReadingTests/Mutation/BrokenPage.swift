import Forms
import ReportModel
import Testing

@testable import ReportReading

/// A report page as a list of lines and printed tables, to be broken at random. What it then says is
/// for `PageTruth` to find out.
struct BrokenPage {
  enum Part {
    case line(String)
    case sheet(SamplePage.Sheet)
  }

  let form: Form
  /// What stood at each cell before anything was broken.
  let unbroken: [CellKey: String]
  var parts: [Part]
  var log: [String] = []
  /// Figures in other ways of writing than bare digits: what they say, `nil` for nothing certain.
  var oddFigures: [String: String?] = [:]

  static let title = "青石市水务局2022年政府信息公开工作年度报告"

  /// - Parameter random: gives each cell a number that stands nowhere else, of any length.
  init(form id: String, random: inout SeededGenerator) throws {
    let sample = try SamplePage(form: id, figures: Self.figures(&random))
    form = sample.form
    unbroken = sample.printed
    parts = [.line(Self.title), .line("一、总体情况")]
    for number in sample.sheets.keys.sorted() {
      parts.append(.line(Self.heading(of: number, form)))
      for sheet in sample.sheets[number] ?? [] { parts.append(.sheet(sheet)) }
    }
    parts.append(.line("五、存在的主要问题及改进情况"))
  }

  static func figures(_ random: inout SeededGenerator) -> (CellKey, Int) -> String {
    var taken: Set<Int> = []
    var numbers: [String] = []
    while numbers.count < 260 {
      let size = [1_000, 10_000, 1_000_000].randomElement(using: &random) ?? 1_000
      let number = Int.random(in: (size / 10)..<size, using: &random)
      if taken.insert(number).inserted { numbers.append(String(number)) }
    }
    return { _, index in numbers[index] }
  }

  static func heading(of number: Int, _ form: Form) -> String {
    "\(["二", "三", "四"][number - 2])、\(form.table(number)?.title.chinese ?? "")"
  }

  var sheetIndices: [Int] {
    parts.indices.filter { if case .sheet = parts[$0] { true } else { false } }
  }

  subscript(sheet index: Int) -> SamplePage.Sheet {
    get { if case .sheet(let sheet) = parts[index] { sheet } else { [] } }
    set { parts[index] = .sheet(newValue) }
  }

  /// What a figure's text says: its digits, `""` for a blank, `nil` where that is not certain.
  func meaning(of text: String) -> String? {
    if let odd = oddFigures[text] { return odd }
    return text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? text : nil
  }

  /// Whether a text stands where figures stand: bare or odd figures, pieces of them, blanks.
  func isFigureText(_ text: String) -> Bool {
    if oddFigures[text] != nil { return true }
    return text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x0A || $0 == 0x20 }
  }
}
