/// All commands, in the order in which help lists them.
enum CommandTable {
  static let all: [any Command.Type] = [
    LoadCommand.self, OpenCommand.self, ReportsCommand.self, CoverageCommand.self,
    IndicatorsCommand.self, ShowCommand.self, CellsCommand.self, ClaimsCommand.self,
    CompareCommand.self, TrendCommand.self, RankCommand.self, RollupCommand.self, CheckCommand.self,
    ExplainCommand.self, AttributesCommand.self, DefineCommand.self,
    RulesCommand.self, WaiveCommand.self, WaiversCommand.self, SQLCommand.self, LetCommand.self,
    ResultCommand.self, ExportCommand.self, ParamCommand.self, AssertCommand.self,
    RunCommand.self,
    RecordCommand.self, EchoCommand.self, SetCommand.self,
    HistoryCommand.self, HelpCommand.self, QuitCommand.self,
  ]

  /// Every name in both languages.
  static let allNames: [String] = all.flatMap { $0.manual.names }

  /// The command of a name; English names in any case, Chinese ones exactly.
  static func command(named name: String) -> (any Command.Type)? {
    all.first { $0.manual.isNamed(name) }
  }
}
