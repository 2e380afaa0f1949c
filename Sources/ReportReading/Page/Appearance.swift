/// How a browser shows what stands in an element, as far as a reader of its text must know.
enum Appearance {
  case plain
  /// Not shown at all, and takes no room.
  case absent
  /// Shown otherwise than its text says: struck out, raised, transparent, out of place.
  case unclear

  /// The worse of two.
  func joined(_ other: Appearance) -> Appearance {
    if self == .absent || other == .absent { return .absent }
    return self == .unclear || other == .unclear ? .unclear : .plain
  }
}
