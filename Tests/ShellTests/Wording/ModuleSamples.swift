import Analysis
import ReportModel
import ReportReading
import ReportStore

/// Samples of what reading can end with.
enum ReadingSamples {
  static let formats = ForeignFormat.allCases
  static let measures = PageMeasure.allCases

  /// One sample of each case; `nil` behind the last.
  static func error(after sample: ReadingError?) -> ReadingError? {
    switch sample {
    case nil: .fileMissing
    case .fileMissing: .isDirectory
    case .isDirectory: .notAFile
    case .notAFile: .notReadable(errno: 13)
    case .notReadable: .empty
    case .empty: .tooLarge(size: 1 << 30, limit: 1 << 26)
    case .tooLarge: .notAReportFormat(.jpeg)
    case .notAReportFormat: .undecodable(encoding: "GB18030", offset: 7)
    case .undecodable: .garbled
    case .garbled: .textLost(count: 3)
    case .textLost: .tooComplex(.depth, limit: 512)
    case .tooComplex: .archive(.severalReports(3))
    case .archive: .word(.encrypted)
    case .word: .programMissing(.pdfToText)
    case .programMissing: .encrypted
    case .encrypted: .damaged
    case .damaged: .noTextLayer
    case .noTextLayer: .tooSlow(seconds: 30)
    case .tooSlow: .noTables
    case .noTables: .nothingReadable
    case .nothingReadable: .severalReports(["青石市水务局2022年政府信息公开工作年度报告", "甲"])
    case .severalReports: .bodyUnknown
    case .bodyUnknown: .yearUnknown
    case .yearUnknown: .yearConflict([2020, 2021])
    case .yearConflict: .table(TableFlaw(line: 2, kind: .noFigures))
    case .table: nil
    }
  }

  /// One sample of each case; `nil` behind the last.
  static func tableFlaw(after sample: TableFlaw.Kind?) -> TableFlaw.Kind? {
    let key = CellKey(IndicatorCode("requests.new"), .firm)
    return switch sample {
    case nil: .quoteInsideField
    case .quoteInsideField: .textBehindQuote
    case .textBehindQuote: .unclosedQuote
    case .unclosedQuote: .loneCarriageReturn
    case .loneCarriageReturn: .fieldCount(3, expected: 4)
    case .fieldCount: .fieldTooLong(limit: 7)
    case .fieldTooLong: .tooManyColumns(limit: 7)
    case .tooManyColumns: .notJSON
    case .notJSON: .nestedTooDeeply(limit: 7)
    case .nestedTooDeeply: .noFigureRecords
    case .noFigureRecords: .missingColumns([.body, .value])
    case .missingColumns: .columnTwice("year")
    case .columnTwice: .missing(.value)
    case .missing: .unknown(.status, "x")
    case .unknown: .ambiguousName("x", candidates: ["y", "z"])
    case .ambiguousName: .unreadable(.value, "1,234")
    case .unreadable: .unreadableFigure(key, "x")
    case .unreadableFigure: .derived("rate.disclosure")
    case .derived: .valueBesideStatus(.dash)
    case .valueBesideStatus: .valueUnlikePrinted(Quantity(12), "21")
    case .valueUnlikePrinted: .statusUnclear("12")
    case .statusUnclear: .notOnForm(key, form: "gid-2019")
    case .notOnForm: .otherTable(key, table: 3)
    case .otherTable: .unitUnfit(key, .yuan)
    case .unitUnfit: .cellTwice(key, firstLine: 2)
    case .cellTwice: .severalForms(["gid-2019", "gid-2021"])
    case .severalForms: .severalSources(["a.html", "b.html"])
    case .severalSources: .formUnclear(table: 4, candidates: ["gid-2019", "gid-2021"])
    case .formUnclear: .reportTwice(firstLine: 2)
    case .reportTwice: .noFigures
    case .noFigures: nil
    }
  }
}

/// Samples of what a store can refuse.
enum StoreSamples {
  /// One sample of each case; `nil` behind the last.
  static func error(after sample: StoreError?) -> StoreError? {
    switch sample {
    case nil: .isFolder(file: "a")
    case .isFolder: .noFolder(file: "a")
    case .noFolder: .noPermission(file: "a")
    case .noPermission: .notAStore(file: "a")
    case .notAStore: .newerVersion(file: "a", version: 9, newest: 1)
    case .newerVersion: .readOnly(file: nil)
    case .readOnly: .locked(file: "a")
    case .locked: .full(file: nil)
    case .full: .damaged(file: nil, .pages)
    case .damaged: .unfit(body: "甲", year: 2020, form: "gid-2019", table: 2)
    case .unfit: .database(file: nil, message: "disk I/O error")
    case .database: nil
    }
  }
}

/// Samples of queries that have no answer.
enum AnalysisSamples {
  /// One sample of each case; `nil` behind the last.
  static func error(after sample: AnalysisError?) -> AnalysisError? {
    let code = IndicatorCode("penalty.decisions")
    return switch sample {
    case nil: .noReports(Selection())
    case .noReports: .conditionNeverHolds(ReportCondition.Outcome())
    case .conditionNeverHolds: .bodyNotLoaded("甲")
    case .bodyNotLoaded: .yearsNotLoaded(2015...2016)
    case .yearsNotLoaded: .baseYearNotSelected(2015)
    case .baseYearNotSelected: .noIndicators
    case .noIndicators: .unknownIndicator(code)
    case .unknownIndicator: .repeatedIndicator(code)
    case .repeatedIndicator: .repeatedDimension(.year)
    case .repeatedDimension:
      .breakInSeries(
        indicator: code, fromForm: "gid-2019", toForm: "gid-2021",
        why: LocalizedText(chinese: "口径不同。", english: "The meaning differs."))
    case .breakInSeries: .unitsDiffer(code, .count, IndicatorCode("fees.amount"), .yuan)
    case .unitsDiffer: .noApplicants(code)
    case .noApplicants: .applicantTwice(.firm)
    case .applicantTwice: .measureNeedsYear(.growth)
    case .measureNeedsYear: .percentileOfOneBody
    case .percentileOfOneBody: .measureDoesNotFit(.share, code)
    case .measureDoesNotFit: .attributeNotKnown(.region)
    case .attributeNotKnown: .indicatorsOverlap(code, code)
    case .indicatorsOverlap: .formulaNotSupported(code, formula: "a * b")
    case .formulaNotSupported: .formulaTooLong(code, limit: 1_000)
    case .formulaTooLong: .stockOverYears(IndicatorCode("rules.in_force"))
    case .stockOverYears: .noSameBodies(years: [2019, 2020], bodies: 3)
    case .noSameBodies: .unitsNotAdded(code, .count, IndicatorCode("fees.amount"), .yuan)
    case .unitsNotAdded: .unitsNotDivided(code, .count, IndicatorCode("fees.amount"), .yuan)
    case .unitsNotDivided: .noBodiesBelow(["甲"])
    case .noBodiesBelow: .nothingToRank(code)
    case .nothingToRank: .moneyWithoutUnit(code)
    case .moneyWithoutUnit: .outOfRange(code)
    case .outOfRange: nil
    }
  }
}
