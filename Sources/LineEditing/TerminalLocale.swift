import Glibc

/// The character type part of the C locale, which libedit and `wcwidth` go by.
public enum TerminalLocale {
  /// Makes `LC_CTYPE` a UTF-8 locale: the user's, or `C.UTF-8` where that is of another encoding
  /// (as under `LC_ALL=C`). No other part of the locale changes, so numbers keep their format.
  /// Call it before other threads run, because the locale belongs to the whole process.
  ///
  /// - Returns: whether UTF-8 is in force.
  @discardableResult
  public static func useUTF8() -> Bool {
    if setlocale(LC_CTYPE, "") != nil, isUTF8 { return true }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, isUTF8 { return true }
    }
    return false
  }

  private static var isUTF8: Bool {
    guard let codeset = nl_langinfo(Int32(CODESET)) else { return false }
    return String(cString: codeset) == "UTF-8"
  }
}
