import CLibedit

/// Text as libedit takes it: one C wide character a Unicode scalar, with a zero at the end.
///
/// libedit keeps some of the strings that it is given, so these have an address that stays until
/// ``deallocate()``.
struct WideString {
  let pointer: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    // Never more scalars than bytes, and counting the bytes takes no time.
    pointer = .allocate(capacity: text.utf8.count + 1)
    var index = 0
    for scalar in text.unicodeScalars where scalar.value != 0 {
      pointer[index] = wchar_t(bitPattern: scalar.value)
      index += 1
    }
    pointer[index] = 0
  }

  func deallocate() {
    pointer.deallocate()
  }

  /// Lends `text` to `body` as a wide string.
  static func lend<Result>(
    _ text: String, to body: (UnsafeMutablePointer<wchar_t>) -> Result
  ) -> Result {
    let wide = WideString(text)
    defer { wide.deallocate() }
    return body(wide.pointer)
  }

  /// The text from `start` up to `end`.
  static func text(
    from start: UnsafePointer<wchar_t>, to end: UnsafePointer<wchar_t>
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: start, count: max(0, end - start)) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: character)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
