import Analysis
import Checking
import LineEditing
import Output
import ReportModel

/// What Tab finds: commands, keywords, indicators by code and by Chinese name, bodies, years,
/// paths, names and variables, whatever may stand at the cursor. Where nothing begins as typed,
/// letters count as the first ones of pinyin: `xzcf` finds 行政处罚.
struct CommandCompleter {
  let session: Session

  func completion(before text: String) -> Completion {
    var line = PartialCommand(text)
    var found = candidates(for: line)
    if found.isEmpty, line.prefix.utf8.count >= 2 {
      line.matching = .byPinyin
      found = candidates(for: line)
    }
    return Completion(
      candidates: found, replacedScalars: line.prefix.unicodeScalars.count,
      standsForBeginnings: line.matching == .byPinyin)
  }

  private func candidates(for line: PartialCommand) -> [Completion.Candidate] {
    if line.prefix.hasPrefix("$") || line.prefix.hasPrefix("＄") {
      return session.results.values.keys.sorted().flatMap { plain("$" + $0, line) }
    }
    guard let first = line.words.first else {
      return CommandTable.all.flatMap { type in
        named(type.manual.names, meaning: type.manual.summary, line)
      } + session.results.names.flatMap { plain($0, line) }
    }
    guard let command = CommandTable.command(named: first) else {
      return session.results[first].map { ofResult($0, line) } ?? []
    }
    switch command.manual.name {
    case "let": return line.behindEquals.map(candidates(for:)) ?? []
    case "define": return line.behindEquals == nil ? [] : indicators(line)
    case "last": return session.results.last.map { ofResult($0, line) } ?? []
    case "assert": return asserted(line)
    case "param": return parameterTypes(line)
    default: return ofCommand(command, line)
    }
  }

  private func ofCommand(
    _ command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    switch line.keyword {
    case .for: return bodies(line)
    case .in: return years(line)
    case .by:
      return (DimensionNames.allNames + session.ownAttributeNames).flatMap { plain($0, line) }
        // Straight behind `by` a dimension must stand.
        + (line.words.last.flatMap { Keyword($0) } == .by ? [] : keywords(of: command, line))
    case .where:
      return session.attributeNames.flatMap { plain($0, line) } + indicators(line)
    case .to: return PathCandidates(session: session).matching(line.prefix)
    case .as: return measuresOrFormats(command, line)
    case .table: return ["1", "2", "3", "4"].flatMap { plain($0, line) }
    default: return keywords(of: command, line) + operands(of: command, line)
    }
  }

  private func operands(
    of command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    switch command.manual.name {
    case "load", "open", "attributes", "run", "record":
      PathCandidates(session: session).matching(line.prefix)
    case "export":
      (line.words.count == 1 ? session.results.names.flatMap { plain($0, line) } : [])
        + PathCandidates(session: session).matching(line.prefix)
    case "compare", "trend", "rank", "rollup", "cells", "indicators", "claims": indicators(line)
    case "show": line.words.count == 1 ? bodies(line) : years(line, of: line.words[1])
    case "check", "rules":
      session.ruleBook.rules.rules.flatMap { named([$0.id], meaning: $0.label, line) }
    case "explain", "waive": (session.lastCheck?.findings ?? []).flatMap { plain($0.id, line) }
    case "set":
      (line.words.count == 1 ? SetCommand.names : SetCommand.values(of: line.words[1]))
        .flatMap { plain($0, line) }
    case "help":
      CommandTable.all.flatMap { named($0.manual.names, meaning: $0.manual.summary, line) }
    default: []
    }
  }

  /// What may be done with a result: its columns behind `where` and `order`.
  private func ofResult(
    _ result: KnownResult, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    switch line.keyword {
    case .where, .order: columns(of: result, line) + keywords(of: ResultCommand.self, line)
    case .to: PathCandidates(session: session).matching(line.prefix)
    case .as: OutputFormats.names.flatMap { plain($0, line) }
    default: keywords(of: ResultCommand.self, line)
    }
  }

