import Glibc

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

  func resolve(_ shown: String) -> String {
    var shown = shown
    if shown == "~" || shown.hasPrefix("~/"), let home = getenv("HOME") {
      shown = String(cString: home) + shown.dropFirst()
    }
    return shown.hasPrefix("/") || baseFolder.isEmpty ? shown : baseFolder + "/" + shown
  }

  /// The files that a word stands for, sorted by their path's bytes.
  func files(_ word: Token) throws(ShellError) -> [File] {
    let path = resolve(word.text)
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        return [File(shown: word.text, path: path, isNamed: true)]
      }
      let found = try files(inFolder: path, shown: word.text, at: word.range)
      guard !found.isEmpty else { throw ShellError(.emptyFolder(word.text), at: word.range) }
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

  private func matches(_ word: Token, pattern: String) throws(ShellError) -> [File] {
    var matched = glob_t()
    defer { globfree(&matched) }
    guard glob(pattern, GLOB_NOSORT, nil, &matched) == 0 else {
      throw ShellError(.emptyPattern(word.text), at: word.range)
    }
    let prefix = pattern.utf8.count - word.text.utf8.count
    var files: [File] = []
    for index in 0..<Int(matched.gl_pathc) {
      guard let pointer = matched.gl_pathv[index] else { continue }
      let path = String(cString: pointer)
      let shown =
        word.text.hasPrefix("~")
        ? path : String(decoding: path.utf8.dropFirst(max(0, prefix)), as: UTF8.self)
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        files += try self.files(inFolder: path, shown: shown, at: word.range)
      } else {
        files.append(File(shown: shown, path: path, isNamed: false))
      }
    }
    return Self.sorted(files)
  }

  /// Everything below a folder but hidden files and folders; links to folders are not followed.
  private func files(
    inFolder folder: String, shown: String, at range: SourceRange
  ) throws(ShellError) -> [File] {
    var found: [File] = []
    var pending = [(path: folder, shown: shown)]
    while let next = pending.popLast() {
      guard let stream = opendir(next.path) else {
        throw ShellError(.cannotRead(next.shown, errno: errno), at: range)
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = next.path + "/" + name
        let shown = next.shown.hasSuffix("/") ? next.shown + name : next.shown + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append((path, shown))
        } else {
          found.append(File(shown: shown, path: path, isNamed: false))
        }
      }
    }
    return Self.sorted(found)
  }

  private static func sorted(_ files: [File]) -> [File] {
    files.sorted { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) }
  }
}
