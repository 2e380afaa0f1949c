import Foundation
import Panel
import SimulatedReports

/// Writes the figures for other programs: one file of little-endian 32-bit numbers for each cell.
struct FigureExport {
  let reports: Int
  let folder: String

  func run() throws {
    let panel = CheckingBench.corpus(reports).panel
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for cell in SimulatedForm.standard.cells {
      guard let column = panel.columns[cell.key] else { continue }
      let values = (0..<column.count).map { Int32(column.value(at: $0)) }
      let data = values.withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(cell.key).i32"))
    }
  }
}
