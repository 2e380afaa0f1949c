/// `.docx`: the text part of the package, read as Word shows it. Heads, feet, notes and comments
/// are parts of their own, and no part of the text.
enum WordReader {
  /// - Parameter part: the name of the text part.
  static func read(
    _ directory: borrowing ZipDirectory, part: String, limits: ReadingLimits,
    budget: inout UnpackingBudget
  ) throws(ReadingError) -> Document {
    guard let member = directory.member(named: part) else { throw .archive(.damaged) }
    let text = try directory.unpack(member, budget: &budget)
    let styles = try WordStyles.read(directory, of: part, budget: &budget)
    var walk = try XMLWalk.run(text, into: WordWalk(limits: limits, styles: styles))
    return walk.document()
  }
}
