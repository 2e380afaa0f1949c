/// The styles of a Word document that show text otherwise than it is written: hidden, struck out,
/// raised, white, or too small to see.
struct WordStyles {
  /// What a style, or a run's own formatting, makes of text.
  struct Look: Equatable {
    /// Hidden, struck out, raised or too small to be read.
    var isUnclear = false
    /// `nil` where no colour is named.
    var isWhite: Bool?

    /// With what stands under it.
    func over(_ base: Look) -> Look {
      Look(isUnclear: isUnclear || base.isUnclear, isWhite: isWhite ?? base.isWhite)
    }
  }

  fileprivate struct Style {
    var own = Look()
    var base: String?
  }

  fileprivate var styles: [String: Style] = [:]
  fileprivate var defaultParagraph: String?
  fileprivate var defaults = Look()

  /// Styles stand on others down to here; a ring of styles ends here as well.
  private static let depth = 16

  func look(of name: String?) -> Look {
    var look = Look()
    var next = name
    for _ in 0..<Self.depth {
      guard let name = next, let style = styles[name] else { break }
      look = look.over(style.own)
      next = style.base
    }
    return look
  }

  /// Of a paragraph with a style, or without one.
  func paragraphLook(_ name: String?) -> Look {
    look(of: name ?? defaultParagraph).over(defaults)
  }

  /// - Returns: `nil` where the formatting says nothing of how text is seen.
  static func look(of element: WordElement, _ attributes: XMLAttributes) -> Look? {
    switch element {
    case .hidden, .struckOut: attributes.isOn ? Look(isUnclear: true) : nil
    case .raised: attributes["val"] == "baseline" ? nil : Look(isUnclear: true)
    case .colour:
      Look(isWhite: ["ffffff", "white"].contains(attributes["val"]?.lowercased() ?? ""))
    // In half points: nobody reads three points.
    case .size: (attributes["val"].flatMap { Int($0) } ?? 21) < 6 ? Look(isUnclear: true) : nil
    default: nil
    }
  }

  /// - Parameter part: the name of the part with the document's text.
  static func read(
    _ directory: borrowing ZipDirectory, of part: String, budget: inout UnpackingBudget
  ) throws(ReadingError) -> WordStyles {
    var name = "word/styles.xml"
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let file = part.split(separator: "/").last ?? ""
    if let relations = directory.member(named: "\(folder)/_rels/\(file).rels") {
      let text = try directory.unpack(relations, budget: &budget)
      let target = try XMLWalk.run(text, into: StylesPartFinder()).target
      if let target {
        name = target.hasPrefix("/") ? String(target.dropFirst()) : "\(folder)/\(target)"
      }
    }
    guard let member = directory.member(named: name) else { return WordStyles() }
    let text = try directory.unpack(member, budget: &budget)
    return try XMLWalk.run(text, into: WordStyleWalk()).styles
  }
}

/// Finds the part that holds the styles of a document.
private struct StylesPartFinder: XMLReceiver {
  let failure: ReadingError? = nil
  var target: String?

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", target == nil,
      attributes["Type"]?.hasSuffix("/styles") == true
    else { return }
    target = attributes["Target"]
  }

  mutating func end() {}
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// One walk over the part that holds the styles.
private struct WordStyleWalk: XMLReceiver {
  let failure: ReadingError? = nil
  var styles = WordStyles()
  private var open: [String] = []
  private var name: String?

  mutating func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    defer { open.append(element.local) }
    guard WordElement.isWord(element) else { return }
    if element.local == "style" {
      name = attributes["styleId"]
      if let name, styles.styles.count < 10_000 {
        styles.styles[name] = WordStyles.Style()
        if attributes["type"] == "paragraph", attributes["default"].map({ $0 != "0" }) == true {
          styles.defaultParagraph = name
        }
      }
    } else if element.local == "basedOn", open.last == "style", let name {
      styles.styles[name]?.base = attributes["val"]
    } else if open.last == "rPr" {
      guard let look = WordStyles.look(of: WordElement(element), attributes) else { return }
      switch open.dropLast().last {
      case "style":
        guard let name, var style = styles.styles[name] else { return }
        style.own = look.over(style.own)
        styles.styles[name] = style
      case "rPrDefault": styles.defaults = look.over(styles.defaults)
      default: break
      }
    }
  }

  mutating func end() { open.removeLast() }
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {}
}
