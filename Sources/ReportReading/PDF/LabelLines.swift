/// The lines left of a segment's figures, told apart by what they can be.
struct LabelLines: Sendable {
  /// Those with nothing but figures to their right.
  private(set) var rowLines: [TextRun] = []
  /// Those with another label to their right on the same line: labels of groups.
  private(set) var groupLines: [TextRun] = []
  /// Text printed one character a line beside several rows; it names their group.
  private(set) var upright: [TextRun] = []

  init(_ lines: [TextRun]) {
    let lines = ParallelLabels.parted(lines)
    let uprightOrders = Self.upright(lines)
    let flat = lines.filter { !uprightOrders.contains($0.order) }
    upright = lines.filter { uprightOrders.contains($0.order) }
    for line in flat {
      if flat.contains(where: { Self.stands($0, rightOf: line) }) {
        groupLines.append(line)
      } else {
        rowLines.append(line)
      }
    }
  }

  private static func stands(_ other: TextRun, rightOf line: TextRun) -> Bool {
    let shared = min(other.box.bottom, line.box.bottom) - max(other.box.top, line.box.top)
    return other.box.left >= line.box.right - 1
      && shared > 0.25 * min(other.box.height, line.box.height)
  }

  /// Single characters, three at least, straight below each other.
  private static func upright(_ lines: [TextRun]) -> Set<Int> {
    let narrow = lines.filter(isNarrow).sorted { $0.box.top < $1.box.top }
    var chains: [[TextRun]] = []
    for line in narrow {
      let chain = chains.lastIndex { chain in
        guard let last = chain.last else { return false }
        let centre = (last.box.left + last.box.right) / 2
        return abs(centre - (line.box.left + line.box.right) / 2) < line.box.width / 2
          && line.box.top - last.box.bottom < 2 * line.box.width
      }
      if let chain { chains[chain].append(line) } else { chains.append([line]) }
    }
    return Set(chains.filter { $0.count >= 3 }.joined().map(\.order))
  }

  private static func isNarrow(_ line: TextRun) -> Bool {
    let scalars = line.text.unicodeScalars
    return scalars.count <= 4 && scalars.allSatisfy { !$0.isASCII }
      && line.box.width <= 1.4 * line.box.height / Double(scalars.count)
  }
}
