import Panel
import ReportModel

/// The figures of a report as a compact JSON array of numbers and nulls: `[12,null,-3,0.5]`.
///
/// Written and read byte by byte: filling a panel reads hundreds of millions of them, and no
/// general JSON reader keeps decimals exact.
enum FigureArray {
  static func text(_ figures: some Sequence<Quantity?>) -> String {
    var bytes = [UInt8(ascii: "[")]
    for figure in figures {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: (figure?.description ?? "null").utf8)
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls `body` with each figure and its position, from 0.
  ///
  /// - Returns: the number of figures, or `nil` where the text is no such array.
  static func read(
    _ bytes: UnsafeRawBufferPointer, _ body: (Int, Quantity?) throws -> Void
  ) rethrows -> Int? {
    var scanner = Scanner(bytes: bytes)
    guard scanner.take(UInt8(ascii: "[")) else { return nil }
    if scanner.take(UInt8(ascii: "]")) { return scanner.isAtEnd ? 0 : nil }
    var count = 0
    repeat {
      if scanner.takeNull() {
        try body(count, nil)
      } else {
        guard let figure = scanner.number() else { return nil }
        try body(count, figure)
      }
      count += 1
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.take(UInt8(ascii: "]")), scanner.isAtEnd else { return nil }
    return count
  }

  /// Reads the array into the places of a report.
  ///
  /// - Parameters:
  ///   - row: takes the counts; what is beyond its end is read and goes nowhere.
  ///   - other: is called with the position of everything that is no small count, `nil` where no figure
  ///     stands; what it gives stands in the place.
  /// - Returns: the number of figures, or `nil` where the text is no such array.
  static func read(
    _ bytes: UnsafeRawBufferPointer, into row: FigureRow, _ other: (Int, Quantity?) -> Int32
  ) -> Int? {
    var scanner = Scanner(bytes: bytes)
    guard scanner.take(UInt8(ascii: "[")) else { return nil }
    if scanner.take(UInt8(ascii: "]")) { return scanner.isAtEnd ? 0 : nil }
    var count = 0
    repeat {
      count = scanner.takeSmallCounts(into: row, from: count)
      let value: Int32
      if let small = scanner.smallCount() {
        value = small
      } else if scanner.takeNull() {
        value = other(count, nil)
      } else {
        guard let figure = scanner.number() else { return nil }
        value = other(count, figure)
      }
      if count < row.count { row[count] = value }
      count += 1
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.take(UInt8(ascii: "]")), scanner.isAtEnd else { return nil }
    return count
  }

  /// A place in the bytes.
  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    /// Takes counts of up to four digits as long as each has a comma behind it: nearly all that
    /// reports hold, and most of them have one digit.
    ///
    /// - Returns: the position of the figure that comes next.
    mutating func takeSmallCounts(into row: FigureRow, from first: Int) -> Int {
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return first }
      var count = first
      var place = base + position
      let end = base + bytes.count - 5
      let (comma, zero) = (UInt8(ascii: ","), UInt8(ascii: "0"))
      while count < row.count, place < end {
        var value = Int32(place[0] &- zero)
        guard value <= 9 else { break }
        var length = 1
        while place[length] != comma {
          let digit = place[length] &- zero
          guard digit <= 9, length < 4 else {
            position = place - base
            return count
          }
          value = value &* 10 &+ Int32(digit)
          length += 1
        }
        row[count] = value
        count += 1
        place += length + 1
      }
      position = place - base
      return count
    }

    /// Up to seven digits with a comma or the end behind them; takes nothing otherwise.
    @inline(__always)
    mutating func smallCount() -> Int32? {
      var index = position
      var value: Int32 = 0
      let end = min(bytes.count, position + 8)
      while index < end {
        let byte = bytes[index]
        let digit = byte &- UInt8(ascii: "0")
        if digit <= 9 {
          guard index < position + 7 else { return nil }
          value = value &* 10 &+ Int32(digit)
        } else {
          guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"), index > position else {
            return nil
          }
          position = index
          return value
        }
        index += 1
      }
      return nil
    }

    mutating func takeNull() -> Bool {
      guard take(UInt8(ascii: "n")) else { return false }
      return take(UInt8(ascii: "u")) && take(UInt8(ascii: "l")) && take(UInt8(ascii: "l"))
    }

    /// `-?digits(.digits)?`; `nil` for anything else and outside the range of quantities.
    mutating func number() -> Quantity? {
      let isNegative = take(UInt8(ascii: "-"))
      var coefficient: Int64 = 0
      guard let whole = digits(into: &coefficient), whole > 0 else { return nil }
      var scale = 0
      if take(UInt8(ascii: ".")) {
        guard let fraction = digits(into: &coefficient), fraction > 0 else { return nil }
        scale = fraction
      }
      // Digits are gathered downwards so that Int64.min can be read too.
      guard isNegative || coefficient != Int64.min else { return nil }
      return Quantity(coefficient: isNegative ? coefficient : -coefficient, scale: scale)
    }

    /// Appends the digits that follow to a coefficient that grows downwards.
    ///
    /// - Returns: how many, or `nil` where they leave the range.
    private mutating func digits(into coefficient: inout Int64) -> Int? {
      let start = position
      while position < bytes.count {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit <= 9 else { break }
        let (shifted, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let (next, overflow2) = shifted.subtractingReportingOverflow(Int64(digit))
        guard !overflow, !overflow2 else { return nil }
        coefficient = next
        position += 1
      }
      return position - start
    }
  }
}
