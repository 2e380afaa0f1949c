/// Where something is printed, in points from the top left corner of the first page: pages follow
/// each other downwards, so that a table cut by a page break goes on below.
struct Box: Equatable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var height: Double { bottom - top }
  var width: Double { right - left }
  var middle: Double { (top + bottom) / 2 }
  var columns: ClosedRange<Double> { left...max(left, right) }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether both stand over the same stretch of the page's width; touching is not enough.
  func sharesColumn(with other: Box) -> Bool {
    min(right, other.right) - max(left, other.left) > Self.touch
  }

  /// Whether both stand on the same line as a reader sees it.
  func sharesLine(with other: Box) -> Bool {
    abs(middle - other.middle) < 0.35 * min(height, other.height)
  }

  /// Glyph boxes of neighbours may touch by so much.
  static let touch = 0.3
}
