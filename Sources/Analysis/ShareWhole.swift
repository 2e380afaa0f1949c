import ReportModel

/// What the shares of a comparison are shares of, in words.
struct ShareWhole {
  private let last: Dimension
  /// The dimensions that a whole has one value of; an indicator is named beside its values.
  private let outer: [Dimension]

  /// - Parameter dimensions: those of the comparison, `indicator` among them where asked for.
  init(_ dimensions: [Dimension]) {
    last = dimensions.last ?? .body
    outer = dimensions.dropLast().filter { $0 != .indicator }
  }

  /// `占当年各机关合计`, `share of the year's bodies`.
  var label: LocalizedText {
    guard last != .indicator else {
      return LocalizedText(chinese: "占所列指标合计", english: "share of the indicators shown")
    }
    return LocalizedText(chinese: chinese, english: english)
  }

  private var chinese: String {
    // The order of a Chinese phrase, whatever that of the columns.
    let attributes = outer.filter { if case .attribute = $0 { true } else { false } }
    let order = attributes + [Dimension.body, .applicant, .form, .year].filter(outer.contains)
    let owners = order.map { owner in
      switch owner {
      case .year: "当年"
      case .body: "该机关"
      case .applicant: "该类申请人"
      case .form: "该格式"
      case .indicator: "该指标"
      case .attribute(let attribute): "该" + attribute.label.chinese
      }
    }
    let members =
      switch last {
      case .year: "各年"
      case .body: "各机关"
      case .applicant: "各类申请人"
      case .form: "各格式"
      case .indicator: "各指标"
      case .attribute(let attribute): "各" + attribute.label.chinese
      }
    return "占\(owners.joined())\(members)合计"
  }

  private var english: String {
    let members =
      switch last {
      case .year: "years"
      case .body: "bodies"
      case .applicant: "applicants"
      case .form: "forms"
      case .indicator: "indicators"
      case .attribute(let attribute): "groups by " + attribute.label.english.lowercased()
      }
    let owners = outer.map { $0.name }
    switch owners.count {
    case 0: return "share of all \(members)"
    case 1: return "share of the \(owners[0])'s \(members)"
    default: return "share of the \(members) of each \(owners.joined(separator: " and "))"
    }
  }
}
