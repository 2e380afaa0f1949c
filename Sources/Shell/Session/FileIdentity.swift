import Glibc

/// What a path leads to: two paths with the same identity are one file.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  /// - Returns: `nil` where nothing stands at the path.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
  }
}
