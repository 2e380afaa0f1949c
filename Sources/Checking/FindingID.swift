import ReportModel

/// Ids of findings: `F` and a short hash of rule, body, year, subject and applicant, so that a
/// finding keeps its id over runs, machines, orders of loading and corrections of its figures.
enum FindingID {
  /// Digits and letters without I, L, O and U, which are easily misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  /// 40 bits: among 10,000 findings, one result in some 20,000 has two that share them.
  private static let shortLength = 8
  /// All 64 bits.
  private static let fullLength = 13

  /// An id for each finding, all different.
  ///
  /// Findings of one result that share the short hash all get the full one, which begins with the
  /// short one. Should two share even that, they are numbered in the order of what they are made
  /// from. None of it depends on the order of the findings.
  static func ids(for findings: [Finding]) -> [String] {
    unique(findings.map { key(of: $0) }, hash: hash)
  }

  /// - Parameter keys: all different.
  static func unique(_ keys: [String], hash: (String) -> UInt64) -> [String] {
    let full = keys.map { text(of: hash($0)) }
    let short = full.map { String($0.prefix(shortLength)) }
    let shortCounts = counts(of: short)
    let fullCounts = counts(of: full)
    var ids = keys.indices.map { index in
      "F" + (shortCounts[short[index]] == 1 ? short[index] : full[index])
    }
    let shared = keys.indices.filter { fullCounts[full[$0], default: 0] > 1 }
    var numbers: [String: Int] = [:]
    for index in shared.sorted(by: { precedes(keys[$0], keys[$1]) }) {
      let number = numbers[full[index], default: 0] + 1
      numbers[full[index]] = number
      ids[index] += "-\(number)"
    }
    return ids
  }

  /// What the id is made from; no two findings of a result have the same.
  private static func key(of finding: Finding) -> String {
    [
      finding.rule, finding.body, String(finding.year), finding.subject,
      finding.applicant?.rawValue ?? "",
    ].joined(separator: "\u{1F}")
  }

  /// FNV-1a over the UTF-8 bytes, then mixed so that every bit counts in the short form.
  static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01b3
    }
    hash ^= hash >> 33
    hash &*= 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    return hash
  }

  /// Thirteen characters, the most significant bits first.
  private static func text(of hash: UInt64) -> String {
    String(
      (0..<fullLength).map { position in
        let shift = 64 - 5 * (position + 1)
        let bits = shift >= 0 ? hash >> UInt64(shift) : hash << UInt64(-shift)
        return alphabet[Int(bits & 31)]
      })
  }

  private static func counts(of texts: [String]) -> [String: Int] {
    texts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }
}
