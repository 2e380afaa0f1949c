/// The grammar of a command with Chinese words: made from the English one, so that both agree.
enum ChineseUsage {
  private static let placeholders: [String: String] = [
    "PATH": "路径", "BODY": "机关", "YEAR": "年度", "YEARS": "年度", "FILE": "文件", "FORMAT": "格式",
    "INDICATOR": "指标", "DIM": "维度", "MEASURE": "度量", "PATTERN": "名称", "RULE": "规则",
    "FINDING": "编号", "NUMBER": "表号", "COUNT": "条数", "TEXT": "文字", "NAME": "名称", "VALUE": "值",
    "COMMAND": "命令", "CONDITION": "条件", "QUERY": "查询", "STATEMENT": "语句", "COLUMN": "列",
    "EXPRESSION": "算式", "bodies": "机关", "REASON": "理由",
    "DATE": "日期", "SCRIPT": "脚本", "TYPE": "类型",
  ]

  static func usage(of manual: CommandManual) -> String {
    var result = ""
    var word = ""
    func close() {
      result += translated(word, manual)
      word = ""
    }
    for character in manual.usage {
      if character.isLetter {
        word.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return result
  }

  private static func translated(_ word: String, _ manual: CommandManual) -> String {
    if word == manual.name { return manual.chineseName }
    return Keyword(word)?.chinese ?? placeholders[word] ?? word
  }
}
