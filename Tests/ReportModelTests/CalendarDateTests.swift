import ReportModel
import Testing

@Suite("Days")
struct CalendarDateTests {
  @Test("reads and writes the same shape", arguments: ["2027-01-31", "0001-12-01", "2024-02-29"])
  func roundTrip(text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(
    "no day of the calendar, or another shape",
    arguments: [
      "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-1-01", "23-01-01",
      "2023-01-00", "0000-01-01", "２０２３-01-01", "2023/01/01", "",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("earlier days first")
  func order() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days.shuffled().sorted() == days)
  }
}
