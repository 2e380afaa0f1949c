/// The digest by which a file is known again, wherever it lies.
public enum FileDigest {
  /// SHA-256 in lower-case hexadecimal digits; `nil` where the path leads to no file that a report
  /// could have been read from.
  public static func sha256(
    ofFile path: String, limits: ReadingLimits = .standard
  ) -> String? {
    do {
      return try LoadedFile(path: path, limit: limits.fileSize).digest
    } catch {
      return nil
    }
  }
}
