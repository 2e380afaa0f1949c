import Analysis
import Output
import ReportModel

struct SetCommand: Command {
  static let manual = CommandManual(
    name: "set", chineseName: "设置", usage: "set [NAME VALUE]",
    summary: LocalizedText(chinese: "查看或更改设置", english: "see or change settings"),
    details: LocalizedText(
      chinese: """
        lang zh|en            语言
        width COLUMNS         表格最大宽度，0 为不限；只缩短文字，从不缩短数字
        decimals DIGITS       百分数的小数位数
        thousands on|off      表格中的数字是否用逗号每三位分开
        ambiguous-width 1|2   “ … — 等字符在终端占几列
        null TEXT             表格中缺失值的写法（格式没有的量总是 :）
        fail-on SEVERITY|off  哪种严重程度起使退出码为 1：error、warning、question、info
        breaks show|refuse    是否允许跨越不可比的断点进行比较
        today DATE|system     判断豁免是否到期所用的日期
        verbose on|off        载入时是否逐个文件说明
        timer on|off          每条命令后是否说明用时
        """,
      english: """
        lang zh|en            the language
        width COLUMNS         the widest a table may be, 0 for no bound; only texts are shortened
        decimals DIGITS       digits after the point of percentages
        thousands on|off      whether commas part the digits of figures in tables by three
        ambiguous-width 1|2   how many columns characters such as “ … — take on the terminal
        null TEXT             what stands for a missing value in tables; a figure that the form does
                              not have is always :
        fail-on SEVERITY|off  from which severity on findings make the exit code 1: error, warning,
                              question, info
        breaks show|refuse    whether figures may be compared across a break in their series
        today DATE|system     the day on which waivers must hold
        verbose on|off        whether `load` tells of every file
        timer on|off          whether each command is followed by the time that it took
        """),
    examples: ["set lang zh", "set fail-on warning"])

  /// A setting with the value that it gets.
  private enum Change: Sendable {
    case language(Language)
    case width(Int)
    case decimals(Int)
    case thousands(Bool)
    case ambiguousWidth(Int)
    case nullText(String)
    case failOn(Severity?)
    case breaks(BreakHandling)
    case today(CalendarDate?)
    case verbose(Bool)
    case timer(Bool)
  }

  static let names = [
    "lang", "width", "decimals", "thousands", "ambiguous-width", "null", "fail-on", "breaks",
    "today", "verbose", "timer",
  ]

  /// The values that a setting takes, where they are few.
  static func values(of name: String) -> [String] {
    switch name {
    case "lang": Language.allCases.map(\.rawValue)
    case "fail-on": Severity.allCases.map(\.rawValue) + ["off"]
    case "breaks": BreakHandling.allCases.map(\.rawValue)
    case "today": ["system"]
    case "verbose", "thousands", "timer": ["on", "off"]
    case "ambiguous-width": ["1", "2"]
    default: []
    }
  }

  private let change: Change?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    guard !arguments.isAtEnd else {
      change = nil
      return
    }
    let name = try arguments.takeText(.setting)
    if arguments.peek?.kind == .equals { _ = arguments.next() }
    guard Self.names.contains(name.text.lowercased()) else {
      throw ShellError(
        .unknownName(.setting, name.text, nearest: NearestNames.of(name.text, among: Self.names)),
        at: name.range)
    }
    let value = try arguments.takeText(.value)
    change = try Self.change(name.text.lowercased(), value)
  }

  private static func change(_ name: String, _ value: Token) throws(ShellError) -> Change {
    let text = value.text.lowercased()
    func bad(_ allowed: [String]) -> ShellError {
      ShellError(.badValue(setting: name, value.text, allowed: allowed), at: value.range)
    }
    switch name {
    case "lang":
      guard let language = Language(rawValue: text) else {
        throw bad(Language.allCases.map(\.rawValue))
      }
      return .language(language)
    case "width":
      guard let width = Int(text), width == 0 || (20...10_000).contains(width) else {
        throw bad(["0", "20..10000"])
      }
      return .width(width)
    case "decimals":
      guard let decimals = Int(text), (0...6).contains(decimals) else { throw bad(["0..6"]) }
      return .decimals(decimals)
    case "ambiguous-width":
      guard let width = Int(text), width == 1 || width == 2 else { throw bad(["1", "2"]) }
      return .ambiguousWidth(width)
    case "fail-on":
      if Keyword(text) == .off { return .failOn(nil) }
      guard let severity = Severity(rawValue: text) else {
        throw bad(Severity.allCases.map(\.rawValue) + ["off"])
      }
      return .failOn(severity)
    case "breaks":
      guard let word = Keyword(text), word == .show || word == .refuse else {
        throw bad(["show", "refuse"])
      }
      return .breaks(word == .show ? .show : .refuse)
    case "today":
      if text == "system" { return .today(nil) }
      guard let day = CalendarDate(text) else { throw bad(["YYYY-MM-DD", "system"]) }
      return .today(day)
    case "verbose", "thousands", "timer":
      guard let word = Keyword(text), word == .on || word == .off else {
        throw bad(["on", "off"])
      }
      let isOn = word == .on
      return name == "verbose"
        ? .verbose(isOn) : name == "timer" ? .timer(isOn) : .thousands(isOn)
    default:
      return .nullText(value.text)
    }
  }

  func run(in session: Session) throws(ShellError) {
    switch change {
    case nil:
      try list(session)
    case .language(let language):
      session.settings.language = language
    case .width(let width):
      session.settings.width = width
    case .decimals(let decimals):
      session.settings.decimals = decimals
    case .ambiguousWidth(let width):
      session.settings.ambiguousWidth = width
    case .thousands(let isOn):
      session.settings.thousands = isOn
    case .nullText(let text):
      session.settings.nullText = text
    case .failOn(let severity):
      session.settings.failOn = severity
    case .breaks(let handling):
      session.settings.breaks = handling
    case .today(let day):
      session.settings.today = day
    case .verbose(let isVerbose):
      session.settings.verbose = isVerbose
    case .timer(let isOn):
      session.settings.timer = isOn
    }
  }

  private func list(_ session: Session) throws(ShellError) {
    let settings = session.settings
    let values = [
      settings.language.rawValue, String(settings.width), String(settings.decimals),
      settings.thousands ? "on" : "off", String(settings.ambiguousWidth),
      settings.nullText, settings.failOn?.rawValue ?? "off",
      settings.breaks.rawValue, settings.today?.description ?? "system",
      settings.verbose ? "on" : "off", settings.timer ? "on" : "off",
    ]
    for (name, value) in zip(Self.names, values) {
      try session.print(DisplayWidth.padded(name, to: 17) + value)
    }
  }
}
