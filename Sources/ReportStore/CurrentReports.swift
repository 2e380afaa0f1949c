import GRDB
import Glibc
import Panel

/// Which reports of a store count, in the order of a panel: by body, then year; of one body and year
/// the one with the highest number.
struct CurrentReports {
  /// Each once, in their order.
  private(set) var bodies: [String] = []
  private(set) var members: [PanelFrame.Member] = []
  /// The numbers of all reports, ascending, with the place in the panel of those that count.
  private(set) var places: [(id: Int64, place: UInt32?)] = []

  /// Reads the index of bodies and years, which is a small part of the file.
  ///
  /// - Throws: where the names are not in the order of their bytes, as those of a damaged file may
  ///   be.
  init(_ db: Database, file: String?) throws {
    let rows = try RowReading(
      db, sql: "SELECT id, year, body FROM report ORDER BY body, year, id")
    var lastBytes: [UInt8] = []
    var lastYear: Int64?
    while try rows.next() {
      let (id, year) = (rows.number(0), rows.number(1))
      let order: Int32 = rows.withBytes(2) { bytes in
        let order = bodies.isEmpty ? 1 : Self.order(bytes, lastBytes)
        if order != 0 {
          lastBytes.removeAll(keepingCapacity: true)
          lastBytes.append(contentsOf: bytes)
        }
        return order
      }
      guard order >= 0 else { throw StoreError.damaged(file: file, .report(id)) }
      if order > 0 {
        let body = String(decoding: lastBytes, as: UTF8.self)
        // Bytes that are no text would no longer be in order once they are made one.
        guard body.utf8.elementsEqual(lastBytes) else {
          throw StoreError.damaged(file: file, .report(id))
        }
        bodies.append(body)
      } else if lastYear == year {
        // The one before was loaded earlier.
        members.removeLast()
        places[places.count - 1].place = nil
      }
      lastYear = year
      places.append((id, UInt32(members.count)))
      members.append(PanelFrame.Member(id: id, body: bodies.count - 1, year: Int(year)))
    }
    places.sort { $0.id < $1.id }
  }

  /// Negative where the first comes before the other, 0 where they are the same.
  private static func order(_ one: UnsafeRawBufferPointer, _ other: [UInt8]) -> Int32 {
    other.withUnsafeBytes { other in
      let common = min(one.count, other.count)
      if common > 0, let first = one.baseAddress, let second = other.baseAddress {
        let order = memcmp(first, second, common)
        if order != 0 { return order }
      }
      return Int32(clamping: one.count - other.count)
    }
  }
}