  private func columns(
    of result: KnownResult, before start: String = "", _ line: PartialCommand
  ) -> [Completion.Candidate] {
    ((try? result.table())?.columns ?? []).compactMap { column in
      let name = start + column.name
      guard line.begins(name) || line.begins(column.heading.chinese) else { return nil }
      return Completion.Candidate(
        insert: name, meaning: column.heading.text(in: session.settings.language))
    }
  }

  /// Columns of the last result, and of the others behind their names.
  private func asserted(_ line: PartialCommand) -> [Completion.Candidate] {
    var found = session.results.last.map { columns(of: $0, line) } ?? []
    for name in session.results.names + [ResultCommand.manual.name] {
      guard let result = session.results[name] else { continue }
      if line.prefix.hasPrefix(name + ".") {
        found += columns(of: result, before: name + ".", line) + plain(name + ".rows", line)
      } else if line.begins(name) {
        found.append(Completion.Candidate(insert: name + ".", endsWord: false))
      }
    }
    return found
  }

  private func parameterTypes(_ line: PartialCommand) -> [Completion.Candidate] {
    guard line.words.count == 2, line.words[1].hasSuffix(":") else { return [] }
    return ParameterType.names.flatMap { plain($0, line) }
  }

  /// The keywords that the command's grammar mentions.
  private func keywords(
    of command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    guard line.words.count > 1 || !line.prefix.isEmpty else { return [] }
    let usage = command.manual.usage.split { !$0.isLetter }.map(String.init)
    return Keyword.allCases
      .filter { usage.contains($0.rawValue) && $0.rawValue != command.manual.name }
      .flatMap { plain($0.rawValue, line) + (line.prefix.isEmpty ? [] : plain($0.chinese, line)) }
  }

  private func measuresOrFormats(
    _ command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    let isMeasure = command.manual.name == "compare" && !line.hasDestination
    let names = isMeasure ? MeasureClause.names : OutputFormats.names
    return names.flatMap { plain($0, line) }
  }

  private func indicators(_ line: PartialCommand) -> [Completion.Candidate] {
    let language = session.settings.language
    return session.catalog.indicators.all.compactMap { indicator in
      let label = indicator.label.text(in: language)
      if line.begins(indicator.code.text) {
        return Completion.Candidate(insert: indicator.code.text, meaning: label)
      }
      // By Chinese name: the shortest one that begins with what was typed is put in.
      let names = [indicator.label.chinese] + indicator.names
      guard let name = names.filter(line.begins).min(by: { $0.count < $1.count }) else {
        return nil
      }
      return Completion.Candidate(insert: name, meaning: indicator.code.text)
    }
  }

  private func bodies(_ line: PartialCommand) -> [Completion.Candidate] {
    guard let panel = try? session.panel() else { return [] }
    return panel.bodies.filter { line.begins($0) || $0.contains(line.prefix) }
      .map { Completion.Candidate(insert: quotedIfNeeded($0), display: $0) }
  }

  private func quotedIfNeeded(_ name: String) -> String {
    name.contains(where: { $0.isWhitespace || ",;=#\"".contains($0) }) ? "\"\(name)\"" : name
  }

  private func years(_ line: PartialCommand) -> [Completion.Candidate] {
    guard let panel = try? session.panel() else { return [] }
    return panel.years.flatMap { plain(String($0), line) }
  }

  /// The years of which a body has a report, where its name is clear.
  private func years(_ line: PartialCommand, of body: String) -> [Completion.Candidate] {
    guard let panel = try? session.panel() else { return [] }
    let years = panel.reports.filter { $0.body.contains(body) }.map { String($0.year) }
    return years.flatMap { plain($0, line) }
  }

  private func plain(_ name: String, _ line: PartialCommand) -> [Completion.Candidate] {
    let fits = line.matching == .asTyped ? name.hasPrefix(line.prefix) : line.begins(name)
    return fits ? [Completion.Candidate(insert: name)] : []
  }

  /// The first of several names that begins as typed.
  private func named(
    _ names: [String], meaning: LocalizedText, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    guard let name = names.first(where: line.begins) else { return [] }
    return [
      Completion.Candidate(insert: name, meaning: meaning.text(in: session.settings.language))
    ]
  }
}
