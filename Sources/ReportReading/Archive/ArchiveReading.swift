/// Reads what archives hold: each member is read as if it lay in a folder of the archive's name.
extension ReportReader {
  /// Every report of a file, whatever it is packed in.
  ///
  /// - Returns: at least one item.
  func items(of file: LoadedFile, as request: ReadingRequest) -> [ReadItem] {
    var budget = UnpackingBudget(limits: limits)
    let items = items(of: file, as: request, layers: 0, budget: &budget)
    guard ArchiveKind(file.bytes) != nil, request.body != nil, request.year != nil else {
      return items
    }
    let reports = items.count { (try? $0.result.get()) != nil }
    guard reports > 1 else { return items }
    // All of them would be the same report.
    return [
      ReadItem(path: request.path, result: .failure(.archive(.severalReports(reports))))
    ]
  }

  private func items(
    of file: LoadedFile, as request: ReadingRequest, layers: Int, budget: inout UnpackingBudget
  ) -> [ReadItem] {
    do throws(ReadingError) {
      switch ArchiveKind(file.bytes) {
      case nil:
        return unpackedItems(of: file, as: request, budget: &budget)
      case .gzip:
        try checkDepth(layers)
        let bytes = try GzipMember.unpack(file.bytes, budget: &budget)
        guard !bytes.isEmpty else { throw .empty }
        return items(
          of: LoadedFile(bytes: bytes), as: request, layers: layers + 1, budget: &budget)
      case .zip:
        return try ZipDirectory.open(file.bytes) { directory throws(ReadingError) in
          if let kind = try PackageKind.find(in: directory, budget: &budget) {
            let report = try readPackage(
              kind, in: directory, of: file, as: request, budget: &budget)
            return [ReadItem(path: request.path, result: .success(report))]
          }
          try checkDepth(layers)
          return try members(
            of: directory, packedSize: file.bytes.count, as: request, layers: layers + 1,
            budget: &budget)
        }
      }
    } catch {
      return [ReadItem(path: request.path, result: .failure(error))]
    }
  }

  private func checkDepth(_ layers: Int) throws(ReadingError) {
    guard layers < limits.archiveLayers else {
      throw .archive(.tooDeep(limit: limits.archiveLayers))
    }
  }

  /// In the order of their names, as the files of a folder.
  private func members(
    of directory: borrowing ZipDirectory, packedSize: Int, as request: ReadingRequest, layers: Int,
    budget: inout UnpackingBudget
  ) throws(ReadingError) -> [ReadItem] {
    guard directory.count <= limits.archiveMembers else {
      throw .archive(.tooManyMembers(limit: limits.archiveMembers))
    }
    var files: [(name: MemberName, member: ZipDirectory.Member)] = []
    for index in 0..<directory.count {
      guard let member = directory.member(at: index) else { throw .archive(.damaged) }
      if !member.isFolder { files.append((MemberName(member.name), member)) }
    }
    // Members that lie over each other: a directory made to unpack the same bytes again and again.
    var room = packedSize
    for file in files {
      // Each has a header of 30 bytes before it and one of 46 in the directory, both with its name.
      room -= min(file.member.packedSize, packedSize) + 76 + 2 * file.member.name.count
      guard room >= 0 else { throw .archive(.damaged) }
    }
    let candidates = files.filter(\.name.mayBeReport).sorted { left, right in
      left.name.text == right.name.text
        ? left.member.index < right.member.index
        : left.name.text.utf8.lexicographicallyPrecedes(right.name.text.utf8)
    }
    var items: [ReadItem] = []
    for (name, member) in candidates {
      let inner = request.member(name.text)
      do throws(ReadingError) {
        let bytes = try directory.unpack(member, budget: &budget)
        guard !bytes.isEmpty else { throw .empty }
        items += self.items(
          of: LoadedFile(bytes: bytes), as: inner, layers: layers, budget: &budget
        ).filter { !Self.isNoReportFormat($0) }
      } catch {
        items.append(ReadItem(path: inner.path, result: .failure(error)))
      }
      // Nothing that comes now can be read: said once, and not for each.
      if budget.isSpent { break }
    }
    guard !items.isEmpty else { throw .archive(.noReports(members: files.count)) }
    return items
  }

  private static func isNoReportFormat(_ item: ReadItem) -> Bool {
    switch item.result {
    case .failure(.notAReportFormat), .failure(.archive(.noReports)): true
    default: false
    }
  }
}
