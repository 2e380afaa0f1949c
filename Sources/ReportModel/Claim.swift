/// A figure, or the statement that there is none, made in the prose of a report.
public struct Claim: Hashable, Sendable {
  /// The indicator it speaks of, where that is certain.
  public let indicator: IndicatorCode?
  /// The number stated, without a unit.
  public let value: Quantity
  /// The sentence as printed.
  public let sentence: String
  /// Where the sentence stands.
  public let place: Place

  /// - Parameter indicator: `nil` rather than a guess where the sentence may mean several.
  public init(indicator: IndicatorCode?, value: Quantity, sentence: String, place: Place) {
    self.indicator = indicator
    self.value = value
    self.sentence = sentence
    self.place = place
  }
}
