import Testing

@testable import Bodies

@Suite("Files of attributes")
struct AttributeFileTests {
  private static let bodies = ["云岭市人民政府", "云岭市公安局", "澜溪县人民政府"]

  private func file(_ lines: [[String]]) throws(AttributeProblem) -> AttributeFile {
    try AttributeFile(
      lines.enumerated().map { AttributeFile.Record(line: $0 + 1, fields: $1) })
  }

  private func problem(
    _ lines: [[String]], keepsUnknown: Bool = false, over known: AttributeTable = AttributeTable()
  ) -> AttributeProblem? {
    do throws(AttributeProblem) {
      _ = try file(lines).table(for: Self.bodies, keepsUnknown: keepsUnknown, over: known)
      return nil
    } catch {
      return error
    }
  }

  @Test("gives bodies region, level, sector, parent and columns of the user's own")
  func given() throws {
    let table = try file([
      ["机关", "region", "level", "领域", "parent", "population", "类别"],
      ["澜溪", "350582", "县级", "人民政府", "云岭市人民政府", "120000", " 甲 "],
      ["云岭市人民政府", "350500", "", "", "", "900000", ""],
    ]).table(for: Self.bodies, keepsUnknown: false)
    let directory = BodyDirectory(table)
    let body = "澜溪县人民政府"
    #expect(directory.value(.region, of: body)?.code == "350582")
    #expect(directory.value(.province, of: body)?.label.chinese == "福建省")
    #expect(directory.value(.prefecture, of: body)?.code == "350500")
    #expect(directory.value(.level, of: body)?.code == "county")
    #expect(directory.value(.level, of: body)?.isDerived == false)
    #expect(directory.value(.sector, of: body)?.code == "government")
    #expect(directory.value(.parent, of: body)?.code == "云岭市人民政府")
    #expect(directory.value(.own("类别"), of: body)?.code == "甲")
    #expect(directory.value(.own("population"), of: body)?.number?.count == 120000)
    #expect(directory.attributes.map(\.name).suffix(2) == ["population", "类别"])
    #expect(directory.isNumeric(.own("population")))
    #expect(!directory.isNumeric(.own("类别")))
    // The code of its region tells a level that the name leaves open.
    #expect(directory.value(.level, of: "云岭市人民政府")?.code == "prefecture")
    #expect(directory.value(.level, of: "云岭市人民政府")?.isDerived == true)
    #expect(directory.value(.region, of: "云岭市公安局") == nil)
    #expect(directory.value(.own("类别"), of: "云岭市人民政府") == nil)
  }

