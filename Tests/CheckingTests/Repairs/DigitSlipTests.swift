import ReportModel
import Testing

@testable import Checking

@Suite("Slips with digits")
struct DigitSlipTests {
  @Test(
    "a slip is told by what it makes of the figure",
    arguments: [
      (Int64(21), Int64(12), Repair.Slip.transposed), (1324, 1234, .transposed),
      (102, 120, .transposed), (5, 15, .digitDropped), (18, 108, .digitDropped),
      (12, 123, .digitDropped), (1, 11, .digitDropped), (122, 12, .digitDoubled),
      (1123, 123, .digitDoubled), (55, 5, .digitDoubled), (-7, 7, .sign),
    ])
  func slips(_ printed: Int64, _ actual: Int64, _ slip: Repair.Slip) {
    #expect(DigitSlip.slip(printed: printed, true: actual) == slip)
  }

  @Test(
    "what is no slip has no explanation",
    arguments: [
      (Int64(0), Int64(10)), (0, 7), (3, 4), (321, 123), (12, 21000), (7, 0), (-7, 8), (50, 5),
      (1, 1),
    ])
  func others(_ printed: Int64, _ actual: Int64) {
    #expect(DigitSlip.slip(printed: printed, true: actual) == nil)
  }
}
