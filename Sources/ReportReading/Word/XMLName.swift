import CExpat

/// An element's or attribute's name with its namespace.
struct XMLName {
  /// Parts the two in what the parser gives; no namespace holds it.
  static let separator = UInt8(ascii: "|")

  let namespace: String
  let local: String

  init(_ raw: UnsafePointer<XML_Char>) {
    let text = String(cString: raw)
    let parts = text.utf8.split(separator: Self.separator, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      namespace = ""
      local = text
      return
    }
    namespace = String(Substring(parts[0]))
    local = String(Substring(parts[1]))
  }
}

/// The attributes of one element; valid while its beginning is handled.
struct XMLAttributes {
  /// Names and values in turn, ended by a null.
  private let raw: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  init(_ raw: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    self.raw = raw
  }

  /// The value of the attribute of this name, whatever its namespace.
  subscript(_ local: String) -> String? {
    guard var next = raw else { return nil }
    while let name = next[0], let value = next[1] {
      if XMLName(name).local == local { return String(cString: value) }
      next += 2
    }
    return nil
  }

  /// An on-off property: on where it is said without a value.
  var isOn: Bool {
    guard let value = self["val"] else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }
}
