import Bodies
import Panel
import ReportModel

/// The dimensions of a grid as one number: each combination of their values has a code, and codes
/// ascend as keys do.
struct GridAxes: Sendable {
  /// Where a dimension's value comes from.
  enum Source: Sendable {
    /// A number a report.
    case reports([UInt32])
    /// A number a layout of forms, by the table of the column's indicator.
    case forms
    case applicant
  }

  struct Axis: Sendable {
    let source: Source
    /// How many values it has.
    let size: Int
    /// What a step along it adds to the code.
    var stride = 1
    /// The number that stands in keys for each value; empty where it is the value itself.
    var keys: [Int] = []
  }

  private(set) var axes: [Axis]
  private let panel: Panel
  private let contents: FormContents
  /// How many codes there are.
  let count: Int
  /// Whether the bodies behind a row are remembered: they are what is added up over.
  let countsMembers: Bool
  let hasYear: Bool

  init(
    _ dimensions: [Dimension], panel: Panel, contents: FormContents,
    attributes: [Attribute: AttributeOrder]
  ) {
    self.panel = panel
    self.contents = contents
    hasYear = dimensions.contains(.year)
    countsMembers = hasYear && !dimensions.contains(.body)
    var axes = dimensions.map { dimension in
      switch dimension {
      case .year:
        Axis(source: .reports(panel.yearOfReport), size: panel.years.count, keys: panel.years)
      case .body: Axis(source: .reports(panel.bodyOfReport), size: panel.bodies.count)
      case .applicant:
        Axis(
          source: .applicant, size: (Applicant.allCases.map(\.position).max() ?? 0) + 1)
      case .form: Axis(source: .forms, size: contents.order.count + 1)
      case .indicator: Axis(source: .applicant, size: 1)
      case .attribute(let attribute):
        Axis(
          source: .reports(attributes[attribute]?.positions ?? []),
          size: attributes[attribute]?.size ?? 1)
      }
    }
    var stride = 1
    for index in axes.indices.reversed() {
      axes[index].stride = stride
      stride *= max(1, axes[index].size)
    }
    self.axes = axes
    count = stride
  }

  /// What does not differ between the reports of a column, or between those of a layout.
  ///
  /// - Returns: what is added to the code of a report, by its layout.
  func offsets(applicant: Applicant, table: Int) -> [Int] {
    let constant = axes.reduce(0) { sum, axis in
      if case .applicant = axis.source, axis.size > 1 {
        sum + applicant.position * axis.stride
      } else {
        sum
      }
    }
    let forms = axes.first { axis in
      if case .forms = axis.source { true } else { false }
    }
    return panel.layouts.map { layout in
      constant + (forms.map { contents.rank(layout[table]) * $0.stride } ?? 0)
    }
  }

  /// The numbers that stand in the key of a code.
  func keyNumber(_ dimension: Int, of code: Int) -> Int {
    let axis = axes[dimension]
    let value = code / axis.stride % max(1, axis.size)
    return axis.keys.isEmpty ? value : axis.keys[value]
  }
}
