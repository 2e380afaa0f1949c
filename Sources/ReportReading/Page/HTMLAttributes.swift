import CGumbo
import Glibc

/// The attributes of an element that matter to the reader, found in one pass.
///
/// The values lie in the parsed tree; none of them outlives it.
struct HTMLAttributes {
  typealias Value = UnsafeBufferPointer<UInt8>

  private(set) var style: Value?
  private(set) var classList: Value?
  private(set) var identifier: Value?
  private(set) var rowSpan: Value?
  private(set) var columnSpan: Value?
  private(set) var isHidden = false
  private(set) var isOpen = false
  /// Of a `<font>`.
  private(set) var colour: Value?
  /// Whether its text runs from right to left.
  private(set) var isTurned = false

  init(_ element: UnsafePointer<GumboElement>) {
    let attributes = element.pointee.attributes
    for index in 0..<Int(attributes.length) {
      guard let place = attributes.data?[index] else { continue }
      let attribute = UnsafeRawPointer(place).assumingMemoryBound(to: GumboAttribute.self)
      guard let name = attribute.pointee.name, let value = attribute.pointee.value else { continue }
      // The parser has put names in lower case, and dropped all but the first of a name.
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "s") where strcmp(name, "style") == 0: style = Self.bytes(value)
      case UInt8(ascii: "c") where strcmp(name, "class") == 0: classList = Self.bytes(value)
      case UInt8(ascii: "c") where strcmp(name, "colspan") == 0: columnSpan = Self.bytes(value)
      case UInt8(ascii: "c") where strcmp(name, "color") == 0: colour = Self.bytes(value)
      case UInt8(ascii: "d") where strcmp(name, "dir") == 0:
        isTurned = strcasecmp(value, "rtl") == 0
      case UInt8(ascii: "i") where strcmp(name, "id") == 0: identifier = Self.bytes(value)
      case UInt8(ascii: "r") where strcmp(name, "rowspan") == 0: rowSpan = Self.bytes(value)
      case UInt8(ascii: "h") where strcmp(name, "hidden") == 0: isHidden = true
      case UInt8(ascii: "o") where strcmp(name, "open") == 0: isOpen = true
      // Shown by a script only.
      case UInt8(ascii: "p") where strcmp(name, "popover") == 0: isHidden = true
      default: break
      }
    }
  }

  /// Whether an element has an attribute, by its name in lower case.
  static func has(_ name: String, _ element: UnsafePointer<GumboElement>) -> Bool {
    var attributes = element.pointee.attributes
    return gumbo_get_attribute(&attributes, name) != nil
  }

  private static func bytes(_ value: UnsafePointer<CChar>) -> Value {
    let length = strlen(value)
    return value.withMemoryRebound(to: UInt8.self, capacity: length) {
      UnsafeBufferPointer(start: $0, count: length)
    }
  }

  /// A span as browsers read it: leading digits, 1 where there are none, capped as HTML says.
  static func span(_ value: Value?, cap: Int) -> Int {
    guard let value else { return 1 }
    var number = 0
    var digits = 0
    for byte in value.drop(while: { $0 <= 0x20 }) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
      number = min(cap, number * 10 + Int(byte - UInt8(ascii: "0")))
      digits += 1
    }
    return digits == 0 ? 1 : number
  }
}
