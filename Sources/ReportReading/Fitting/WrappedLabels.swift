import ReportModel

/// Puts labels together that go on below the line with their figures, as text that keeps the layout
/// of a printed page has them:
///
///     5.要求行政机关确认或    0    0    0    0    0    0    0
///     重新出具已获取信息
///
/// Only a row's whole label, begun before the figures of one line and ended behind them, is put
/// together; the two parts must mean nothing each on its own.
struct WrappedLabels {
  /// A label takes no more lines than this on either side of its figures.
  private static let longest = 4

  private let labels: TableLabels
  private var tokens: [TextToken]

  /// The same lines, with the end of each such label before its figures.
  static func joined(_ tokens: [TextToken], labels: TableLabels) -> [TextToken] {
    guard tokens.contains(where: { $0.isFigure && $0.sharesLine }) else { return tokens }
    var wrapped = WrappedLabels(labels: labels, tokens: tokens)
    var index = 0
    while index < wrapped.tokens.count {
      guard wrapped.tokens[index].isFigure else {
        index += 1
        continue
      }
      let end = wrapped.tokens[index...].firstIndex { !$0.isFigure } ?? wrapped.tokens.count
      index = wrapped.join(figures: index..<end) + (end - index)
    }
    return wrapped.tokens
  }

  /// - Returns: where the figures begin then.
  private mutating func join(figures: Range<Int>) -> Int {
    let line = tokens[figures].dropFirst()
    guard line.allSatisfy(\.sharesLine), !line.isEmpty || tokens[figures.lowerBound].sharesLine
    else { return figures.lowerBound }
    let before = tokens[..<figures.lowerBound].reversed().prefix { !$0.isFigure }
      .prefix(Self.longest).count
    let after = tokens[figures.upperBound...].prefix { !$0.isFigure }.prefix(Self.longest + 1).count
    var found: Set<Range<Int>> = []
    for first in 0..<max(before, 0) {
      let start = figures.lowerBound - before + first
      for skipped in 0...1 where skipped < after {
        if skipped == 1, !isPartOfGroup(tokens[figures.upperBound]) { continue }
        let next = figures.upperBound + skipped
        for end in (next + 1)..<(figures.upperBound + after + 1)
        where isLabel(start..<figures.lowerBound, next..<end) {
          found.insert(next..<end)
        }
      }
    }
    guard let rest = found.first, found.count == 1 else { return figures.lowerBound }
    let moved = Array(tokens[rest])
    tokens.removeSubrange(rest)
    tokens.insert(contentsOf: moved, at: figures.lowerBound)
    return figures.lowerBound + moved.count
  }

  private func isLabel(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    let whole = text(head) + text(tail)
    guard !labels.rows(for: Label(whole)).isEmpty else { return false }
    return isNothing(text(head)) && isNothing(text(tail))
  }

  private func text(_ range: Range<Int>) -> String { tokens[range].map(\.raw).joined() }

  private func isNothing(_ text: String) -> Bool {
    let label = Label(text)
    return labels.rows(for: label).isEmpty && !labels.isGroup(label)
  }

  /// Whether a line may be the rest of a group's label beside the rows.
  private func isPartOfGroup(_ token: TextToken) -> Bool {
    !token.text.isEmpty && labels.groups.keys.contains { $0.contains(token.text) }
  }
}
