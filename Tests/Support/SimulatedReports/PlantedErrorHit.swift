import ReportModel

extension PlantedError {
  /// Whether a repair changes exactly the wrong figures, and back to what they were where it says
  /// to what.
  public func isUndone(by repair: Repair) -> Bool {
    let cells = SimulatedForm.standard.cells
    guard repair.changes.count == self.cells.count else { return false }
    return self.cells.allSatisfy { cell in
      repair.changes.contains { change in
        change.key == cells[cell.position].key && change.to.lower <= cell.actual
          && cell.actual <= change.to.upper ?? .max
      }
    }
  }
}
