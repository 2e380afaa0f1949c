import ReportModel

/// The lines of text outside the tables, put together to paragraphs: a line that ends at the right
/// edge of the text goes on in the next one that begins at the left edge.
struct ProseLines {
  private struct Line {
    var runs: [TextRun]
    var box: Box
    let page: Int
    /// On its page, from 1.
    var number: Int32 = 0

    var text: String { runs.map(\.text).joined() }
  }

  private var lines: [Line] = []
  private let left: Double
  private let right: Double

  init(_ runs: [TextRun], pages: [PrintedPage]) {
    for run in runs.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
      if let last = lines.last, last.page == run.page, last.box.sharesLine(with: run.box) {
        lines[lines.count - 1].runs.append(run)
        lines[lines.count - 1].box = last.box.union(run.box)
      } else {
        lines.append(Line(runs: [run], box: run.box, page: run.page))
      }
    }
    var numbers: [Int: Int32] = [:]
    for index in lines.indices {
      lines[index].runs.sort { $0.box.left < $1.box.left }
      numbers[lines[index].page, default: 0] += 1
      lines[index].number = numbers[lines[index].page] ?? 0
    }
    left = lines.map(\.box.left).min() ?? 0
    right = lines.map(\.box.right).max() ?? 0
  }

  /// - Parameter breaks: where tables stand; no paragraph goes on behind one.
  /// - Returns: the paragraphs downwards, each with its upper edge.
  func paragraphs(brokenAt breaks: [Double]) -> [(Double, Paragraph)] {
    var found: [(Double, Paragraph)] = []
    var open: [Line] = []
    for line in lines {
      if let last = open.last, !continues(line, last, breaks) {
        found.append(Self.paragraph(open))
        open = []
      }
      open.append(line)
    }
    if !open.isEmpty { found.append(Self.paragraph(open)) }
    return found
  }

  private func continues(_ line: Line, _ last: Line, _ breaks: [Double]) -> Bool {
    let isFull = last.box.right > right - 2.2 * last.box.height
    let beginsLeft = line.box.left < left + 0.8 * line.box.height
    let isNear = line.page != last.page || line.box.top - last.box.bottom < 1.8 * line.box.height
    let isBroken = breaks.contains { $0 > last.box.middle && $0 < line.box.middle }
    return isFull && beginsLeft && isNear && !isBroken && line.page - last.page <= 1
  }

  private static func paragraph(_ lines: [Line]) -> (Double, Paragraph) {
    let place = Place(page: Int32(lines[0].page), line: lines[0].number)
    return (
      lines[0].box.middle, Paragraph(text: lines.map(\.text).joined(), place: place)
    )
  }
}
