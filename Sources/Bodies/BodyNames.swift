import ReportModel
import StrictYAML

/// Says from the name of a body which level and sector it has, as far as the name tells.
///
/// A name is taken apart from its end: the office, then the place. Where a rest remains that is no
/// known place, nothing is said: 州 ends cities as well as prefectures, 区 ends zones as well as
/// districts, and a guess would put a body into the wrong row of a table.
public struct BodyNames: Sendable {
  /// What a name tells.
  public struct Derived: Hashable, Sendable {
    /// `nil` where the name does not tell it.
    public let level: BodyLevel?
    /// `nil` where the name does not tell it.
    public let sector: Sector?

    static let nothing = Derived(level: nil, sector: nil)
  }

  /// In the order of the resource file.
  public let sectors: [Sector]
  /// The provinces by the first two digits of administrative codes.
  public let provinces: [String: LocalizedText]
  private let offices: [String: Int]
  private let longestOffice: Int
  private let ends: [String: BodyLevel]
  private let longestEnd: Int
  private let named: [String: BodyLevel]
  private let longestName: Int

  /// Reads the resource file.
  public init(yaml: String) throws(YAMLProblem) {
    let file = try BodyNameFile(yaml: yaml)
    sectors = file.sectors
    provinces = file.provinces
    offices = file.offices
    ends = file.ends
    named = file.named
    longestOffice = file.offices.keys.map(\.unicodeScalars.count).max() ?? 0
    longestEnd = file.ends.keys.map(\.unicodeScalars.count).max() ?? 0
    longestName = file.named.keys.map(\.unicodeScalars.count).max() ?? 0
  }

  /// The built-in names, read once from the file embedded in the program.
  public static let standard: BodyNames = {
    do {
      return try BodyNames(
        yaml: String(decoding: PackageResources.body_names_yaml, as: UTF8.self))
    } catch {
      // The file is part of the program and read by its tests.
      fatalError("built-in file of names: \(error)")
    }
  }()

  /// The sector of a code or of a label in either language.
  public func sector(named name: String) -> Sector? {
    let lowered = name.lowercased()
    return sectors.first {
      $0.code == lowered || $0.label.chinese == name || $0.label.english == lowered
    }
  }

  /// What the name of a body tells.
  public func derived(from name: String) -> Derived {
    let scalars = Array(name.unicodeScalars)
    for length in stride(from: min(longestOffice, scalars.count), through: 1, by: -1) {
      let start = scalars.count - length
      guard let number = offices[Self.text(scalars[start...])] else { continue }
      let rest = Self.withoutGovernment(scalars[..<start], office: sectors[number])
      guard let level = place(rest) else { continue }
      return Derived(level: level.level, sector: sectors[number])
    }
    return Derived(level: bareLevel(scalars[...]), sector: nil)
  }

  /// The level of a name that is a place and nothing else, as some write them: 宿迁市. 区, 镇 and 乡 end
  /// too many other names to be taken for a place alone.
  private func bareLevel(_ text: ArraySlice<Unicode.Scalar>) -> BodyLevel? {
    guard let level = place(text)?.level else { return nil }
    switch level {
    case .province, .prefecture, .zone: return level
    case .county: return text.last == "县" || text.last == "旗" || text.last == "市" ? level : nil
    case .nation, .township: return nil
    }
  }

  /// A place, whether or not its level can be told.
  private struct Place {
    let level: BodyLevel?
  }

  /// - Returns: `nil` where the text is no place.
  private func place(_ text: ArraySlice<Unicode.Scalar>) -> Place? {
    guard let last = text.last else { return nil }
    // The end of the whole may be a name of its own: 上海市浦东新区, 福建省宁德市.
    for length in stride(from: min(longestName, text.count), through: 2, by: -1) {
      guard let level = named[Self.text(text.suffix(length))],
        isPlaceOrNothing(text.dropLast(length))
      else { continue }
      return Place(level: level)
    }
    if last == "市" {
      guard text.count > 1 else { return Place(level: nil) }
      return Place(level: standsBehindPrefecture(text) ? .county : nil)
    }
    for length in stride(from: min(longestEnd, text.count), through: 1, by: -1) {
      guard let level = ends[Self.text(text.suffix(length))] else { continue }
      // 区 alone may be short for an autonomous region.
      return Place(level: text.count == length && last == "区" ? nil : level)
    }
    return nil
  }

  private func isPlaceOrNothing(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.isEmpty || place(text) != nil
  }

  /// Whether a city's name stands behind that of a city, an autonomous prefecture and the like,
  /// which is then one rank above it: 云岭市石桥市. 津市市 and 沙市市 are one name each.
  private func standsBehindPrefecture(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let shortest = 2
    for end in text.indices.dropFirst(shortest).dropLast(shortest) {
      let before = text[text.startIndex..<end]
      guard let last = before.last else { continue }
      if last == "市" {
        // The districts and cities of a municipality are not known to be below a prefecture.
        let isMunicipality = place(before)?.level == .province
        return !isMunicipality
      }
      if place(before)?.level == .prefecture { return true }
    }
    return false
  }

  /// 云岭市人民政府外事办公室: the place is what stands before the government.
  private static func withoutGovernment(
    _ text: ArraySlice<Unicode.Scalar>, office: Sector
  ) -> ArraySlice<Unicode.Scalar> {
    guard office.code != "government" else { return text }
    for word in ["人民政府", "政府"]
    where text.suffix(word.unicodeScalars.count)
      .elementsEqual(word.unicodeScalars)
    {
      return text.dropLast(word.unicodeScalars.count)
    }
    return text
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
