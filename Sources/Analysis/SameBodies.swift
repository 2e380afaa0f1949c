import Panel
import ReportModel

/// The bodies that have every figure of a comparison in each of its years, so that sums of different
/// years are sums over the same bodies.
struct SameBodies {
  /// The reports of these bodies, ascending.
  let reports: SelectedReports
  /// The years that each of them has.
  let years: [Int]
  /// The bodies that are left out, in the panel's order.
  let leftOut: [String]
  /// How many bodies there were.
  let bodies: Int

  /// - Parameter readers: one for each indicator and column of applicants.
  /// - Throws: `noSameBodies` where there is none.
  init(among reports: SelectedReports, readers: [FigureReader], panel: Panel) throws(AnalysisError)
  {
    var occurs = Array(repeating: false, count: panel.years.count)
    for report in reports { occurs[Int(panel.yearOfReport[report])] = true }
    let wanted = Set(panel.years.indices.filter { occurs[$0] }.map { panel.years[$0] })
    var readers = readers
    var kept: [Int] = []
    var leftOut: [String] = []
    var bodies = 0
    var start = reports.startIndex
    while start < reports.endIndex {
      let body = panel.bodyOfReport[reports[start]]
      let end =
        reports[start...].firstIndex { panel.bodyOfReport[$0] != body } ?? reports.endIndex
      var years: Set<Int> = []
      for report in reports[start..<end] {
        let isRead = readers.indices.allSatisfy { index in
          if case .figure = readers[index].read(at: report).reading { true } else { false }
        }
        if isRead { years.insert(panel.reports[report].year) }
      }
      if years == wanted {
        kept += reports[start..<end]
      } else {
        leftOut.append(panel.bodies[Int(body)])
      }
      bodies += 1
      start = end
    }
    years = wanted.sorted()
    guard !kept.isEmpty else { throw .noSameBodies(years: years, bodies: bodies) }
    self.reports = SelectedReports(kept)
    self.leftOut = leftOut
    self.bodies = bodies
  }

  /// How many bodies the comparison is about, and who is not among them.
  var note: LocalizedText {
    let shown = leftOut.prefix(3)
    let hidden = leftOut.count - shown.count
    let span = Self.text(years)
    let chineseSpan = Self.text(years, separator: "、")
    var chinese =
      "相同机关：\(bodies)个机关中\(bodies - leftOut.count)个在\(chineseSpan)各年均有全部数据"
    var english =
      "Same bodies: \(bodies - leftOut.count) of \(bodies) have every figure in each of the years "
      + span
    if !shown.isEmpty {
      chinese += "；未计入：" + shown.joined(separator: "、") + (hidden > 0 ? "等\(leftOut.count)个" : "")
      english +=
        "; left out: " + shown.joined(separator: ", ") + (hidden > 0 ? " and \(hidden) more" : "")
    }
    return LocalizedText(chinese: chinese + "。", english: english + ".")
  }

  /// `2019..2024`, or the years one by one where some are skipped.
  static func text(_ years: [Int], separator: String = ", ") -> String {
    guard let first = years.first, let last = years.last, years.count > 2,
      last - first == years.count - 1
    else { return years.map(String.init).joined(separator: separator) }
    return "\(first)..\(last)"
  }
}
