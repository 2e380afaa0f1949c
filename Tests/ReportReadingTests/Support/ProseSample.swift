import Forms
import ReportModel

@testable import ReportReading

/// Reads the claims of sentences without a page around them.
enum ProseSample {
  /// - Parameters:
  ///   - text: its lines are paragraphs.
  ///   - forms: of tables 2, 3 and 4.
  static func claims(
    _ text: String, body: String = "云岭市人民政府", year: Int = 2023, form: String = "gid-2021"
  ) -> [Claim] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let document = Document(
      blocks: lines.enumerated().filter { !$0.element.isEmpty }.map { number, line in
        .paragraph(Paragraph(text: String(line), place: Place(line: Int32(number + 1))))
      })
    let tables = FormCatalog.standard.form(form)?.tables.map { table in
      ReportTable(
        number: table.number, form: form,
        cells: table.cells.map {
          .unread($0.key, status: .blank, unit: $0.unit, printed: "", place: nil)
        })
    }
    return ClaimReader(body: body, year: year, tables: tables ?? [], codes: KnownCodes(.standard))
      .claims(in: document)
  }

  /// A claim as the tests write it: `requests.new 12件`, `outcome.granted 33.9% share`,
  /// `review.total none`, `? 3件`, with the scope behind it where it is not certain.
  static func text(_ claim: Claim) -> String {
    let name = claim.meanings.isEmpty ? "?" : claim.indicatorText
    let applicants = claim.applicants.isEmpty ? "" : "[\(claim.applicantText)]"
    let figure = claim.kind == .none ? "none" : "\(claim.value)\(claim.unit)"
    let kind = [.count, .none].contains(claim.kind) ? "" : " \(claim.kind.rawValue)"
    let bound = claim.bound == .exact ? "" : " \(claim.bound.rawValue)"
    let scope = ["certain", ""].contains(claim.scopeText) ? "" : " (\(claim.scopeText))"
    return "\(name)\(applicants) \(figure)\(kind)\(bound)\(scope)"
  }

  static func texts(
    _ text: String, body: String = "云岭市人民政府", year: Int = 2023, form: String = "gid-2021"
  ) -> [String] {
    claims(text, body: body, year: year, form: form).map(Self.text)
  }
}

extension ProseSample {
  /// What tests of many claims look at.
  struct Found {
    let meanings: [String]
    let applicants: String
    let value: Quantity
    let isCertain: Bool
  }

  static func found(_ text: String, body: String, form: String) -> [Found] {
    claims(text, body: body, form: form).map { claim in
      Found(
        meanings: claim.meanings.map { $0.map(\.text).joined(separator: " + ") },
        applicants: claim.applicants.isEmpty ? "" : "[\(claim.applicantText)]",
        value: claim.value, isCertain: claim.isCertain)
    }
  }
}
