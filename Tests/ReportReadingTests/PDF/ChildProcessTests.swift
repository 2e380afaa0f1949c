import Testing

@testable import ReportReading

@Suite("Programs that are called")
struct ChildProcessTests {
  private static let limits = ChildProcess.Limits(output: 1 << 22, memory: 1 << 30, seconds: 20)

  @Test("input longer than any buffer comes back whole")
  func echo() {
    let input = (0..<1_500_000).map { UInt8($0 % 251) }
    #expect(
      ChildProcess.run("cat", [], input: input, limits: Self.limits) == .finished(0, input))
  }

  @Test("arguments reach the program as they are")
  func arguments() {
    let words = ["%s|", "a b", "$HOME", "*", "'", ";"]
    let outcome = ChildProcess.run("printf", words, input: [], limits: Self.limits)
    #expect(outcome == .finished(0, Array("a b|$HOME|*|'|;|".utf8)))
  }

  @Test("a program that does not exist, fails, or reads nothing")
  func failures() {
    #expect(
      ChildProcess.run("no-such-program-anywhere", [], input: [1], limits: Self.limits)
        == .notFound)
    #expect(ChildProcess.run("false", [], input: [], limits: Self.limits) == .finished(1, []))
    let input = [UInt8](repeating: 1, count: 1 << 21)
    #expect(ChildProcess.run("true", [], input: input, limits: Self.limits) == .finished(0, []))
  }

  @Test("time and output are limited")
  func stopped() {
    let short = ChildProcess.Limits(output: 1 << 16, memory: 1 << 30, seconds: 1)
    #expect(ChildProcess.run("sleep", ["60"], input: [], limits: short) == .tooSlow)
    #expect(ChildProcess.run("yes", [], input: [], limits: short) == .tooMuchOutput)
  }
}
