/// What a zip holds when it is no archive of files but one document in parts.
enum PackageKind {
  /// With the name of the part that holds the text.
  case word(part: String)
  case otherOffice
  case openDocument

  private static let typesPart = "[Content_Types].xml"
  private static let relationsPart = "_rels/.rels"
  private static let usualPart = "word/document.xml"

  /// - Returns: `nil` for an archive of files.
  static func find(
    in directory: borrowing ZipDirectory, budget: inout UnpackingBudget
  ) throws(ReadingError) -> PackageKind? {
    if directory.member(named: "mimetype") != nil, directory.member(named: "content.xml") != nil {
      return .openDocument
    }
    let hasUsualPart = directory.member(named: usualPart) != nil
    guard hasUsualPart || directory.member(named: typesPart) != nil else { return nil }
    var part = hasUsualPart ? usualPart : nil
    if let relations = directory.member(named: relationsPart) {
      let text = try directory.unpack(relations, budget: &budget)
      part = try XMLWalk.run(text, into: MainPartFinder()).target ?? part
    }
    guard let part, part.hasPrefix("word/") else { return .otherOffice }
    return .word(part: part)
  }
}

/// Finds the part that a package names as its document: Word itself does not always call it
/// `word/document.xml`.
private struct MainPartFinder: XMLReceiver {
  let failure: ReadingError? = nil
  var target: String?

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", target == nil,
      attributes["Type"]?.hasSuffix("/officeDocument") == true
    else { return }
    target = attributes["Target"].map { String($0.drop { $0 == "/" }) }
  }

  mutating func end() {}
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {}
}
