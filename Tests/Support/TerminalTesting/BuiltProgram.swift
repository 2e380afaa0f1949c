import Glibc

/// The programs of the package under test.
public enum BuiltProgram {
  /// The path of an executable target's program, which stands beside the test runner. The test
  /// target must depend on it, or it may not be built.
  public static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    return "/" + folder + "/" + name
  }
}
