import ReportModel

/// Ids of findings: `F` and a short hash of rule, body, year, subject and applicant, so that a
/// finding keeps its id over runs, machines, orders of loading and corrections of its figures.
enum FindingID {
  /// Digits and letters without I, L, O and U, which are easily misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let alphabetBytes = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  /// 40 bits: among 10,000 findings, one result in some 20,000 has two that share them.
  private static let shortLength = 8
  /// All 64 bits.
  private static let fullLength = 13

  /// An id for each finding, all different.
  ///
  /// Findings of one result that share the short hash all get the full one, which begins with the
  /// short one. Should two share even that, they are numbered in the order of what they are made
  /// from. None of it depends on the order of the findings.
  ///
  /// - Parameters:
  ///   - hashes: of what each finding's id is made from.
  ///   - key: what it is made from; asked for only where hashes are shared.
  static func ids(_ hashes: [UInt64], key: (Int) -> String) -> [String] {
    guard hasShared(hashes) else { return hashes.map { shortID(of: $0) } }
    return unique(hashes.indices.map(key), hash: hash)
  }

  /// Whether two hashes share the bits of a short id.
  private static func hasShared(_ hashes: [UInt64]) -> Bool {
    guard hashes.count > 1 else { return false }
    // Open addressing in a table at most half full; 0 stands for an empty place.
    let size = UInt64(1) << UInt64(64 - (hashes.count * 2 - 1).leadingZeroBitCount)
    var table = [UInt64](repeating: 0, count: Int(size))
    for hash in hashes {
      let short = hash >> UInt64(64 - 5 * shortLength) | 1 << 63
      var place = short & (size - 1)
      while table[Int(place)] != 0 {
        if table[Int(place)] == short { return true }
        place = (place + 1) & (size - 1)
      }
      table[Int(place)] = short
    }
    return false
  }

  /// The id with all bits of its hash, for one whose short form is another's already.
  static func full(of key: String) -> String { "F" + text(of: hash(key)) }

  private static func shortID(of hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: shortLength + 1) { buffer in
      buffer[0] = UInt8(ascii: "F")
      for position in 0..<shortLength {
        let bits = hash >> UInt64(64 - 5 * (position + 1))
        buffer[position + 1] = alphabetBytes[Int(bits & 31)]
      }
      return shortLength + 1
    }
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
  static func key(
    rule: String, body: String, year: Int, subject: String, applicant: Applicant?
  ) -> String {
    [rule, body, String(year), subject, applicant?.rawValue ?? ""].joined(separator: "\u{1F}")
  }

  /// The hash of `key` as far as the rule goes, to be finished for each finding.
  struct Hash: Sendable {
    private let start: FNV

    init(rule: String) {
      var hash = FNV()
      hash.add(rule)
      hash.add(byte: 0x1F)
      start = hash
    }

    func finished(body: String, year: Int, subject: String, applicant: Applicant?) -> UInt64 {
      var hash = start
      hash.add(body)
      hash.add(byte: 0x1F)
      hash.add(String(year))
      hash.add(byte: 0x1F)
      hash.add(subject)
      hash.add(byte: 0x1F)
      if let applicant { hash.add(applicant.rawValue) }
      return hash.mixed
    }
  }

  static func hash(_ key: String) -> UInt64 {
    var hash = FNV()
    hash.add(key)
    return hash.mixed
  }

  /// FNV-1a over UTF-8 bytes.
  fileprivate struct FNV: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        for byte in bytes { add(byte: byte) }
      }
    }

    mutating func add(byte: UInt8) {
      state ^= UInt64(byte)
      state &*= 0x0000_0100_0000_01b3
    }

    /// Mixed so that every bit counts in the short form.
    var mixed: UInt64 {
      var hash = state
      hash ^= hash >> 33
      hash &*= 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 33
      return hash
    }
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
