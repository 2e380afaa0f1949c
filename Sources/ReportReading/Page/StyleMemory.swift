import Glibc

/// Remembers what styles of a page say: pages repeat a few long ones in every cell.
struct StyleMemory {
  private struct Entry {
    let style: HTMLAttributes.Value
    let declarations: StyleDeclarations
  }

  private static let places = 32
  private var entries = [Entry?](repeating: nil, count: places)

  /// - Parameter style: lies in the parsed tree, which lives as long as this does.
  mutating func declarations(_ style: HTMLAttributes.Value?) -> StyleDeclarations {
    guard let style, let base = style.baseAddress, style.count > 0 else {
      return StyleDeclarations()
    }
    let place = (style.count &* 7 &+ Int(style[style.count / 2])) % Self.places
    if let known = entries[place], known.style.count == style.count,
      let other = known.style.baseAddress, memcmp(other, base, style.count) == 0
    {
      return known.declarations
    }
    let declarations = StyleDeclarations(style)
    entries[place] = Entry(style: style, declarations: declarations)
    return declarations
  }
}
