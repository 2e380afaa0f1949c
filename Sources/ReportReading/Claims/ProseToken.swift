import ReportModel

/// A piece of a sentence.
struct ProseToken {
  enum Content {
    case figure(ProseFigure)
    /// A number of the vocabulary's words.
    case word(Int)
    case mark(Mark)
    /// 2023年.
    case year(Int)
    /// 较2022年.
    case comparedYear(Int)
    /// A day, or a month, that is not the first or the last of a year.
    case otherDay
    /// A title in 《》, an ordinal, a day that bounds a year.
    case skipped
    /// Characters that nothing is known about.
    case unknown
  }

  enum Mark {
    case comma
    /// 、
    case pause
    case semicolon
    case colon
    case open
    case close
    /// What parts nothing: quotation marks, dashes.
    case other
  }

  let content: Content
  /// In the passage's folded text.
  var range: Range<Int>

  var isBoundary: Bool {
    guard case .mark(let mark) = content else { return false }
    switch mark {
    case .comma, .semicolon, .colon, .open, .close: return true
    case .pause, .other: return false
    }
  }

  var mark: Mark? { if case .mark(let mark) = content { mark } else { nil } }

  var figure: ProseFigure? { if case .figure(let figure) = content { figure } else { nil } }
}

/// A figure with its unit.
struct ProseFigure {
  let number: ProseNumber
  /// The end of a range that begins with the number: 3至5件.
  var upper: ProseNumber?
  /// As printed, folded; empty where none stands behind the number.
  let unit: String
  /// What stands behind the unit: 以上, 左右.
  let bound: Claim.Bound?

  /// Units that say how one figure stands to another.
  static let ratioUnits: Set<String> = ["%", "倍", "百分点", "个百分点"]

  /// Whether it is a single one: 没有1件.
  var isOne: Bool { upper == nil && number.value == Quantity(1) && !number.isLower }
}
