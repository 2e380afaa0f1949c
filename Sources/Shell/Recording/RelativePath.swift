import Glibc

/// Paths as seen from elsewhere, so that a record can be moved together with its data.
enum RelativePath {
  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that a path stands in; empty for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that was written in a folder, as it is seen from where the folder's own path begins.
  static func joined(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || folder == "." || path.hasPrefix("/") || path.hasPrefix("~") { return path }
    if path.isEmpty { return folder }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The way from a folder back to where its path begins; empty where that is the same place.
  static func back(from folder: String) -> String {
    back(from: folder, to: ".")
  }

  /// The way from one folder to another; empty where they are the same.
  static func back(from folder: String, to other: String) -> String {
    guard !folder.isEmpty, folder != other else { return "" }
    let way = path(from: folder, to: other)
    return way == "." ? "" : way
  }

  /// The way from one folder to another; the current one where empty.
  static func path(from: String, to: String) -> String {
    let (start, end) = (parts(from), parts(to))
    let shared = zip(start, end).prefix { $0 == $1 }.count
    let way = Array(repeating: "..", count: start.count - shared) + end[shared...]
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  private static func parts(_ folder: String) -> [String] {
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else {
      return folder.split(separator: "/").map(String.init)
    }
    defer { free(real) }
    return String(cString: real).split(separator: "/").map(String.init)
  }
}
