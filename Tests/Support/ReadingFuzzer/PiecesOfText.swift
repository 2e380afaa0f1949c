/// A text cut where tags, lines and cells begin, so that whole pieces can be repeated, moved, lost
/// and nested.
struct PiecesOfText {
  private var pieces: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    for (index, byte) in bytes.enumerated() where index > start && "<\n|,&".utf8.contains(byte) {
      pieces.append(bytes[start..<index])
      start = index
    }
    if start < bytes.count { pieces.append(bytes[start...]) }
  }

  var bytes: [UInt8] { Array(pieces.joined()) }

  mutating func change(_ limit: Int, _ random: inout FuzzRandom) {
    guard !pieces.isEmpty else { return }
    let index = random.below(pieces.count)
    let end = min(pieces.count, index + 1 + random.below(1 << random.below(7)))
    let run = Array(pieces[index..<end])
    let room = limit - pieces.reduce(0) { $0 + $1.count }
    switch random.below(8) {
    case 0:
      let size = max(1, run.reduce(0) { $0 + $1.count })
      let count = min(max(0, room / size), 1 << random.below(12))
      pieces.insert(contentsOf: (0..<count).flatMap { _ in run }, at: end)
    case 1: pieces.removeSubrange(index..<end)
    case 2: pieces.insert(contentsOf: run, at: random.below(pieces.count))
    case 3:
      pieces.removeSubrange(index..<end)
      pieces.insert(contentsOf: run, at: random.below(pieces.count + 1))
    case 4:
      let tokens = Self.tokens
      pieces.insert(tokens[random.below(tokens.count)][...], at: index)
    case 5: pieces[index] = Self.withOtherNumber(pieces[index], &random)[...]
    case 6:
      // Many of one kind inside each other.
      let opening = Self.openings[random.below(Self.openings.count)]
      let count = min(max(0, room / opening.count), 1 << random.below(12))
      pieces.insert(contentsOf: repeatElement(opening[...], count: count), at: index)
    default: pieces = Array(pieces.prefix(random.below(pieces.count)))
    }
  }

  /// The first number of a piece made another one, such as no cell, span or size expects.
  private static func withOtherNumber(
    _ piece: ArraySlice<UInt8>, _ random: inout FuzzRandom
  ) -> [UInt8] {
    let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    guard let start = piece.firstIndex(where: isDigit) else { return Array(piece) }
    let end = piece[start...].firstIndex { !isDigit($0) } ?? piece.endIndex
    return piece[..<start] + numbers[random.below(numbers.count)] + piece[end...]
  }

  private static let numbers = [
    "0", "-1", "65535", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "1e999", "1e-999", "0.000000000000000000001",
    "99999999999999999999999999", "1,234", "1.", ".5", "１２", "٣", "²", "NaN", "00000000",
  ].map { Array($0.utf8) }

  private static let openings = [
    "<div>", "<table><tr><td>", "<b>", "<svg>", "<math>", "<p>", "<select>", "<template>",
    "<td rowspan=0>", "<td rowspan=65534 colspan=1000>", "<w:tbl><w:tr><w:tc>", "<w:p>", "[",
    "{\"a\":",
    "|", "&#x41;", "&lt", "<tr>", "<form>", "<font>", "<!--", "<a x=y z>", "\"", "\"\n",
  ].map { Array($0.utf8) }

  private static let tokens =
    openings
    + [
      "</table>", "</td>", "<tbody>", "<thead>", "<caption>", "<br>", "&nbsp;", "&#0;",
      "&#x110000;",
      "&#55296;", "\u{FEFF}", "\u{202E}", "\u{200D}", "\u{0301}", "<style>.a{display:none}</style>",
      "<td hidden>", "<plaintext>", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>", "<!DOCTYPE a [",
      "<!ENTITY a \"&a;&a;\">", "&a;", "<w:vMerge/>", "<w:gridSpan w:val=\"9999\"/>",
      "<mc:AlternateContent><mc:Choice Requires=\"x\">", "\r", "\u{C}", "总计", "其他", "（七）总计",
      "一、本年新收政府信息公开申请数量", "第二十条第（一）项", "附：2021年", "- 4 -", "\\u0000",
      "body,year,form,indicator,applicant,value,unit,status,printed\n",
      "<page width=\"1e5\" height=\"1\">",
      "<word xMin=\"0\" yMin=\"0\" xMax=\"999999\" yMax=\"1\">1</word>",
    ].map { Array($0.utf8) }
    + [
      [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x81], [0xC3, 0x28],
      [0xF4, 0x90, 0x80, 0x80],
    ]
}
