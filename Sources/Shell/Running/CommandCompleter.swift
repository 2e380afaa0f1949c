import Analysis
import Checking
import LineEditing
import Output
import ReportModel

/// What Tab finds: commands, keywords, indicators by code and by Chinese name, bodies, years,
/// paths, whatever may stand at the cursor.
struct CommandCompleter {
  let session: Session

  func completion(before text: String) -> Completion {
    let line = PartialCommand(text)
    let candidates = candidates(for: line)
    return Completion(candidates: candidates, replacedScalars: line.prefix.unicodeScalars.count)
  }

  private func candidates(for line: PartialCommand) -> [Completion.Candidate] {
    guard let first = line.words.first else {
      return CommandTable.all.flatMap { type in
        named(type.manual.names, meaning: type.manual.summary, line)
      }
    }
    guard let command = CommandTable.command(named: first) else {
      return session.results[first] == nil ? [] : keywords(of: ResultCommand.self, line)
    }
    switch line.keyword {
    case .for: return bodies(line)
    case .in: return years(line)
    case .by:
      return (DimensionNames.allNames + session.ownAttributeNames).flatMap { plain($0, line) }
        + keywords(of: command, line)
    case .where:
      return session.attributeNames.flatMap { plain($0, line) } + indicators(line)
    case .to: return PathCandidates(session: session).matching(line.prefix)
    case .as: return measuresOrFormats(command, line)
    case .table: return ["2", "3", "4"].flatMap { plain($0, line) }
    default: return keywords(of: command, line) + operands(of: command, line)
    }
  }

  private func operands(
    of command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    switch command.manual.name {
    case "load", "open", "export", "attributes":
      PathCandidates(session: session).matching(line.prefix)
    case "compare", "trend", "rank", "rollup", "cells", "indicators": indicators(line)
    case "show": line.words.count == 1 ? bodies(line) : years(line, of: line.words[1])
    case "check", "rules":
      session.ruleBook.rules.rules.flatMap { named([$0.id], meaning: $0.label, line) }
    case "explain": (session.lastCheck?.findings ?? []).flatMap { plain($0.id, line) }
    case "set":
      (line.words.count == 1 ? SetCommand.names : SetCommand.values(of: line.words[1]))
        .flatMap { plain($0, line) }
    case "help":
      CommandTable.all.flatMap { named($0.manual.names, meaning: $0.manual.summary, line) }
    default: []
    }
  }

  /// The keywords that the command's grammar mentions.
  private func keywords(
    of command: any Command.Type, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    guard line.words.count > 1 || !line.prefix.isEmpty else { return [] }
    let usage = command.manual.usage.split { !$0.isLetter }.map(String.init)
    return Keyword.allCases.filter { usage.contains($0.rawValue) }
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
      if indicator.code.text.hasPrefix(line.prefix.lowercased()) {
        return Completion.Candidate(insert: indicator.code.text, meaning: label)
      }
      // By Chinese name: the shortest one that begins with what was typed is put in.
      let names = [indicator.label.chinese] + indicator.names
      guard let name = names.filter({ $0.hasPrefix(line.prefix) }).min(by: { $0.count < $1.count })
      else { return nil }
      return Completion.Candidate(insert: name, meaning: indicator.code.text)
    }
  }

  private func bodies(_ line: PartialCommand) -> [Completion.Candidate] {
    guard let panel = try? session.panel() else { return [] }
    return panel.bodies.filter { $0.hasPrefix(line.prefix) || $0.contains(line.prefix) }
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
    name.hasPrefix(line.prefix) ? [Completion.Candidate(insert: name)] : []
  }

  /// The first of several names that begins as typed.
  private func named(
    _ names: [String], meaning: LocalizedText, _ line: PartialCommand
  ) -> [Completion.Candidate] {
    guard
      let name = names.first(where: { $0.lowercased().hasPrefix(line.prefix.lowercased()) })
    else { return [] }
    return [
      Completion.Candidate(insert: name, meaning: meaning.text(in: session.settings.language))
    ]
  }
}

/// The command that is being typed, up to the cursor.
struct PartialCommand {
  /// The whole words before the one at the cursor.
  let words: [String]
  /// The word at the cursor as far as it goes.
  let prefix: String

  init(_ text: String) {
    let last = text.split(separator: ";", omittingEmptySubsequences: false).last ?? ""
    let separators: (Character) -> Bool = { $0.isWhitespace || ",，　\"“「".contains($0) }
    var pieces = last.split(omittingEmptySubsequences: false, whereSeparator: separators)
    prefix = String(pieces.popLast() ?? "")
    words = pieces.filter { !$0.isEmpty }.map(String.init)
  }

  /// The last keyword before the cursor, which says what the word at the cursor is.
  var keyword: Keyword? {
    words.dropFirst().last(where: { Keyword($0) != nil }).flatMap { Keyword($0) }
  }

  var hasDestination: Bool { words.contains { Keyword($0) == .to } }
}
