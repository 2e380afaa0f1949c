/// A figure, or the statement that there is none, made in the prose of a report.
///
/// A claim says by itself how far it can be held against the tables: `meanings` name what the words
/// can be of, and `doubts` why it is not certain that just those cells are meant. Nothing is
/// guessed: where several cells are possible all are named, where none is known there is none.
public struct Claim: Hashable, Sendable {
  /// What sort of statement it is. The raw values are stored and stay as they are.
  public enum Kind: String, Sendable, CaseIterable {
    /// So and so many, or so much money.
    case count
    /// There was none of it: 没有, 未收到, 均未被纠错. The value is 0, nothing is printed.
    case none
    /// So many per cent of a whole: 占 33.9%. The value is the percentage.
    case share
    /// So many per cent more than the year before, negative where it says less. The value is the
    /// percentage, also where `unit` is 倍: 是上年的1.5倍 is a growth of 50.
    case growth
    /// So many more than the year before, negative where it says fewer, 0 where it says the same.
    case change
    /// A share that is so many percentage points greater than the year before, negative where it
    /// is smaller.
    case points
    /// The first day of the time that the figures of the report are of. The value is the day as a
    /// number: 20230101.
    case periodStart = "period-start"
    /// The last day of that time.
    case periodEnd = "period-end"
    /// The year that the report says it is about. The value is the year.
    case year
  }

  /// How the figure stands to the true one. The raw values are stored and stay as they are.
  public enum Bound: String, Sendable, CaseIterable {
    case exact
    /// 约 20 件.
    case about
    /// 20 余件, 超过 20 件.
    case atLeast = "at-least"
    /// 近 20 件, 不足 20 件.
    case atMost = "at-most"
  }

  /// Why it is not certain which figure is stated, with the words that raise the doubt.
  public struct Doubt: Hashable, Sendable {
    /// The raw values are stored and stay as they are.
    public enum Reason: String, Sendable, CaseIterable {
      /// A word that bodies use in several senses, such as 受理 or 备案.
      case word
      /// Another body's figure, or that of a part of the body.
      case body
      /// Another year, several, or a part of one.
      case period
      /// Only a part of what the indicator counts, such as what came by post.
      case subset
      /// Words beside the figure that nobody told the reader about.
      case wording
      /// The page shows something else, or more, than the text says.
      case print
    }

    /// What sort of doubt it is.
    public let reason: Reason
    /// As in the sentence, without white space.
    public let words: String

    /// - Parameter words: those that raise the doubt.
    public init(_ reason: Reason, _ words: String) {
      self.reason = reason
      self.words = words
    }
  }

  /// Of which whole a figure is a part.
  public struct Part: Hashable, Sendable {
    /// The whole: an index into the report's claims.
    public let whole: Int
    /// A whole may be broken down several times over: by applicant, by outcome. Parts of one
    /// breakdown have one number, from 0 for each whole; whether they are all there is not said.
    public let breakdown: Int

    /// - Parameter whole: an index into the claims of the same report.
    public init(of whole: Int, breakdown: Int) {
      self.whole = whole
      self.breakdown = breakdown
    }
  }

  /// What sort of statement it is; how to read the value hangs on it.
  public let kind: Kind
  /// What the figure may be of, each a sum of codes: one where the words say it, several where they
  /// leave it open, none where it is of nothing on the forms, or nobody can say.
  public let meanings: [[IndicatorCode]]
  /// Whose requests: the claim is about the sum over these columns of table 3. Empty where the
  /// words name none: the total column, or a table that does not ask.
  public let applicants: [Applicant]
  /// The number stated, in `unit`, 万 multiplied out except where the unit is 万元.
  public let value: Quantity
  /// The figure with its unit and what bounds it, as printed: `18万余条`; empty where `kind` is
  /// `none`, for 持平, and for 均为自然人, which states another claim's figure once more.
  public let printed: String
  /// How many digits stand after the printed point: 2 for 17.40%.
  public let decimals: Int
  /// As printed: 件, 条, 万元, %; empty where none is.
  public let unit: String
  /// Whether the words give the figure itself, or only how large it is at least, at most or about.
  public let bound: Bound
  /// The year that the words name, where they name one.
  public let year: Int?
  /// Why it is not certain; none where it is.
  public let doubts: [Doubt]
  /// The whole that it is a part or a share of, where the text says so.
  public let part: Part?
  /// For shares, growth and changes: the claim whose figure it is of.
  public let subject: Int?
  /// The sentence as printed.
  public let sentence: String
  /// Where the line or paragraph stands in which the figure, or the word for none, begins.
  public let place: Place
  /// How many characters (Unicode scalars) of the sentence stand before it.
  public let offset: Int

  /// - Parameters: as the properties of these names.
  public init(
    kind: Kind, meanings: [[IndicatorCode]], applicants: [Applicant] = [], value: Quantity,
    printed: String, decimals: Int = 0, unit: String, bound: Bound = .exact, year: Int? = nil,
    doubts: [Doubt] = [], part: Part? = nil, subject: Int? = nil, sentence: String, place: Place,
    offset: Int
  ) {
    self.kind = kind
    self.meanings = meanings
    self.applicants = applicants
    self.value = value
    self.printed = printed
    self.decimals = decimals
    self.unit = unit
    self.bound = bound
    self.year = year
    self.doubts = doubts
    self.part = part
    self.subject = subject
    self.sentence = sentence
    self.place = place
    self.offset = offset
  }

  /// Whether it is certain which cells the claim is about, and that it is about just those.
  public var isCertain: Bool { doubts.isEmpty && meanings.count == 1 }

  /// The codes whose sum the figure is, where there is but one meaning.
  public var indicators: [IndicatorCode] { meanings.count == 1 ? meanings[0] : [] }
}
