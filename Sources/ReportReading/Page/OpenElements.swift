/// How many elements of each name a page has open, by its tags alone. Names are numbers; see
/// `MarkupScan`.
struct OpenElements {
  private struct Entry {
    /// 0 where there is none.
    var name: UInt64 = 0
    var count = 0
    var isSelfEnding = false
  }

  /// A hash table: names are looked up at every tag.
  private var entries = [Entry](repeating: Entry(), count: 256)
  private var used = 0
  /// Within these every element nests.
  private var foreignCount = 0

  /// Takes a start tag.
  ///
  /// - Returns: whether the element nests.
  mutating func begin(_ name: UInt64) -> Bool {
    let place = place(of: name)
    if entries[place].name == 0 {
      entries[place] = Entry(name: name, isSelfEnding: Self.selfEnding.contains(name))
      used += 1
      if used > entries.count / 2 {
        grow()
        return begin(name)
      }
    }
    guard foreignCount > 0 || !entries[place].isSelfEnding else { return false }
    entries[place].count += 1
    if Self.isForeign(name) { foreignCount += 1 }
    return true
  }

  /// Takes an end tag. It closes an element of its own name only, so that stray ones do not hide the
  /// depth.
  ///
  /// - Returns: whether there was one.
  mutating func end(_ name: UInt64) -> Bool {
    let place = place(of: name)
    guard entries[place].count > 0 else { return false }
    entries[place].count -= 1
    if Self.isForeign(name) { foreignCount -= 1 }
    return true
  }

  /// Where a name stands, or where it belongs.
  private func place(of name: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 40) & (entries.count - 1)
    while entries[place].name != 0, entries[place].name != name {
      place = (place + 1) & (entries.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.name != 0 { entries[place(of: entry.name)] = entry }
  }

  private static func isForeign(_ name: UInt64) -> Bool {
    name == svg || name == math
  }

  private static func number(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let svg = number("svg")
  private static let math = number("math")

  /// Elements without content, and elements whose end tag may be left out: they do not nest
  /// without another element between.
  private static let selfEnding: Set<UInt64> = Set(
    [
      "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
      "link", "meta", "param", "source", "track", "wbr", "p", "li", "dd", "dt", "option",
      "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption", "html",
      "head", "body", "rt", "rp",
    ].map(number))
}
