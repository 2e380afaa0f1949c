import Expressions
import ReportModel

/// What a rule says of a claim, and the reading that decided it.
struct ClaimVerdict {
  let verdict: Verdict
  let reading: ClaimReadings.Reading?

  /// Holds an assertion against every meaning of a claim: it fails only where no meaning, in no
  /// reading, satisfies it.
  init(_ assertion: Expression, _ meanings: [ClaimReadings.Meaning]) {
    var fails: ClaimVerdict?
    var unknown: ClaimVerdict?
    var other: ClaimVerdict?
    for meaning in meanings {
      let one = ClaimVerdict(assertion, of: meaning)
      switch one.verdict {
      case .pass:
        self = one
        return
      case .fail: fails = fails ?? one
      case .unknown: unknown = unknown ?? one
      case .skipped, .error: other = other ?? one
      }
    }
    self = unknown ?? fails ?? other ?? ClaimVerdict(verdict: .skipped, reading: nil)
  }

  private init(verdict: Verdict, reading: ClaimReadings.Reading?) {
    self.verdict = verdict
    self.reading = reading
  }

  /// The printed figure counts. Where it was not read, what its parts come to counts as well, and
  /// where any reading is satisfied, the text is right in a way.
  private init(_ assertion: Expression, of meaning: ClaimReadings.Meaning) {
    let own = meaning.own
    let first = Self.verdict(assertion, own)
    var failing: ClaimReadings.Reading?
    switch first {
    case .pass, .skipped, .error:
      self.init(verdict: first, reading: own)
      return
    case .fail: failing = own
    case .unknown: break
    }
    for reading in meaning.others() {
      switch Self.verdict(assertion, reading) {
      case .pass:
        self.init(verdict: .pass, reading: reading)
        return
      case .fail where !reading.isExcuse: failing = failing ?? reading
      case .fail, .unknown, .skipped, .error: break
      }
    }
    self.init(verdict: failing == nil ? .unknown : .fail, reading: failing ?? own)
  }

  private static func verdict(
    _ assertion: Expression, _ reading: ClaimReadings.Reading
  ) -> Verdict {
    do {
      switch try Evaluator(reading.zero).truth(of: assertion) {
      case .holds: return .pass
      case .notApplicable: return .skipped
      // What the text leaves open satisfies the rule.
      case .undecided where !reading.zero.hasUnread(in: assertion): return .pass
      case .fails, .undecided: break
      }
      switch try Evaluator(reading.unread).truth(of: assertion) {
      case .holds: return .pass
      case .fails: return .fail
      case .undecided: return .unknown
      case .notApplicable: return .skipped
      }
    } catch {
      return .error
    }
  }
}
