import ReportModel

/// What footnotes say. Each text follows the names of the indicators that it speaks of.
enum FootnoteWording {
  /// For forms between which the crosswalk states nothing.
  static let nothingStated = LocalizedText(
    chinese: "没有关于两种格式可比性的说明。",
    english: "Nothing is stated on how these forms compare.")

  static func seriesBreak(
    older: LocalizedText, newer: LocalizedText, why: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      chinese: "\(newer.chinese)与\(older.chinese)不可比：\(why.chinese)",
      english: "\(newer.english) and \(older.english) cannot be compared: \(why.english)")
  }

  static func definitionDiffers(
    older: LocalizedText, newer: LocalizedText, why: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      chinese: "\(newer.chinese)与\(older.chinese)口径不尽相同：\(why.chinese)",
      english: "\(newer.english) and \(older.english) differ in definition: \(why.english)")
  }

  static func aggregated(form: LocalizedText, why: LocalizedText) -> LocalizedText {
    LocalizedText(
      chinese: "\(form.chinese)没有这一行，由其分项相加得出。\(why.chinese)",
      english: "\(form.english) has no such row; added up from its parts. \(why.english)")
  }

  /// - Parameter derived: whether of derived indicators, which stand in no cell themselves.
  static func unread(_ figures: Int, derived: Bool) -> LocalizedText {
    LocalizedText(
      chinese: "\(figures)个数据为空白或未能读取，未计入，也不作零处理，"
        + (derived ? "用 cells 其组成指标 查看位置。" : "用 cells 指标 查看位置。"),
      english: (figures == 1
        ? "1 figure is blank or could not be read; it is left out, not taken as zero; "
        : "\(figures) figures are blank or could not be read; they are left out, "
          + "not taken as zero; ")
        + (derived
          ? "`cells INDICATOR` of its parts shows where." : "`cells INDICATOR` shows where."))
  }

  static func severalYears(_ summed: SummedYears) -> LocalizedText {
    let years = summed.years.map(String.init)
    let chinese = years.joined(separator: "、") + "年" + (summed.isSameEverywhere ? "" : "中数年")
    let english =
      (summed.isSameEverywhere ? "the years " : "several of the years ")
      + years.joined(separator: ", ")
    return summed.isRatio
      ? LocalizedText(
        chinese: "\(chinese)合计之比。", english: "ratio of the sums of \(english).")
      : LocalizedText(chinese: "\(chinese)合计。", english: "sum of \(english).")
  }

  static let zeroDenominator = LocalizedText(
    chinese: "分母为零，无从计算。", english: "The denominator is zero; there is no rate.")

  static let unstatedMoney = LocalizedText(
    chinese: "金额未注明单位，不能相加或比较。",
    english: "Amounts whose unit is not stated cannot be added up or compared.")

  static let bodiesDiffer = LocalizedText(
    chinese: "该值与所比年份的值所涉及的机关不同。",
    english: "Not the same bodies stand behind this value as behind the year it is read against.")

  static let yearsDiffer = LocalizedText(
    chinese: "并非每个机关都有全部年份的数据，所加年份不同。",
    english: "Not every body has a figure for each of the years; the years added up differ.")

  static func notOnForm(_ form: LocalizedText, why: LocalizedText?) -> LocalizedText {
    LocalizedText(
      chinese: "\(form.chinese)没有此项。\(why?.chinese ?? "")",
      english: "\(form.english) has no such figure."
        + (why.map { " " + $0.english } ?? ""))
  }

  /// Puts the names of indicators before what is said of them.
  static func named(_ names: [LocalizedText], _ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      chinese: names.map(\.chinese).joined(separator: "、") + "：" + text.chinese,
      english: names.map(\.english).joined(separator: "; ") + " – " + text.english)
  }
}
