import Glibc

@testable import ReportReading

/// Feeds bytes that libFuzzer makes up to every reader, in one process. It is built by
/// `scripts/fuzz` alone, with the instrumentation that shows libFuzzer which ways were gone.
@main
struct ReadingFuzzer {
  static func main() {
    // Programs that convert files have no place here: what they would print is fed directly.
    setenv("PATH", "/nonexistent", 1)
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { data, size in
        ReadingFuzzer.take(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      })
  }

  private static let reader = ReportReader()

  /// - Parameter bytes: a file; one that looks like the words of a PDF with their places is read as
  ///   such as well.
  private static func take(_ bytes: [UInt8]) {
    // Old Word files are all LibreOffice's.
    if bytes.starts(with: CompoundFile.signature) { return }
    let request = ReadingRequest(path: "fuzz/page.html", body: nil, year: nil)
    let items = reader.items(of: LoadedFile(bytes: bytes), as: request)
    for case .success(let report) in items.map(\.result) {
      // A value is present exactly where a cell is reported.
      for cell in report.tables.flatMap(\.cells) {
        precondition((cell.value != nil) == (cell.status == .reported))
      }
    }
    guard bytes.starts(with: Array("<doc>".utf8)) else { return }
    let pages = try? BoxLayout.read(bytes, limits: .standard)
    if let pages { _ = FormFitter(catalog: .standard).fit(PrintedDocument.document(of: pages)) }
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
