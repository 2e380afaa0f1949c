import Dispatch
import ReportModel

/// A panel whose reports are known before their figures: each figure goes straight to the place at
/// which it stays. Reports may come in any order and from several threads.
///
/// Safe to share: all that is written after `init` are the slots of the columns, each by whoever
/// fills its report, and `panel` is called when all have come.
public final class PanelFrame: @unchecked Sendable {
  /// What the reports of one kind have: their cells, in the order of their figures, with the unit
  /// that the form gives each, and the forms of their tables by number.
  public struct Layout: Sendable {
    let cells: [(key: CellKey, unit: MeasureUnit)]
    let forms: [Int: String]

    /// A layout by its cells and forms.
    ///
    /// - Parameter cells: of two of one key the later counts.
    public init(cells: [(key: CellKey, unit: MeasureUnit)], forms: [Int: String]) {
      self.cells = cells
      self.forms = forms
    }
  }

  /// A report's place in the panel.
  public struct Member: Sendable {
    let id: Int64
    let body: UInt32
    let year: Int

    /// - Parameters:
    ///   - id: the number in the store.
    ///   - body: the position of its body among `bodies`.
    public init(id: Int64, body: Int, year: Int) {
      self.id = id
      self.body = UInt32(body)
      self.year = year
    }
  }

  /// A cell that is no small count in the unit of its form, and not just a reason why nothing was
  /// read: ``FigureRow/Mark/special`` stands in its place.
  public struct Special: Sendable {
    let report: UInt32
    let place: UInt32
    let state: PanelColumn.State
    let value: Quantity
    let unit: MeasureUnit?

    /// - Parameters:
    ///   - report: the place in the panel.
    ///   - place: the position in the report's layout.
    ///   - value: means nothing unless `state` is `reported`.
    ///   - unit: in which the figure is printed; `nil` where it is the form's.
    public init(
      report: Int, place: Int, state: PanelColumn.State, value: Quantity, unit: MeasureUnit?
    ) {
      self.report = UInt32(report)
      self.place = UInt32(place)
      self.state = state
      self.value = value
      self.unit = unit
    }
  }

  private let bodies: [String]
  private let members: [Member]
  private let layouts: [Layout]
  private let keys: [CellKey]
  /// Of each layout the column of each position; one behind the last key is nobody's.
  private let columnsOfLayout: [[Int]]
  private let memory: ColumnMemory
  /// Of each layout the slots of the columns, in its order.
  private let places: [UnsafeMutablePointer<UnsafeMutablePointer<Int32>>]

  /// A frame without figures.
  ///
  /// - Parameters:
  ///   - bodies: each once, by Unicode scalars.
  ///   - members: by body, then year, no two of one body and year.
  public init(bodies: [String], members: [Member], layouts: [Layout]) {
    self.bodies = bodies
    self.members = members
    self.layouts = layouts
    var columns: [CellKey: Int] = [:]
    var keys: [CellKey] = []
    for key in layouts.flatMap(\.cells).map(\.key) where columns[key] == nil {
      columns[key] = keys.count
      keys.append(key)
    }
    columnsOfLayout = layouts.map { Self.columns(of: $0, columns) }
    self.keys = keys
    let count = (columnsOfLayout.joined().max() ?? -1) + 1
    let memory = ColumnMemory(columns: max(count, keys.count), reports: members.count)
    self.memory = memory
    places = columnsOfLayout.map { columns in
      let places = UnsafeMutablePointer<UnsafeMutablePointer<Int32>>.allocate(
        capacity: max(1, columns.count))
      for (place, column) in columns.enumerated() {
        (places + place).initialize(to: memory.slots(of: column))
      }
      return places
    }
  }

  /// A cell that comes again in its layout has a column that nobody looks at: each place is written by
  /// itself, and what is said of the one must not be taken for the other.
  private static func columns(of layout: Layout, _ columns: [CellKey: Int]) -> [Int] {
    var found: [Int] = []
    var taken: Set<CellKey> = []
    var nobodys = columns.count
    for cell in layout.cells.reversed() {
      if taken.insert(cell.key).inserted, let column = columns[cell.key] {
        found.append(column)
      } else {
        found.append(nobodys)
        nobodys += 1
      }
    }
    return found.reversed()
  }

  deinit {
    for places in places { places.deallocate() }
  }

  /// How many reports it has.
  public var count: Int { members.count }

  /// The places of a report's figures.
  ///
  /// - Parameters:
  ///   - report: the place in the panel.
  ///   - layout: the position among `layouts`.
  public func row(of report: Int, layout: Int) -> FigureRow {
    precondition(report >= 0 && report < members.count, "no such report")
    return FigureRow(
      columns: places[layout], report: report, count: layouts[layout].cells.count)
  }

  /// The panel, when every place of every report has been written.
  ///
  /// - Parameters:
  ///   - layoutOfReport: of each report the position among `layouts`.
  ///   - specials: in any order.
  public func panel(layoutOfReport: [UInt32], specials: [Special]) -> Panel {
    precondition(layoutOfReport.count == members.count, "a layout for each report")
    let finish = ColumnFinish(
      layouts: layouts.map(\.cells), columnsOfLayout: columnsOfLayout,
      layoutOfReport: layoutOfReport, columns: keys, memory: memory)
    let ofColumns = finish.byColumn(specials)
    var columns = [PanelColumn?](repeating: nil, count: keys.count)
    columns.withUnsafeMutableBufferPointer { columns in
      // Each iteration touches the element of its own number only.
      nonisolated(unsafe) let columns = columns
      DispatchQueue.concurrentPerform(iterations: keys.count) { index in
        columns[index] = finish.column(index, specials: ofColumns[index])
      }
    }
    let (forms, formsOfReport) = combinations(layoutOfReport)
    let reports = members.indices.map { index in
      let member = members[index]
      return PanelReport(
        id: member.id, body: bodies[Int(member.body)], year: member.year,
        forms: forms[Int(formsOfReport[index])])
    }
    return Panel(
      reports: reports, bodies: bodies, bodyOfReport: members.map(\.body), layouts: forms,
      layoutOfReport: formsOfReport, columns: columns.compactMap(\.self))
  }

  /// The forms that occur, each combination once: several layouts may have the same.
  private func combinations(
    _ layoutOfReport: [UInt32]
  ) -> (forms: [[Int: String]], ofReport: [UInt32]) {
    var forms: [[Int: String]] = []
    var known = [UInt32?](repeating: nil, count: layouts.count)
    let ofReport = layoutOfReport.map { layout in
      if let known = known[Int(layout)] { return known }
      let own = layouts[Int(layout)].forms
      let place = forms.firstIndex(of: own) ?? forms.count
      if place == forms.count { forms.append(own) }
      known[Int(layout)] = UInt32(place)
      return UInt32(place)
    }
    return (forms, ofReport)
  }
}
