import ReportReading

extension Wording {
  /// Why an archive or a member of one gave no report, and what to do.
  func text(of fault: ArchiveFault) -> String {
    switch fault {
    case .damaged:
      choose(
        "压缩包或 .docx 已损坏或不完整：请重新下载",
        "the archive or .docx is damaged or incomplete: download it again")
    case .encrypted:
      choose("压缩包已加密：请先用密码解压", "it is encrypted: unpack it with its password first")
    case .methodUnknown:
      choose(
        "压缩方法无法识别：请先解压再载入", "it is packed in an unknown way: unpack it first, then load it")
    case .tooManyMembers(let limit):
      choose(
        "压缩包中文件过多（超过 \(limit) 个）：请解压后载入文件夹",
        "the archive has too many members (more than \(limit)): unpack it and load the folder")
    case .tooLargeUnpacked(let limit):
      choose(
        "压缩包解压后超过 \(megabytes(limit))，其余文件未读：请解压后载入文件夹",
        "the archive unpacks to more than \(megabytes(limit)), the rest of it was not read: "
          + "unpack it and load the folder")
    case .packedTooTightly(let limit):
      choose(
        "压缩比超过 \(limit) 倍，不像是报告，未解压",
        "it unpacks to more than \(limit) times its size, as no report does: it was not unpacked")
    case .tooDeep(let limit):
      choose(
        "压缩包嵌套超过 \(limit) 层：请先解压外层",
        "archives inside archives beyond \(limit) layers: unpack the outer ones first")
    case .noReports(let members):
      choose(
        "压缩包中的 \(members) 个文件都不是可读的报告格式",
        "none of the \(members) files in the archive is of a report format that can be read")
    case .severalReports(let count):
      choose(
        "其中有 \(count) 份报告，不能都算作同一机关同一年度：去掉 as 或 year",
        "it holds \(count) reports, which cannot all be of one body and year: "
          + "leave as or year out")
    }
  }

  /// Why a document of a word processor gave no report, and what to do.
  func text(of fault: WordFault) -> String {
    switch fault {
    case .broken(let offset):
      choose(
        "Word 文档内容已损坏（正文第 \(offset) 字节）：请重新下载或重新保存",
        "the Word document is broken (byte \(offset) of its text): download or save it again")
    case .encrypted:
      choose("文档已加密：请去掉密码后另存", "the document is encrypted: save it without a password")
    case .converterMissing:
      choose(
        "旧版 Word/WPS 文档需要 LibreOffice 转换：请安装 libreoffice-writer-nogui，或另存为 .docx",
        "an old Word or WPS document is converted by LibreOffice: install "
          + "libreoffice-writer-nogui, or save it as .docx")
    case .conversionFailed(let status):
      choose(
        "LibreOffice 未能转换该文档（退出状态 \(status)）：请另存为 .docx",
        "LibreOffice could not convert the document (exit status \(status)): save it as .docx")
    case .conversionTooSlow(let seconds):
      choose(
        "LibreOffice 转换超过 \(seconds) 秒，已终止：请另存为 .docx",
        "LibreOffice took more than \(seconds) seconds and was ended: save the document as .docx")
    case .conversionNotPossible(let code):
      choose(
        "无法启动转换：\(system(code))", "the conversion could not be started: \(system(code))")
    }
  }
}
