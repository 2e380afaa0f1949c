import Expressions
import ReportModel

/// What else a figure may be of than what its words say.
extension ClaimReadings {
  /// Whether a figure is that of other cells which the words may have meant: of one column of
  /// applicants, of one group of suits, of the year before, of another line of requests. Then it is
  /// asked about and not blamed.
  func isExplained(_ index: Int) -> Bool {
    let claim = claims[index]
    guard claim.kind == .count, let stated = claim.statedValue, stated != .zero,
      claim.bound == .exact
    else { return false }
    return claim.meanings.contains { meaning in
      var others: [TableReading] = []
      if claim.applicants.isEmpty {
        for applicant in Applicant.allCases where applicant != .total {
          others += cache.readings(of: meaning, applicants: [applicant]).prefix(1)
        }
      }
      for code in Self.neighbours(of: meaning) {
        others += cache.readings(of: [code], applicants: claim.applicants).prefix(1)
      }
      others += cache.readings(of: meaning, applicants: claim.applicants).prefix(1).map(\.previous)
      return others.contains { cells.zero.value(of: $0.worked) == .known(stated) }
    }
  }

  private static let requests = [
    "requests.new", "requests.carried_in", "requests.handled_load", "requests.carried_out",
    "outcome.total",
  ].map { IndicatorCode($0) }

  private static func neighbours(of meaning: [IndicatorCode]) -> [IndicatorCode] {
    guard let code = meaning.first else { return [] }
    if meaning.count == 1, requests.contains(code) { return requests }
    if code.text.hasPrefix("suit.") {
      return ["suit_direct", "suit_reviewed"].map { IndicatorCode($0 + code.text.dropFirst(4)) }
    }
    return code.text.hasPrefix("suit_") ? meaning : []
  }
}
