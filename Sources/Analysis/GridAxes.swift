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
    /// Of an axis that several dimensions share: the number of each of them in keys, for each value.
    var shared: [[Int]] = []

    /// The number of each dimension of it in keys, for each value.
    fileprivate var parts: [[Int]] {
      shared.isEmpty ? [keys.isEmpty ? Array(0..<size) : keys] : shared
    }
  }

  private(set) var axes: [Axis]
  /// For each dimension its axis, and which of those that share the axis it is.
  private let places: [(axis: Int, part: Int)]
  private let panel: Panel
  private let contents: FormContents
  /// How many codes there are.
  let count: Int
  /// Whether the bodies behind a row are remembered: they are what is added up over.
  let countsMembers: Bool
  let hasYear: Bool
  let hasBody: Bool

  init(
    _ dimensions: [Dimension], panel: Panel, contents: FormContents,
    attributes: [Attribute: AttributeOrder]
  ) {
    self.panel = panel
    self.contents = contents
    hasYear = dimensions.contains(.year)
    hasBody = dimensions.contains(.body)
    countsMembers = hasYear && !hasBody
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
    (axes, places) =
      Self.fits(axes) ? (axes, axes.indices.map { ($0, 0) }) : Self.sharing(axes)
    var stride = 1
    for index in axes.indices.reversed() {
      axes[index].stride = stride
      stride *= max(1, axes[index].size)
    }
    self.axes = axes
    count = stride
  }

  /// Whether a number can hold every code.
  private static func fits(_ axes: [Axis]) -> Bool {
    var count = 1
    for axis in axes {
      let (next, overflow) = count.multipliedReportingOverflow(by: max(1, axis.size))
      guard !overflow else { return false }
      count = next
    }
    return true
  }

  /// Dimensions that stand beside each other share an axis of the combinations that occur, of which
  /// there are no more than reports, in the order of their keys.
  private static func sharing(
    _ axes: [Axis]
  ) -> (axes: [Axis], places: [(axis: Int, part: Int)]) {
    var result: [Axis] = []
    var places: [(axis: Int, part: Int)] = []
    for axis in axes {
      guard let last = result.last, case .reports(let outer) = last.source,
        case .reports(let inner) = axis.source
      else {
        places.append((result.count, 0))
        result.append(axis)
        continue
      }
      let size = max(1, axis.size)
      let codes = zip(outer, inner).map { Int($0) * size + Int($1) }
      let occurring = Set(codes).sorted()
      let numbers = Dictionary(
        occurring.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
      let own = axis.parts[0]
      result[result.count - 1] = Axis(
        source: .reports(codes.map { numbers[$0] ?? 0 }), size: occurring.count,
        shared: last.parts.map { part in occurring.map { part[$0 / size] } }
          + [occurring.map { own[$0 % size] }])
      places.append((result.count - 1, last.parts.count))
    }
    return (result, places)
  }

  /// How many numbers a key has.
  var dimensionCount: Int { places.count }

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
    let (index, part) = places[dimension]
    let axis = axes[index]
    let value = code / axis.stride % max(1, axis.size)
    guard axis.shared.isEmpty else { return axis.shared[part][value] }
    return axis.keys.isEmpty ? value : axis.keys[value]
  }
}
