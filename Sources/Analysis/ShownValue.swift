import ReportModel

/// A value of the answer before it is laid out.
struct ShownValue: Hashable, Sendable {
  var number: Quantity?
  var flags: FlagSet = []

  var result: ResultValue {
    let ordered = Flag.allCases.filter(flags.contains)
    return ResultValue(number.map { .number($0) } ?? .missing, flags: ordered)
  }
}
