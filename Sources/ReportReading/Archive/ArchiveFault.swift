/// Why an archive, or a part of it, gave no report.
public enum ArchiveFault: Error, Equatable, Sendable {
  /// The archive ends early, or its directory or a checksum is wrong.
  case damaged
  /// A password is asked for.
  case encrypted
  /// Packed in a way that the library does not know.
  case methodUnknown
  /// More members than are looked at.
  case tooManyMembers(limit: Int)
  /// All members together would take more bytes than the limit once unpacked.
  case tooLargeUnpacked(limit: Int)
  /// A member of this many times its packed size or more: made to fill the machine.
  case packedTooTightly(limit: Int)
  /// Archives inside archives beyond this many layers.
  case tooDeep(limit: Int)
  /// None of the members is of a report's format.
  case noReports(members: Int)
  /// Body and year were given for a file that holds this many reports: all would be the same one.
  case severalReports(Int)
}
