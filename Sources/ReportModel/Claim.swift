/// A figure, or the statement that there is none, made in the prose of a report.
public struct Claim: Hashable, Sendable {
  /// The indicator it speaks of, where that is certain.
  public let indicator: IndicatorCode?
  public let value: Quantity
  /// The sentence as printed.
  public let sentence: String
  public let place: Place

  public init(indicator: IndicatorCode?, value: Quantity, sentence: String, place: Place) {
    self.indicator = indicator
    self.value = value
    self.sentence = sentence
    self.place = place
  }
}
