import Forms
import ReportModel
import Testing

@testable import ReportReading

@Suite("Broken pages of words never give a wrong figure")
struct PrintedMutationTests {
  @Test(
    "words deleted, moved, merged and swapped",
    arguments: PrintedTableTests.forms, [PrintStyle.all[0], PrintStyle.all[1], PrintStyle.all[4]])
  func mutations(form: String, style: PrintStyle) throws {
    var numbers = SeededGenerator(seed: 20)
    let sample = try SamplePage(form: form) { _, index in String(1 + index * 7 % 998) }
    let printed = Printer.print(sample, style)
    for number in 0..<Self.cases {
      var words = printed.words
      for _ in 0...(number % 5) { Self.mutate(&words, style, using: &numbers) }
      let cells = try PrintedTableTests.read(words, style)
      for (key, cell) in cells where cell.status == .reported {
        let place = try #require(printed.places[key])
        let stands = words.contains { word in
          word.text == cell.printed && word.page == place.page
            && word.left + word.width / 2 > place.box.left
            && word.left + word.width / 2 < place.box.right
            && word.top + word.height / 2 > place.box.top - 1
            && word.top + word.height / 2 < place.box.bottom + 1
        }
        #expect(stands, "case \(number): \(key) \(cell.printed)")
        // Of a figure broken over two lines of its cell neither piece is the figure.
        let pieces = words.count { word in
          word.key == key && word.page == place.page
            && abs(word.top - place.box.top) < place.box.height
            && word.left > place.box.left && word.left + word.width < place.box.right
        }
        #expect(pieces < 2, "case \(number): \(key) \(cell.printed) is a piece")
      }
    }
  }

  static let cases = 25

  private static func mutate(
    _ words: inout [StampedWord], _ style: PrintStyle, using numbers: inout SeededGenerator
  ) {
    let index = Int.random(in: words.indices, using: &numbers)
    let figures = words.indices.filter { words[$0].key != nil }
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: words.remove(at: index)
    case 1: words[index].left += Double.random(in: -40...40, using: &numbers)
    case 2: words[index].top += Double.random(in: -20...20, using: &numbers)
    case 3:
      // A figure that goes over to the next line of its cell.
      guard let figure = figures.randomElement(using: &numbers) else { return }
      let word = words[figure]
      guard word.text.count > 1 else { return }
      var rest = word
      words[figure].text = String(word.text.dropLast())
      words[figure].width = word.width * 0.6
      rest.text = String(word.text.suffix(1))
      rest.width = word.width * 0.3
      rest.top += style.font * 1.25
      words.insert(rest, at: figure + 1)
    case 4:
      // Neighbours run together.
      guard index + 1 < words.count, words[index + 1].page == words[index].page else { return }
      let next = words.remove(at: index + 1)
      words[index].text += next.text
      let right = max(words[index].left + words[index].width, next.left + next.width)
      words[index].left = min(words[index].left, next.left)
      words[index].width = right - words[index].left
    case 5:
      guard let one = figures.randomElement(using: &numbers),
        let other = figures.randomElement(using: &numbers)
      else { return }
      (words[one].text, words[other].text) = (words[other].text, words[one].text)
    case 6:
      // All words of a line.
      let line = words[index]
      words.removeAll { $0.page == line.page && abs($0.top - line.top) < 1 }
    default:
      // All words from here on move down a little.
      for later in words.indices
      where words[later].page == words[index].page && words[later].top > words[index].top {
        words[later].top += 3
      }
    }
  }
}
