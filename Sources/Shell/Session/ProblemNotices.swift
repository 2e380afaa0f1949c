import ReportModel

/// Says what the reading of files could not settle without filling the screen.
enum ProblemNotices {
  /// The most problems of one file that are told one by one.
  private static let toldSingly = 3

  /// Up to three notices a file; for a file with more problems, one line that counts them by kind.
  static func notices(of problems: [(path: String, problem: ReadingProblem)]) -> [Notice] {
    var notices: [Notice] = []
    var rest = problems[...]
    while let path = rest.first?.path {
      let end = rest.firstIndex { $0.path != path } ?? rest.endIndex
      let own = rest[..<end].map(\.problem)
      if own.count <= toldSingly {
        notices += own.map { .problem(path: path, $0) }
      } else {
        let counts = ReadingProblem.Kind.allCases.compactMap { kind in
          let count = own.count { $0.kind == kind }
          return count > 0 ? (kind, count) : nil
        }
        notices.append(.problems(path: path, counts))
      }
      rest = rest[end...]
    }
    return notices
  }
}
