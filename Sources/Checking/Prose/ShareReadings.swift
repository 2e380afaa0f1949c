import Expressions
import Forms
import ReportModel

/// What a share may be of.
extension ClaimReadings {
  /// The figure that a share is of, or the whole.
  private struct Operand {
    let zero: Figure?
    let unread: Figure?
    let isFromTables: Bool
  }

  /// A share is of the whole that the text names, or of any other that is printed: bodies seldom
  /// say of which.
  func shares(
    _ own: Reading, _ others: @escaping () -> [Reading], of claim: Claim,
    _ meaning: [IndicatorCode]
  ) -> Meaning? {
    let read = { (reading: Reading) in
      Operand(
        zero: reading.zero.figures[.table], unread: reading.unread.figures[.table],
        isFromTables: true)
    }
    var stated: Operand?
    if let subject = claim.subject, claims.indices.contains(subject),
      let value = claims[subject].truth
    {
      stated = Operand(zero: value, unread: value, isFromTables: false)
    }
    let wholes = wholes(of: claim, meaning)
    guard let whole = wholes.first else { return nil }
    return Meaning(own: share(own, stated ?? read(own), of: whole, isExcuse: false)) {
      let subjects =
        [stated ?? read(own)] + (stated == nil ? [] : [read(own)]) + others().map(read)
        + joined(with: claim)
      let wholes = wholes + self.named(beside: claim)
      var readings: [Reading] = []
      for (wholeIndex, whole) in wholes.enumerated() {
        for (subjectIndex, subject) in subjects.enumerated() where wholeIndex + subjectIndex > 0 {
          readings.append(share(own, subject, of: whole, isExcuse: true))
        }
      }
      return readings
    }
  }

  private func share(
    _ own: Reading, _ subject: Operand, of whole: Operand, isExcuse: Bool
  ) -> Reading {
    var reading = own
    reading.zero.figures[.claimSubject] = subject.zero
    reading.unread.figures[.claimSubject] = subject.unread
    reading.zero.figures[.claimWhole] = whole.zero
    reading.unread.figures[.claimWhole] = whole.unread
    if subject.isFromTables { reading.zero.fromTables.insert(.claimSubject) }
    if whole.isFromTables { reading.zero.fromTables.insert(.claimWhole) }
    reading.isExcuse = isExcuse
    return reading
  }

  private func wholes(of claim: Claim, _ meaning: [IndicatorCode]) -> [Operand] {
    var wholes: [Operand] = []
    if let part = claim.part, claims.indices.contains(part.whole),
      let value = claims[part.whole].truth
    {
      wholes.append(Operand(zero: value, unread: value, isFromTables: false))
      for list in ClaimParts.lists(of: part.whole, in: claims) {
        wholes.append(
          Operand(zero: .known(list.sum), unread: .known(list.sum), isFromTables: false))
      }
    }
    for code in Self.wholes(of: meaning) {
      for table in cache.readings(of: [code], applicants: []) {
        wholes.append(
          Operand(
            zero: cells.zero.value(of: table.worked), unread: cells.unread.value(of: table.worked),
            isFromTables: true))
      }
    }
    return wholes
  }

  /// Every other figure of the sentence and of what its figures are parts of: 审结10件，维持8件，占80%.
  private func named(beside claim: Claim) -> [Operand] {
    let unit = claim.subject.map { claims[$0].unit }
    return claims.indices.filter { index in
      index != claim.subject && claims[index].kind == .count && claims[index].unit == unit
        && claims[index].sentence == claim.sentence
    }.compactMap { index in
      claims[index].truth.map { Operand(zero: $0, unread: $0, isFromTables: false) }
    }
  }

  /// The figure that a share stands behind with one or more before it: 予以公开30件，部分公开6件，占60%.
  private func joined(with claim: Claim) -> [Operand] {
    guard let subject = claim.subject, claims.indices.contains(subject),
      var sum = claims[subject].statedValue
    else { return [] }
    var operands: [Operand] = []
    for index in claims.indices[..<subject].reversed() {
      let other = claims[index]
      guard other.sentence == claim.sentence, let value = other.statedValue else { break }
      guard other.kind == .count, other.unit == claims[subject].unit else { continue }
      guard let next = sum.adding(value) else { break }
      sum = next
      operands.append(Operand(zero: .known(sum), unread: .known(sum), isFromTables: false))
    }
    return operands
  }

  private static func wholes(of meaning: [IndicatorCode]) -> [IndicatorCode] {
    let names =
      switch meaning.first?.text.split(separator: ".").first ?? "" {
      case "outcome", "requests": ["outcome.total", "requests.new", "requests.handled_load"]
      case "review": ["review.total"]
      case "suit_direct", "suit_reviewed", "suit":
        ["suit_direct.total", "suit_reviewed.total", "suit.total"]
      default: [] as [String]
      }
    return names.map { IndicatorCode($0) }
  }
}
