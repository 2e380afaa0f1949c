/// How far something long has come.
struct Progress: Equatable, Sendable {
  let done: Int
  let total: Int
  /// Since the beginning.
  let elapsed: Duration

  /// How many a second, on the average so far; `nil` before the first.
  var rate: Double? {
    let seconds = elapsed / .seconds(1)
    return done > 0 && seconds > 0 ? Double(done) / seconds : nil
  }

  /// How long the rest takes at that rate; `nil` before the first.
  var left: Duration? {
    rate.map { .seconds(Double(max(0, total - done)) / $0) }
  }

  /// A bar of a width, filled as far as the work has come: never quite before all is done.
  func bar(width: Int) -> String {
    let filled = total > 0 ? min(width, done * width / total) : width
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
  }
}
