import Output
import ReportModel
import Testing

@Suite("CSV")
struct CSVFormatTests {
  @Test("columns stay in order, flags come last")
  func bytes() throws {
    let expected = """
      body,year,penalty.decisions,share,penalty.decisions_flags
      云岭市,2020,1203,0.25,
      青禾区市场监督管理局,2021,98,0.0345,d
      x,2022,,,u

      """
    #expect(try Sample.encoded("csv", Sample.years) == expected)
  }

  @Test("what is written is read back the same")
  func roundTrip() throws {
    let pieces = ["", "a", "\"", ",", "\n", "\r\n", " ", "行政", "=1+1", "-5", "'", "\t", "﻿x"]
    for first in pieces {
      for second in pieces {
        let fields = [first + second, second, first]
        let rows = parse(try Sample.encoded("csv", Sample.texts(fields)))
        #expect(rows == [["c0", "c1", "c2"], fields])
      }
    }
  }

  @Test("a spreadsheet sees UTF-8 and runs no formula")
  func spreadsheet() throws {
    let bytes = try Sample.encoded("csv-excel", Sample.texts(["=1+1", "@a", "-x", "x=1"]))
    #expect(bytes == "\u{FEFF}c0,c1,c2,c3\n'=1+1,'@a,'-x,x=1\n")
    let plain = try Sample.encoded("csv-excel", Sample.texts(["-", "－", "-5", "--", "-1+1", "—"]))
    #expect(plain.hasSuffix("\n-,－,-5,'--,'-1+1,—\n"))
    var table = Sample.years
    table.rows = [[.text("x"), .count(2020), .number(Quantity(-5)), .missing]]
    #expect(try Sample.encoded("csv-excel", table).contains("x,2020,-5,"))
  }

  /// A strict reader of RFC 4180, independent of the writer.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar == "\"" {
          if scalars.first == "\"" { field.append(scalars.removeFirst()) } else { isQuoted = false }
        } else {
          field.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        rows[rows.count - 1].append(String(field))
        field = .init()
        if scalar == "\n" { rows.append([]) }
      } else {
        field.append(scalar)
      }
    }
    return rows.dropLast()
  }
}
