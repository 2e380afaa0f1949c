import Glibc
import LineEditing

/// Files and folders that a path at the cursor may go on with.
struct PathCandidates {
  let session: Session

  func matching(_ prefix: String) -> [Completion.Candidate] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let start = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let stream = opendir(session.resolve(path: folder.isEmpty ? "." : folder)) else {
      return []
    }
    defer { closedir(stream) }
    var candidates: [Completion.Candidate] = []
    while let entry = readdir(stream) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix(".") else { continue }
      candidates.append(
        Completion.Candidate(
          insert: folder + name + (isFolder ? "/" : ""), display: name + (isFolder ? "/" : ""),
          endsWord: !isFolder))
    }
    return candidates.sorted { $0.insert.utf8.lexicographicallyPrecedes($1.insert.utf8) }
  }
}
