import Panel
import ReportModel

/// A small report with what is expected of a rule.
public struct RuleTest: Sendable {
  /// What the rule makes of the report: over all that it goes through in it.
  public enum Expected: String, Hashable, Sendable, CaseIterable {
    /// Something passes, and nothing fails, is unknown or errs.
    case pass
    /// Something fails.
    case fail
    /// Something is unknown, and nothing fails or errs.
    case unknown
    /// Everything is skipped.
    case skipped
    /// Something cannot be worked out.
    case error
  }

  /// What stands in a cell.
  public enum Content: Hashable, Sendable {
    case figure(Quantity)
    /// Anything but `reported` and `notOnForm`.
    case unread(PanelColumn.State)
  }

  /// A cell with what stands in it.
  public struct Entry: Sendable {
    /// Which cell.
    public let key: CellKey
    /// What stands there.
    public let content: Content
    let place: RuleTextPlace
  }

  /// One of the reports of a test. Cells that are not named hold 0.
  public struct Report: Sendable {
    /// The form of its tables; `nil` where it is the newest that the rule holds for.
    public let form: String?
    /// The tables that it has; `nil` where it has all of the form's.
    public let tables: [Int]?
    /// In the order of the file.
    public let cells: [Entry]
    let formPlace: RuleTextPlace?
  }

  /// Reports of bodies of the same kind.
  public enum Peer: Sendable {
    /// One that holds the figure in each cell that the rule compares with its peers.
    case figure(Quantity)
    /// So many that are alike.
    case reports(Report, times: Int)
  }

  /// What the test is about; empty where the file does not say.
  public let name: String
  /// Whose report it is.
  public let body: String
  /// The report.
  public let report: Report
  /// The same body's report of the year before, where there is one.
  public let previous: Report?
  /// The reports of the same year of the bodies right below; `nil` for one that has none.
  public let children: [Report?]
  /// Those of bodies of the same kind.
  public let peers: [Peer]
  /// What the text of the report states; for rules about claims.
  public let claims: [Claim]
  /// What must come of it.
  public let expected: Expected
  let place: RuleTextPlace

  /// All its reports that are written out.
  var reports: [Report] {
    let peers = peers.compactMap { peer -> Report? in
      if case .reports(let report, _) = peer { report } else { nil }
    }
    return [report] + [previous].compactMap { $0 } + children.compactMap { $0 } + peers
  }
}

extension RuleTest.Expected {
  /// What the outcomes of a rule on one report come to; `nil` where there are none.
  init?(_ counts: OutcomeCounts) {
    if counts.errors > 0 {
      self = .error
    } else if counts.failed > 0 {
      self = .fail
    } else if counts.unknown > 0 {
      self = .unknown
    } else if counts.passed > 0 {
      self = .pass
    } else if counts.skipped > 0 {
      self = .skipped
    } else {
      return nil
    }
  }
}
