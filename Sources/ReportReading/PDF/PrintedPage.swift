/// A page of a PDF as its text layer has it.
struct PrintedPage: Sendable {
  /// From 1.
  let number: Int
  let words: [PrintedWord]
  /// The page's own extent.
  let box: Box

  /// Whether the text runs up or down the page: its coordinates then tell nothing about rows.
  var isTurned: Bool {
    let long = words.filter { $0.text.unicodeScalars.count >= 3 }
    return long.count { $0.box.height > $0.box.width } * 2 > long.count
  }
}

/// Characters without white space between them.
struct PrintedWord: Sendable {
  let text: String
  let box: Box
  /// Which of the lines that the extraction found it belongs to, over all pages.
  let line: Int
  /// Its place among the words of all pages.
  let order: Int
}
