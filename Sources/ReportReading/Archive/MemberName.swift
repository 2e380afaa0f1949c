/// A member's name as it is shown, and what it says about the member.
struct MemberName {
  let text: String

  /// Names are in UTF-8 or, from older programs on Chinese systems, in GBK; only some archives say
  /// in which.
  init(_ bytes: [UInt8]) {
    var text: String?
    if UTF8Check.firstFlaw(in: bytes[...]) == nil {
      text = String(decoding: bytes, as: UTF8.self)
    } else if case .success(let converted) = CharacterConversion.toUTF8(
      bytes[...], from: "GB18030")
    {
      text = String(decoding: converted, as: UTF8.self)
    }
    self.text = Self.harmless(text ?? Self.escaped(bytes))
  }

  /// Archives may carry characters in names that no file system would show.
  private static func harmless(_ text: String) -> String {
    WhiteSpace.string(
      text.unicodeScalars.map { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
      })
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        text.append(Unicode.Scalar(byte))
      } else {
        text.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(text)
  }

  /// Whether it can be a report by its name: hidden files and what systems put beside them are
  /// not, nor are those that a folder's loading would leave out.
  var mayBeReport: Bool {
    let parts = text.split { $0 == "/" || $0 == "\\" }
    guard let last = parts.last else { return false }
    // `..` leads nowhere here: nothing is unpacked to a folder.
    return !parts.contains { $0.hasPrefix(".") && $0 != ".." && $0 != "." || $0 == "__MACOSX" }
      && ReportFileNames.mayBeReport(String(last))
  }
}
