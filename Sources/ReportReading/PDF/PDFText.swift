/// The text layer of a PDF, through `pdftotext` of poppler-utils. Poppler is under the GPL: it is
/// called as a program of its own and never linked.
enum PDFText {
  /// - Returns: the words with their boxes, as XHTML.
  static func layout(
    of bytes: [UInt8], limits: ReadingLimits
  ) throws(ReadingError) -> [UInt8] {
    let program = ConversionProgram.pdfToText
    // One page more than is allowed tells that there are more.
    let arguments = [
      "-q", "-enc", "UTF-8", "-bbox-layout", "-l", String(limits.pages + 1), "-", "-",
    ]
    let outcome = ChildProcess.run(
      program.rawValue, arguments, input: bytes,
      limits: ChildProcess.Limits(
        output: limits.conversionSize, memory: limits.conversionMemory,
        seconds: limits.conversionSeconds))
    switch outcome {
    case .finished(0, let output): return output
    case .finished: throw isEncrypted(bytes) ? .encrypted : .damaged
    case .notFound: throw .programMissing(program)
    case .failed(let code): throw .notReadable(errno: code)
    case .tooSlow: throw .tooSlow(seconds: limits.conversionSeconds)
    case .tooMuchOutput: throw .tooComplex(.words, limit: limits.words)
    case .tooMuchMemory: throw .damaged
    }
  }

  /// The dictionary that names the encryption is itself never encrypted.
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let name = Array("/Encrypt".utf8)
    guard bytes.count >= name.count else { return false }
    return bytes.indices.dropLast(name.count - 1).contains { index in
      bytes[index] == name[0] && bytes[index...].starts(with: name)
    }
  }
}