  @Test("is refused with line and column where it is wrong")
  func mistakes() {
    let one = ["云岭市人民政府", "省"]
    let cases: [([[String]], AttributeProblem)] = [
      ([], AttributeProblem(line: 1, .empty)),
      ([["body", "level"]], AttributeProblem(line: 1, .noRows)),
      ([["level", "sector"]], AttributeProblem(line: 1, .noBodyColumn)),
      ([["body"], ["云岭市人民政府"]], AttributeProblem(line: 1, .noAttributes)),
      (
        [["body", "level", "层级"], one + ["省"]],
        AttributeProblem(line: 1, column: "层级", .columnTwice("层级"))
      ),
      (
        [["body", "my level"], one],
        AttributeProblem(line: 1, column: "my level", .badColumnName("my level"))
      ),
      ([["body", ""], one], AttributeProblem(line: 1, column: "", .badColumnName(""))),
      (
        [["body", "year"], one], AttributeProblem(line: 1, column: "year", .reservedName("year"))
      ),
      (
        [["body", "province"], one],
        AttributeProblem(line: 1, column: "province", .reservedName("province"))
      ),
      (
        [["body", "level"], ["", "省"]], AttributeProblem(line: 2, column: "body", .bodyMissing)
      ),
      (
        [["body", "level"], one, ["石桥县", "县"]],
        AttributeProblem(line: 3, column: "body", .unknownBody("石桥县"))
      ),
      (
        [["body", "level"], ["云岭市", "省"]],
        AttributeProblem(
          line: 2, column: "body",
          .ambiguousBody("云岭市", candidates: ["云岭市人民政府", "云岭市公安局"]))
      ),
      (
        [["body", "level"], one, one],
        AttributeProblem(line: 3, column: "body", .bodyTwice(one[0], firstLine: 2))
      ),
      (
        [["body", "region"], ["澜溪", "3505"]],
        AttributeProblem(line: 2, column: "region", .badRegion("3505"))
      ),
      (
        [["body", "level"], ["澜溪", "大"]],
        AttributeProblem(line: 2, column: "level", .unknownLevel("大"))
      ),
      (
        [["body", "parent"], ["澜溪", "石桥市"]],
        AttributeProblem(line: 2, column: "parent", .unknownBody("石桥市"))
      ),
      (
        [
          ["body", "parent"], ["澜溪", "云岭市公安局"], ["云岭市公安局", "澜溪县人民政府"],
        ],
        AttributeProblem(line: 2, .parentCircle(["澜溪县人民政府", "云岭市公安局"]))
      ),
    ]
    for (lines, expected) in cases { #expect(problem(lines) == expected) }
  }

  @Test("A circle that closes over what was given before is refused as well")
  func circleOverTwoFiles() {
    var known = AttributeTable()
    known.set(.parent, of: "云岭市公安局", to: "澜溪县人民政府")
    #expect(
      problem([["body", "parent"], ["澜溪", "云岭市公安局"]], over: known)
        == AttributeProblem(line: 2, .parentCircle(["澜溪县人民政府", "云岭市公安局"])))
  }

  @Test("Bodies without reports are kept where that is asked for")
  func unknownKept() throws {
    let table = try file([["body", "parent"], ["石桥县人民政府", "石桥市人民政府"], ["云岭市公安局", ""]])
      .table(for: Self.bodies, keepsUnknown: true)
    #expect(table.bodies == ["云岭市公安局", "石桥县人民政府"])
    #expect(table.text(.parent, of: "石桥县人民政府") == "石桥市人民政府")
  }

  @Test("Where bodies without reports are kept, names are given in full")
  func fullNames() {
    #expect(
      problem([["body", "level"], ["澜溪", "县级"]], keepsUnknown: true)
        == AttributeProblem(
          line: 2, column: "body", .fullNameNeeded("澜溪", candidates: ["澜溪县人民政府"])))
    #expect(problem([["body", "level"], ["云岭市人民政府办公室", "地级"]], keepsUnknown: true) == nil)
  }

  @Test("A later table goes on top of an earlier one")
  func merging() {
    var table = AttributeTable()
    table.set(.level, of: "甲", to: "county")
    table.set(.own("a"), of: "甲", to: "1")
    var later = AttributeTable()
    later.set(.level, of: "甲", to: "prefecture")
    later.set(.own("b"), of: "乙", to: "2")
    table.merge(later)
    #expect(table.text(.level, of: "甲") == "prefecture")
    #expect(table.text(.own("a"), of: "甲") == "1")
    #expect(table.ownNames == ["a", "b"])
    #expect(table.bodies == ["乙", "甲"])
  }

  @Test("Administrative codes tell province, prefecture and level")
  func regionCodes() {
    #expect(RegionCode("350000")?.level == .province)
    #expect(RegionCode("350500")?.level == .prefecture)
    #expect(RegionCode("350582")?.level == .county)
    #expect(RegionCode("350582101")?.level == .township)
    #expect(RegionCode("429004")?.prefecture == "429000")
    #expect(RegionCode("350000")?.prefecture == nil)
    for text in ["", "35", "3505823", "350a82", "035058", "３５０５８２"] {
      #expect(RegionCode(text) == nil, "\(text)")
    }
  }
}
