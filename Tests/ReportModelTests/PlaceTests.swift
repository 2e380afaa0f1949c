import ReportModel
import SeededNumbers
import Testing

@Suite("Places and their locators")
struct PlaceTests {
  static let samples: [Place] = {
    var generator = SeededGenerator(seed: 7)
    return (0..<200).map { _ in
      func part() -> Int32? {
        Bool.random(using: &generator) ? Int32.random(in: 1...Int32.max, using: &generator) : nil
      }
      return Place(page: part(), table: part(), row: part(), column: part(), line: part())
    }
  }()

  @Test("a locator reads back as the same place", arguments: samples)
  func roundTrip(place: Place) {
    #expect(Place(locator: place.locator) == place)
  }

  @Test("a locator names what the place has, in a fixed order")
  func wording() {
    #expect(
      Place(page: 2, table: 3, row: 7, column: 2, line: 1).locator
        == "page:2 table:3 row:7 column:2 line:1")
    #expect(Place(line: 41).locator == "line:41")
    #expect(Place().locator.isEmpty)
  }

  @Test(
    "anything else is no locator",
    arguments: [
      "line", "line:", "line:0", "line:-1", "line:x", "line:1:2", "lines:1", "line:1 line:2",
      "line:2147483648", "table:1,row:2",
    ])
  func refused(text: String) {
    #expect(Place(locator: text) == nil)
  }

  @Test("places are in reading order")
  func order() {
    let places = [
      Place(line: 9), Place(page: 1, table: 1, row: 2), Place(page: 1, table: 1, row: 10),
      Place(page: 1, table: 2, row: 1, column: 1), Place(page: 1, table: 2, row: 1, column: 2),
      Place(page: 2, line: 1),
    ]
    #expect(places.reversed().sorted() == places)
  }
}
