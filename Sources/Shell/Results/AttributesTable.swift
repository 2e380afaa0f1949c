import Bodies
import ReportModel

/// The attributes of bodies: a row for each, with the number of its reports.
struct AttributesTable {
  let directory: BodyDirectory

  /// - Parameter reports: how many reports each body has; none where it is not among them.
  func table(of bodies: [String], reports: [String: Int]) -> ResultTable {
    let attributes = directory.attributes.filter { attribute in
      // Columns that nobody has would push the others away; level and sector always show.
      [.level, .sector].contains(attribute)
        || bodies.contains { directory.value(attribute, of: $0) != nil }
    }
    let columns =
      [Headings.body]
      + attributes.map { attribute in
        ResultColumn(
          name: attribute.name, heading: attribute.label,
          kind: directory.isNumeric(attribute) ? .figure(.count) : .text)
      } + [Headings.figure("reports", "年报数", "Reports")]
    var hasDerived = false
    let rows = bodies.map { body in
      let values = attributes.map { attribute -> ResultValue in
        guard let value = directory.value(attribute, of: body) else { return .missing }
        if value.isDerived { hasDerived = true }
        let flags: [Flag] = value.isDerived ? [.deduced] : []
        if let number = value.number { return ResultValue(.number(number), flags: flags) }
        return ResultValue(.term(value.code, value.label), flags: flags)
      }
      return [.text(body)] + values + [.count(reports[body] ?? 0)]
    }
    let footnote = Footnote(
      flag: .deduced,
      text: LocalizedText(
        chinese: "由区划代码或机关名称推得，没有另外给出。",
        english: "Told by the region or the name of the body; it was not given."))
    return ResultTable(
      columns: columns, rows: rows, footnotes: hasDerived ? [footnote] : [])
  }
}
