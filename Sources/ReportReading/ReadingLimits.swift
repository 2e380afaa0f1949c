/// What a page may ask of the machine. Everything above is refused before it costs anything.
public struct ReadingLimits: Sendable {
  /// The largest file that is opened, in bytes.
  public var fileSize = 64 << 20
  /// The largest HTML page, in bytes of UTF-8: a parsed page takes many times its size.
  public var htmlSize = 16 << 20
  /// The largest text, in bytes of UTF-8; reports have a fortieth of it.
  public var textSize = 4 << 20
  /// Lines of a text.
  public var lines = 100_000
  /// Elements inside elements. The parser frees its tree by recursion.
  public var depth = 512
  /// Elements of a page.
  public var elements = 400_000
  /// The sum of the depths of all elements: what a parser may have to rebuild for unclosed ones.
  public var depthSum = 20_000_000
  /// Attributes of one element: the parser compares each with all before it.
  public var attributes = 128
  /// The longest line of a text, in bytes: a report's longest is a paragraph.
  public var lineLength = 1 << 18
  /// Cells of one row of a text.
  public var rowCells = 2_000
  /// Rows of all tables of a page together.
  public var tableRows = 20_000
  /// Grid positions of all tables of a page together, spans expanded.
  public var tableCells = 2_000_000
  /// Elements of a Word document, most of which say how it looks.
  public var wordElements = 2_000_000
  /// Members of an archive: their reports are in memory together.
  public var archiveMembers = 5_000
  /// Archives inside archives: a packed archive has two layers.
  public var archiveLayers = 2
  /// All that one archive may unpack to, in bytes. A member is bounded by `fileSize` besides.
  public var unpackedSize = 1 << 30
  /// How many times its packed size a member of more than a megabyte may have. Real pages stay
  /// below 60; deflate reaches 1030.
  public var unpackingRatio = 200
  /// How long a program that converts a file may take, in seconds.
  public var conversionSeconds = 60
  /// The largest table of figures, in bytes: it may hold thousands of reports.
  public var tableSize = 256 << 20
  /// One field of such a table, in bytes.
  public var fieldSize = 1 << 20
  /// Columns of such a table, or members of a record.
  public var tableColumns = 4096
  /// Arrays and objects of JSON inside each other.
  public var jsonDepth = 64
  /// Pages of a PDF.
  public var pages = 300
  /// Words of all pages of a PDF.
  public var words = 40_000
  /// What a program that converts a file may print, in bytes.
  public var conversionSize = 64 << 20
  /// What it may hold in memory, in bytes.
  public var conversionMemory = 1 << 30

  /// The standard limits, to be changed one by one.
  public init() {}

  /// Far above any real report, far below what a small machine can bear.
  public static let standard = ReadingLimits()
}
