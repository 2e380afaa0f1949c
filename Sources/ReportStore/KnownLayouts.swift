import GRDB
import Synchronization

/// The layouts of a store as they were last read: they are asked for with every report and are never
/// changed, only added to.
final class KnownLayouts: Sendable {
  private let known = Mutex<(newest: Int64, layouts: [Int64: Layout])?>(nil)

  /// Every layout of the store, by id.
  func all(_ db: Database, file: String?) throws -> [Int64: Layout] {
    let (newest, count) =
      try Row.first(db, sql: "SELECT max(id), count(*) FROM layout", arguments: []) { row in
        (row[0] as Int64? ?? 0, row[1] as Int)
      } ?? (0, 0)
    if let known = known.withLock({ $0 }), known.newest == newest, known.layouts.count == count {
      return known.layouts
    }
    let layouts = try Layout.all(db, file: file)
    known.withLock { $0 = (newest, layouts) }
    return layouts
  }
}
