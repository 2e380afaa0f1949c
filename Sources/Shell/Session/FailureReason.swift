import ReportReading

/// Why a file was not loaded, without what is particular to the file: many failures are told by it.
enum FailureReason: Equatable, Sendable {
  case undecodable
  case textLost
  case tooLarge
  case severalReports
  case yearConflict
  case badTable
  /// An error that says nothing of the one file.
  case reading(ReadingError)
  case cannotRead(errno: Int32)
  case other

  init(_ error: ShellError) {
    switch error.kind {
    case .reading(_, let error): self.init(error)
    case .cannotRead(_, let code): self = .cannotRead(errno: code)
    default: self = .other
    }
  }

  private init(_ error: ReadingError) {
    switch error {
    case .undecodable: self = .undecodable
    case .textLost: self = .textLost
    case .tooLarge: self = .tooLarge
    case .severalReports, .archive(.severalReports): self = .severalReports
    case .yearConflict: self = .yearConflict
    case .table: self = .badTable
    default: self = .reading(error)
    }
  }
}
