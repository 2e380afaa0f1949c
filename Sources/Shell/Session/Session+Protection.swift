import ReportReading
import ReportStore

/// The files that no result may take the place of.
extension Session {
  /// Files that the session has read, or tried to read: no result may take their place.
  ///
  /// - Parameter shown: the path as the commands name it.
  func protect(file path: String, shown: String) {
    files.willRead(path, shown: shown)
    protect(path)
  }

  /// Scripts, and a record in the making, must stay as well.
  func protect(_ path: String) {
    if let identity = FileIdentity(path) { protected.insert(identity) }
  }

  /// The reports that figures come from, scripts and the store itself must stay as they are, by
  /// whatever path they are reached, and from whatever folder they were loaded.
  func refuseOverwritingSources(_ path: String, _ file: Token) throws(ShellError) {
    let refusal = ShellError(.wouldOverwriteSource(file.text), at: file.range)
    if let storeFile = store.file {
      let names = ["", "-journal", "-wal", "-shm"].map { storeFile + $0 }
      if names.contains(path) { throw refusal }
    }
    guard let target = FileIdentity(path) else { return }
    if protected.contains(target) || store.file.flatMap({ FileIdentity($0) }) == target {
      throw refusal
    }
    guard let digest = FileDigest.sha256(ofFile: path) else { return }
    do {
      if try store.containsDigest(digest) { throw refusal }
    } catch let error as StoreError {
      throw ShellError(.store(nil, error))
    } catch {
      throw refusal
    }
  }
}
