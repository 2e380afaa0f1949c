import Analysis
import ReportModel

extension Wording {
  /// Why a query has no honest answer, and what to ask instead.
  func text(of error: AnalysisError) -> String {
    switch error {
    case .noReports:
      choose("没有符合条件的报告", "no report fits the selection")
    case .conditionNeverHolds(let outcome):
      choose("没有一份报告符合条件", "the condition holds for no report")
        + (outcome.note.map { choose("；", "; ") + $0.text(in: language) } ?? "")
    case .bodyNotLoaded(let body):
      choose("没有 \(body) 的报告", "there is no report of \(body)")
    case .yearsNotLoaded(let years):
      choose(
        "没有 \(years.lowerBound)..\(years.upperBound) 年的报告",
        "there is no report of \(years.lowerBound)..\(years.upperBound)")
    case .baseYearNotSelected(let year):
      choose(
        "基期 \(year) 不在所选年度之内：请用 index YEAR 另选",
        "the base year \(year) is not among the years selected: choose another with index YEAR")
    case .noIndicators:
      choose("没有指标", "no indicator is named")
    case .unknownIndicator(let code):
      choose("没有指标“\(code)”", "there is no indicator “\(code)”")
    case .repeatedIndicator(let code):
      choose("指标 \(code) 重复", "the indicator \(code) comes twice")
    case .repeatedDimension(let dimension):
      choose("维度 \(dimension.name) 重复", "the dimension \(dimension.name) comes twice")
    case .breakInSeries(let indicator, let from, let to, let why):
      choose(
        "\(indicator) 在 \(from) 与 \(to) 之间不可比：\(why.chinese)set breaks show 可带标记并列",
        "\(indicator) cannot be compared between \(from) and \(to): \(why.english) "
          + "`set breaks show` shows both with a mark")
    case .unitsDiffer(let first, _, let second, _):
      choose(
        "\(first) 与 \(second) 单位不同，不能放在一起：请分别查询",
        "\(first) and \(second) have different units: ask for them apart")
    case .attributeNotKnown(let attribute):
      choose(
        "所选机关都没有“\(attribute.label.chinese)”：用 attributes FILE 给出",
        "none of the selected bodies has the attribute \(attribute.name): `attributes FILE` gives it"
      )
    case .noApplicants(let code):
      choose(
        "\(code) 不按申请人统计（只有表三按申请人统计）",
        "\(code) has no applicants (only table 3 has)")
    case .applicantTwice:
      choose(
        "已指定一类申请人，就不能再按申请人分列", "one column of applicants is named already: leave `by applicant` out"
      )
    case .measureNeedsYear(let measure):
      choose(
        "\(measure.name) 需要按年比较：加上 by year",
        "\(measure.name) sets years against each other: add `by year`")
    case .percentileOfOneBody:
      choose(
        "中位数和百分位数是各机关数值的分布：不能再按机关分列",
        "medians and percentiles are taken over bodies: leave body out of `by`")
    case .measureDoesNotFit(let measure, let code):
      choose("\(measure.name) 不适用于 \(code)", "\(measure.name) makes no sense for \(code)")
    case .indicatorsOverlap(let whole, let part):
      choose(
        "\(whole) 已包含 \(part)，一起求占比会重复计算",
        "\(whole) contains \(part) already: a share over both would count it twice")
    case .formulaNotSupported(let code, let formula):
      choose(
        "\(code) 的公式无法计算：\(formula)（须是指标之和，或两个这样的和之比）",
        "the formula of \(code) cannot be worked out: \(formula) (it must be a sum of indicators, or "
          + "one such sum divided by another)")
    case .formulaTooLong(let code, let limit):
      choose(
        "\(code) 的公式连同其所依据的指标超过 \(limit) 项：请减少",
        "the formula of \(code), with those that it rests on, adds up more than \(limit) figures: "
          + "make it shorter")
    case .stockOverYears(let code):
      choose(
        "\(code) 是（或含有）某一时点的存量，不能跨年相加：加上 by year，或只选一年",
        "\(code) is, or contains, a stock at one point in time and cannot be added up over years: "
          + "add by year, or choose one year")
    case .unitsNotAdded(let one, let first, let other, let second):
      choose(
        "单位不同，不能相加减：\(one)（\(first.label.chinese)）与 \(other)（\(second.label.chinese)）",
        "different units cannot be added up: \(one) (\(first.label.english)) and "
          + "\(other) (\(second.label.english))")
    case .unitsNotDivided(let one, let first, let other, let second):
      choose(
        "单位不同，不能相除：\(one)（\(first.label.chinese)）与 \(other)（\(second.label.chinese)）",
        "different units cannot be divided: \(one) (\(first.label.english)) by "
          + "\(other) (\(second.label.english))")
    case .noSameBodies(let years, let bodies):
      choose(
        "\(bodies) 个机关中没有一个在 \(list(years.map(String.init))) 各年均有全部数据：请减少年度或指标",
        "none of the \(bodies) bodies has every figure in each of the years "
          + "\(list(years.map(String.init))): choose fewer years or indicators")
    case .noBodiesBelow(let bodies):
      choose(
        "\(firstOf(bodies)) 没有载入报告的下级机关",
        "nobody with a report is below \(firstOf(bodies))")
    case .nothingToRank(let code):
      choose("所选机关都没有 \(code) 的数值", "none of the selected bodies has a value of \(code)")
    case .moneyWithoutUnit(let code):
      choose(
        "\(code) 的金额未注明单位，不能排名",
        "the amounts of \(code) have no stated unit and cannot be ranked")
    case .outOfRange(let code):
      choose("\(code) 的合计超出精确数的范围", "a sum of \(code) leaves the range of exact numbers")
    }
  }
}
