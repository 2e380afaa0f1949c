import ReportReading
import ReportStore

extension Wording {
  /// Why a file gave no report, and what to do.
  func text(of error: ReadingError) -> String {
    switch error {
    case .fileMissing: choose("文件不存在", "there is no such file")
    case .isDirectory: choose("是文件夹", "is a folder")
    case .notAFile: choose("不是普通文件", "is no regular file")
    case .notReadable(let code): choose("无法读取：\(system(code))", "cannot be read: \(system(code))")
    case .empty: choose("文件是空的", "the file is empty")
    case .tooLarge(let size, let limit):
      choose(
        "文件过大（\(megabytes(size))），上限 \(megabytes(limit))：请只保存报告页面本身",
        "the file is too large (\(megabytes(size)), at most \(megabytes(limit))): "
          + "save the report's page alone")
    case .notAReportFormat(let format):
      choose(
        "不是可读的报告格式（\(name(of: format))）：请提供网页、文本或 PDF",
        "is no report format that can be read (\(name(of: format))): give a web page, text or a PDF"
      )
    case .undecodable(let encoding, let offset):
      choose(
        "第 \(offset) 字节处不是有效的 \(encoding)：请以正确编码重新保存",
        "byte \(offset) is not valid \(encoding): save the page again in its right encoding")
    case .garbled:
      choose(
        "文字是乱码（曾以错误编码读取后保存，部分字符已丢失）：请重新下载原页面",
        "its text was saved after being read in a wrong encoding, with characters lost: "
          + "fetch the page again")
    case .textLost(let count):
      choose(
        "文字已丢失，变成了 \(count) 个问号：请重新下载原页面",
        "its text is lost, \(count) characters are question marks: fetch the page again")
    case .tooComplex(let measure, let limit):
      choose(
        "页面结构过于复杂（\(name(of: measure))超过 \(limit)）",
        "the page is too complex (\(name(of: measure)) above \(limit))")
    case .archive(let fault): text(of: fault)
    case .word(let fault): text(of: fault)
    case .programMissing(let program):
      choose(
        "读取此格式需要程序 \(program.rawValue)：请安装 Debian 软件包 \(program.package)",
        "reading this format needs the program \(program.rawValue): "
          + "install the Debian package \(program.package)")
    case .encrypted:
      choose("文件已加密：请提供无密码的文件", "the file asks for a password: give one without")
    case .damaged:
      choose("文件已损坏，无法打开：请重新下载", "the file is damaged and cannot be opened: fetch it again")
    case .noTextLayer:
      choose(
        "各页只有图片，没有文字：请提供有文字层的文件或网页",
        "its pages are pictures without text: give a file with a text layer, or the web page")
    case .tooSlow(let seconds):
      choose(
        "转换超过 \(seconds) 秒，已停止：文件可能已损坏",
        "its conversion took more than \(seconds) seconds and was stopped: it may be damaged")
    case .noTables:
      choose(
        "页面上没有年度报告的表格：是否只保存了外框页，或表格是图片？",
        "no table of an annual report is on the page: was only its frame saved, "
          + "or are the tables pictures?")
    case .nothingReadable:
      choose(
        "页面上没有可读的内容：是否由脚本填充？请在浏览器中打开后另存",
        "nothing readable is shown: is it a page that a script fills? save it from a browser")
    case .severalReports(let titles):
      choose(
        "页面上不止一份报告（\(list(titles))）：请分开保存",
        "more than one report is on the page (\(list(titles))): save each by itself")
    case .bodyUnknown:
      choose(
        "无法得知是哪个机关的报告：用 load FILE as \"机关全称\" 指明",
        "nothing says whose report it is: load it with as \"BODY\"")
    case .yearUnknown:
      choose(
        "无法得知是哪一年度的报告：用 load FILE year YEAR 指明",
        "nothing says of which year it is: load it with year YEAR")
    case .yearConflict(let years):
      choose(
        "页面标题中的年度不一致（\(list(years.map(String.init)))）：用 load FILE year YEAR 指明",
        "its titles name different years (\(list(years.map(String.init)))): "
          + "load it with year YEAR")
    case .table(let flaw): text(of: flaw)
    }
  }

  func megabytes(_ bytes: Int) -> String {
    "\((bytes + (1 << 20) - 1) >> 20) MB"
  }

  func name(of format: ForeignFormat) -> String {
    switch format {
    case .binary: choose("二进制数据", "binary data")
    case .compoundFile: choose("旧版 Office 文件，不是 Word 文档", "an old Office file, not of Word")
    case .officePackage: choose("Office 文件，不是 Word 文档", "an Office file, not of Word")
    case .openDocument: choose("OpenDocument 文件", "an OpenDocument file")
    default: format.rawValue
    }
  }

  private func name(of measure: PageMeasure) -> String {
    switch measure {
    case .depth: choose("嵌套层数", "nesting")
    case .elements: choose("元素数", "elements")
    case .lines: choose("行数", "lines")
    case .attributes: choose("单个元素的属性数", "attributes of one element")
    case .tableRows: choose("表格行数", "table rows")
    case .tableCells: choose("表格单元格数", "table cells")
    case .pages: choose("页数", "pages")
    case .words: choose("词数", "words")
    }
  }

  /// Why a store could not be used.
  func text(of error: StoreError, path: String?) -> String {
    func name(_ file: String?) -> String { path ?? file ?? choose("内存数据", "the data in memory") }
    switch error {
    case .isFolder(let file):
      return choose("\(name(file)) 是文件夹", "\(name(file)) is a folder")
    case .noFolder(let file):
      return choose("\(name(file)) 所在的文件夹不存在", "the folder of \(name(file)) does not exist")
    case .noPermission(let file):
      return choose("没有权限使用 \(name(file))", "no permission to use \(name(file))")
    case .notAStore(let file):
      return choose(
        "\(name(file)) 不是 nianbao 的数据文件", "\(name(file)) is no store of nianbao")
    case .newerVersion(let file, let version, let newest):
      return choose(
        "\(name(file)) 由更新的版本写成（格式 \(version)，本程序识别到 \(newest)）：请升级",
        "\(name(file)) was written by a newer version (format \(version), known up to \(newest)): "
          + "upgrade nianbao")
    case .readOnly(let file):
      return choose("\(name(file)) 是只读的", "\(name(file)) is read-only")
    case .locked(let file):
      return choose(
        "\(name(file)) 正被另一个程序使用：稍后再试", "another program holds \(name(file)): try again later")
    case .full(let file):
      return choose("无法写入 \(name(file))：磁盘已满", "cannot write \(name(file)): the disk is full")
    case .damaged(let file, _):
      return choose(
        "\(name(file)) 已损坏：请用原始文件重新载入",
        "\(name(file)) is damaged: load the reports again into a new one")
    case .unfit(let body, let year, let form, let table):
      return choose(
        "\(body) \(year) 的表 \(table) 与格式 \(form) 的单元格不一致",
        "table \(table) of \(body) \(year) has not the cells of form \(form)")
    case .database(let file, let message):
      return choose("\(name(file))：\(message)", "\(name(file)): \(message)")
    }
  }
}
