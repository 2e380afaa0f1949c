/// Who asked: the seven columns of table 3, in the order of the form.
public enum Applicant: String, Sendable, CaseIterable, Hashable {
  case person
  case firm
  case research
  case charity
  case law
  case other
  /// The form's own total column; never one of the parts that a sum over applicants adds up.
  case total

  /// The six columns that `total` should add up.
  public static let parts: [Applicant] = [.person, .firm, .research, .charity, .law, .other]

  /// The head of the column; the Chinese is the form's own wording.
  public var label: LocalizedText {
    switch self {
    case .person: LocalizedText(chinese: "自然人", english: "natural persons")
    case .firm: LocalizedText(chinese: "商业企业", english: "firms")
    case .research: LocalizedText(chinese: "科研机构", english: "research institutions")
    case .charity: LocalizedText(chinese: "社会公益组织", english: "charities")
    case .law: LocalizedText(chinese: "法律服务机构", english: "law firms")
    case .other: LocalizedText(chinese: "其他", english: "other organisations")
    case .total: LocalizedText(chinese: "总计", english: "total")
    }
  }
}

extension Applicant: Comparable {
  /// The order of the form's columns.
  public static func < (left: Applicant, right: Applicant) -> Bool {
    left.position < right.position
  }

  /// The column's number on the form, from 0.
  public var position: Int {
    switch self {
    case .person: 0
    case .firm: 1
    case .research: 2
    case .charity: 3
    case .law: 4
    case .other: 5
    case .total: 6
    }
  }
}
