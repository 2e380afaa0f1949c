import ReportModel

/// The catalogue of words: everything that people read, in both languages, stands in this folder.
struct Wording {
  let language: Language

  func choose(_ chinese: String, _ english: String) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// A text as it reads in each language.
  func bothLanguages(_ text: (Wording) -> String) -> LocalizedText {
    LocalizedText(
      chinese: text(Wording(language: .chinese)), english: text(Wording(language: .english)))
  }

  /// Names in a row: `a, b, c`.
  func list(_ names: [String]) -> String {
    names.joined(separator: choose("、", ", "))
  }

  /// How many there are in English: `1 report`, `2 reports`.
  func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  /// ` (did you mean a or b?)`; nothing where there is no name to offer.
  func suggestion(_ nearest: [String]) -> String {
    guard !nearest.isEmpty else { return "" }
    return choose("；是否指 \(list(nearest))？", "; did you mean \(list(nearest))?")
  }

  /// A mistake in a few words, those that help first: there is little room behind a line.
  func hint(of error: ShellError) -> String {
    switch error.kind {
    case .unknownCommand(let name, let nearest) where !nearest.isEmpty,
      .unknownName(_, let name, let nearest) where !nearest.isEmpty:
      choose(
        "\(list(nearest))？没有“\(brief(name))”", "\(list(nearest))? there is no “\(brief(name))”")
    default: text(of: error)
    }
  }

  /// What the system says of an error number, in English as the system says it.
  func system(_ code: Int32) -> String {
    switch code {
    case 2: choose("不存在", "does not exist")
    case 13, 1: choose("没有权限", "no permission")
    case 20: choose("路径中有一段不是文件夹", "a part of the path is no folder")
    case 21: choose("是文件夹", "is a folder")
    case 28: choose("磁盘已满", "the disk is full")
    case 30: choose("只读文件系统", "the file system is read-only")
    case 36: choose("文件名过长", "the name is too long")
    default: choose("系统错误 \(code)", "system error \(code)")
    }
  }
}
