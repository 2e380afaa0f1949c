import Glibc
import ReportReading

/// Turns what a user names into files: a file is itself, a folder stands for everything below it,
/// a pattern for what it matches.
struct PathExpansion {
  /// A file to load.
  struct File: Hashable {
    /// As shown to the user and kept with the figures.
    let shown: String
    /// As the system takes it.
    let path: String
    /// Whether the user named it himself: then it must be a report. Files found in a folder or by
    /// a pattern may be anything.
    let isNamed: Bool
  }

  /// Relative paths start here; empty for the current folder.
  let baseFolder: String
  /// Files that stand in for others, by the path of those.
  var replacements: [String: String] = [:]

  func resolve(_ shown: String) -> String {
    var shown = shown
    if shown == "~" || shown.hasPrefix("~/"), let home = getenv("HOME") {
      shown = String(cString: home) + shown.dropFirst()
    }
    let path = shown.hasPrefix("/") || baseFolder.isEmpty ? shown : baseFolder + "/" + shown
    return replacements[path] ?? path
  }

  /// What a word stands for: files sorted by their path's bytes, and folders below that cannot be
  /// read, which do not stop the others.
  struct Found {
    var files: [File] = []
    var failures: [ShellError] = []
  }

  /// Looks up what a word stands for.
  func find(_ word: Token) throws(ShellError) -> Found {
    let path = resolve(word.text)
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        return Found(files: [File(shown: word.text, path: path, isNamed: true)])
      }
      // The folder that was named itself must be readable.
      guard access(path, R_OK | X_OK) == 0 else {
        throw ShellError(.cannotRead(word.text, errno: errno), at: word.range)
      }
      let found = found(inFolder: path, shown: word.text)
      guard !found.files.isEmpty || !found.failures.isEmpty else {
        throw ShellError(.emptyFolder(word.text), at: word.range)
      }
      return found
    }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw ShellError(.cannotRead(word.text, errno: errno), at: word.range)
    }
    guard word.kind == .word, word.text.contains(where: { "*?[".contains($0) }) else {
      throw ShellError(.noSuchFile(word.text), at: word.range)
    }
    return try matches(word, pattern: path)
  }

  private func matches(_ word: Token, pattern: String) throws(ShellError) -> Found {
    var matched = glob_t()
    defer { globfree(&matched) }
    guard glob(pattern, GLOB_NOSORT, nil, &matched) == 0 else {
      throw ShellError(.emptyPattern(word.text), at: word.range)
    }
    let prefix = pattern.utf8.count - word.text.utf8.count
    var found = Found()
    for index in 0..<Int(matched.gl_pathc) {
      guard let pointer = matched.gl_pathv[index] else { continue }
      let path = String(cString: pointer)
      let shown =
        word.text.hasPrefix("~")
        ? path : String(decoding: path.utf8.dropFirst(max(0, prefix)), as: UTF8.self)
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        let inside = self.found(inFolder: path, shown: shown)
        found.files += inside.files
        found.failures += inside.failures
      } else {
        found.files.append(File(shown: shown, path: path, isNamed: false))
      }
    }
    found.files = Self.sorted(found.files)
    return found
  }

  /// Every file below a folder but hidden ones; links to folders are not followed, devices and
  /// pipes are no files.
  private func found(inFolder folder: String, shown: String) -> Found {
    var found = Found()
    var pending = [(path: folder, shown: shown)]
    while let next = pending.popLast() {
      guard let stream = opendir(next.path) else {
        // A folder that has just gone is no failure.
        if errno != ENOENT {
          found.failures.append(ShellError(.cannotRead(next.shown, errno: errno)))
        }
        continue
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let (name, isValid) = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) {
            (String(cString: $0), String(validatingCString: $0) != nil)
          }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = next.path + "/" + name
        let shown = next.shown.hasSuffix("/") ? next.shown + name : next.shown + "/" + name
        guard isValid else {
          let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
          guard isFolder || Self.mayBeRead(name) else { continue }
          found.failures.append(ShellError(.nameNotUTF8(shown)))
          continue
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append((path, shown))
        } else if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
          found.files.append(File(shown: shown, path: path, isNamed: false))
        } else if stat(path, &status) != 0, Self.mayBeRead(name) {
          // A link that leads nowhere.
          found.failures.append(ShellError(.cannotRead(shown, errno: errno)))
        }
      }
    }
    found.files = Self.sorted(found.files)
    return found
  }

  /// Of what else lies in folders nobody wants to know.
  private static func mayBeRead(_ name: String) -> Bool {
    ReportFileNames.mayBeReport(name) || ReportFileNames.mayBeTable(name)
  }

  private static func sorted(_ files: [File]) -> [File] {
    files.sorted { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) }
  }
}
