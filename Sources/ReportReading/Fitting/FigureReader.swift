import ReportModel

/// What stands printed in a figure cell, read as a status and a value. Whatever is not a number
/// beyond doubt is text.
struct FigureReading: Equatable {
  let status: CellStatus
  let value: Quantity?
  let unit: MeasureUnit

  /// - Parameter unit: of the cell, as form and heads say; a unit printed behind the figure must
  ///   be of its kind and then counts.
  /// - Parameter isChange: whether the cell says by how much something grew or shrank, so that
  ///   117（减） is one of its figures.
  init(_ text: String, unit: MeasureUnit, isChange: Bool = true) {
    if let count = FigureParser.plainCount(text) {
      self.init(.reported, unit, Quantity(count))
      return
    }
    var parser = FigureParser(text)
    let outcome = parser.parse()
    if parser.saysChange, !isChange {
      self.init(.text, unit)
      return
    }
    switch outcome {
    case .blank: self.init(.blank, unit)
    case .dash: self.init(.dash, unit)
    case .text: self.init(.text, unit)
    case .number(let value, let suffix):
      if unit.isMoney {
        let own: MeasureUnit? =
          switch suffix {
          case .none: unit
          case .yuan: .yuan
          case .tenThousandYuan: .tenThousandYuan
          case .things: nil
          }
        guard let own else {
          self.init(.text, unit)
          return
        }
        self.init(.reported, own, value)
      } else if (suffix == .none || suffix == .things), !parser.hasDecimals {
        self.init(.reported, unit, value)
      } else {
        self.init(.text, unit)
      }
    }
  }

  private init(_ status: CellStatus, _ unit: MeasureUnit, _ value: Quantity? = nil) {
    self.status = status
    self.value = value
    self.unit = unit
  }

  /// Whether the text is a figure or one of the marks that stand in its place.
  static func isFigureLike(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    if FigureParser.plainCount(text) != nil { return true }
    guard FigureParser.mayBeFigure(text) else { return false }
    var parser = FigureParser(text)
    switch parser.parse() {
    case .number, .dash: return true
    case .blank, .text: return false
    }
  }
}
