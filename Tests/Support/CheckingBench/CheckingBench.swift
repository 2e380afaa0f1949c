import Checking
import Forms
import Foundation
import Panel
import ReportModel
import SimulatedReports

/// Measures the checking of simulated reports; `scripts/bench checking` and `scripts/check-repairs`
/// run it.
///
///     checking-bench speed REPORTS RUNS        all in-report rules over a panel in memory
///     checking-bench export REPORTS FOLDER     the same figures, a file of 32-bit numbers a cell
///     checking-bench repairs REPORTS           time and hits of least repairs
///     checking-bench models REPORTS FOLDER     faulty reports as mixed-integer programs
@main
enum CheckingBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 || (arguments.count == 3 && arguments[1] == "repairs"),
      let reports = Int(arguments[2])
    else {
      FileHandle.standardError.write(Data("usage: see the source\n".utf8))
      exit(2)
    }
    switch arguments[1] {
    case "speed": try SpeedRun(reports: reports, runs: Int(arguments[3]) ?? 5).run()
    case "export": try FigureExport(reports: reports, folder: arguments[3]).run()
    case "repairs": try RepairRun(reports: reports).run()
    case "models": try RepairModels(reports: reports, folder: arguments[3]).run()
    default: exit(2)
    }
  }

  /// What every part of the benchmark looks at.
  static func corpus(_ reports: Int) -> SimulatedCorpus {
    SimulatedCorpus(count: reports, errorPercent: 8, seed: 2024)
  }

  /// The rules that hold within one report.
  static let inReportRules: Set<String> = [
    "T3.balance", "T3.outcomes", "T3.applicants", "T4.total",
  ]
}
