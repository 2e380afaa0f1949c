extension Expression {
  /// Digits after the point that a quotient keeps, rounded half to even.
  public static let quotientDigits = 9

  /// What a sum adds up: its terms with patterns replaced by the names that they stand for, each
  /// name once for each pattern, without the excepted names.
  ///
  /// - Parameter expanding: the names that a pattern stands for, in the order of the form.
  public static func parts(
    of terms: [Expression], except: [Expression], expanding: (Name) -> [Name]
  ) -> [Expression] {
    let excepted = Set(
      except.flatMap(\.names).flatMap { $0.name.isPattern ? expanding($0.name) : [$0.name] })
    return terms.flatMap { term -> [Expression] in
      guard case .name(let name) = term.node else { return [term] }
      let names = name.isPattern ? expanding(name) : [name]
      return names.filter { !excepted.contains($0) }.map {
        Expression(.name($0), at: term.range)
      }
    }
  }
}
