/// Why a document of a word processor gave no report.
public enum WordFault: Error, Equatable, Sendable {
  /// The XML of its text is broken, or holds what no word processor writes; the byte from 0.
  case broken(offset: Int)
  /// A password is asked for.
  case encrypted
  /// An old format, and no program is installed that converts it.
  case converterMissing
  /// The converter ended without a document: its exit status, or its signal as a negative number.
  case conversionFailed(status: Int32)
  /// The converter did not end in time.
  case conversionTooSlow(seconds: Int)
  /// The system does not let the converter be started or its files be written.
  case conversionNotPossible(errno: Int32)
}
