import Bodies
import Checking
import ReportModel
import StrictYAML

@testable import Shell

extension ShellError.Kind {
  /// One sample of each case; `nil` behind the last.
  static func sample(after sample: ShellError.Kind?) -> ShellError.Kind? {
    switch sample {
    case nil: .unclosedQuote
    case .unclosedQuote: .unknownCommand("x", nearest: [])
    case .unknownCommand: .expected(.path)
    case .expected: .unexpected("x")
    case .unexpected: .twice(.for)
    case .twice: .unknownName(.indicator, "x", nearest: ["y"])
    case .unknownName: .ambiguousName(.body, "x", candidates: ["y", "z"])
    case .ambiguousName: .badYears("x")
    case .badYears: .badValue(setting: "width", "x", allowed: ["0"])
    case .badValue: .notForSeveralFiles
    case .notForSeveralFiles: .applicantsDiffer
    case .applicantsDiffer: .derivedHasNoCells("rate.disclosure")
    case .derivedHasNoCells: .oneIndicator(["a", "b"])
    case .oneIndicator: .unknownFileEnd("a.xlsx", known: [".csv", ".json"])
    case .unknownFileEnd: .notAQuery
    case .notAQuery: .sql(.problem(message: "no such table", offset: 3))
    case .sql: .badName("1x")
    case .badName: .nameTaken("level")
    case .nameTaken: .condition(.chainedComparison)
    case .condition: .evaluation(.textAsNumber)
    case .evaluation: .conditionNotOfBodies
    case .conditionNotOfBodies: .neitherQueryNorValue("x", nearest: ["y"])
    case .neitherQueryNorValue: .badParameter("n", "x", .int)
    case .badParameter: .givenParameter("n", ShellError(.badParameter("n", "x", .years)))
    case .givenParameter: .parameterUnset("n", .year)
    case .parameterUnset: .parameterTwice("n")
    case .parameterTwice: .noAssignment("x")
    case .noAssignment: .noScriptForParameters
    case .noScriptForParameters: .followsFromMistake
    case .followsFromMistake: .templateInSQL
    case .templateInSQL: .script([ShellError(.unclosedQuote)])
    case .script: .scriptCycle(["a.nb", "b.nb", "a.nb"])
    case .scriptCycle: .scriptsTooDeep
    case .scriptsTooDeep: .notInNestedScript("record")
    case .notInNestedScript: .assertion(AssertionFailure(reason: "r", failing: 1))
    case .assertion: .assertsTwoResults("a", "b")
    case .assertsTwoResults: .nothingLoaded
    case .nothingLoaded: .yearsNotLoaded(2015...2016, loaded: [2020])
    case .yearsNotLoaded: .noReport(body: "甲", year: 2019, years: [2020])
    case .noReport: .noResult
    case .noResult: .noFindings
    case .noFindings: .notWaivable("F1")
    case .notWaivable: .dayPassed(CalendarDate("2020-01-01") ?? SystemDay.today)
    case .dayPassed: .noRecord
    case .noRecord: .noSuchFile("a.html")
    case .noSuchFile: .emptyPattern("*.html")
    case .emptyPattern: .emptyFolder("a")
    case .emptyFolder: .cannotRead("a", errno: 13)
    case .cannotRead: .cannotWrite("a", errno: 28)
    case .cannotWrite: .wouldOverwriteSource("a.html")
    case .wouldOverwriteSource: .notUTF8("a.nb")
    case .notUTF8: .reading("a.html", .empty)
    case .reading: .store("a.nianbao", .isFolder(file: "a.nianbao"))
    case .store: .analysis(.noIndicators)
    case .analysis: .checking(RuleFileProblem(line: 1, column: 2, kind: .yaml(.empty)))
    case .checking:
      .ruleFile(
        "a.rules.yaml", [RuleFileProblem(line: 1, column: 2, kind: .ruleTwice("T3.balance"))])
    case .ruleFile: .output(.notAChart)
    case .output: .waivers("waivers.yaml", YAMLProblem(line: 1, column: 2, kind: .empty))
    case .waivers: .recordExists("a.jsonl")
    case .recordExists: .noExpectations("a.nb")
    case .noExpectations: .textTooLong(limit: 1_048_576)
    case .textTooLong: .nameNotUTF8("报告/\u{FFFD}.html")
    case .nameNotUTF8: .record("a.jsonl", .notARecord)
    case .record:
      .attributes("a.csv", AttributeProblem(line: 2, column: "body", .bodyMissing), nearest: [])
    case .attributes: .interrupted
    case .interrupted: nil
    }
  }
}

extension Expectation {
  /// One sample of each case; `nil` behind the last.
  static func sample(after sample: Expectation?) -> Expectation? {
    switch sample {
    case nil: .path
    case .path: .file
    case .file: .script
    case .script: .parameterName
    case .parameterName: .parameterType
    case .parameterType: .body
    case .body: .year
    case .year: .years
    case .years: .indicator
    case .indicator: .dimension
    case .dimension: .measure
    case .measure: .format
    case .format: .findingID
    case .findingID: .setting
    case .setting: .value
    case .value: .number
    case .number: .tableNumber
    case .tableNumber: .bodyText
    case .bodyText: .reason
    case .reason: .text
    case .text: .date
    case .date: .condition
    case .condition: .expression
    case .expression: .query
    case .query: .statement
    case .statement: .column
    case .column: .destination
    case .destination: .equalsSign
    case .equalsSign: .inYears
    case .inYears: .sameBodies
    case .sameBodies: nil
    }
  }
}

extension NameKind {
  /// One sample of each case; `nil` behind the last.
  static func sample(after sample: NameKind?) -> NameKind? {
    switch sample {
    case nil: .indicator
    case .indicator: .applicant
    case .applicant: .body
    case .body: .dimension
    case .dimension: .measure
    case .measure: .format
    case .format: .rule
    case .rule: .finding
    case .finding: .setting
    case .setting: .helpTopic
    case .helpTopic: .conditionName
    case .conditionName: .attributeValue
    case .attributeValue: .column
    case .column: .variable
    case .variable: .parameter
    case .parameter: .parameterType
    case .parameterType: .result
    case .result: nil
    }
  }
}
