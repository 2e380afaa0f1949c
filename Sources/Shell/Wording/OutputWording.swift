import Output

extension Wording {
  /// Why a result cannot be written.
  func text(of error: OutputError) -> String {
    switch error {
    case .notAChart:
      choose(
        "这个结果不能画成图：图表用于 compare 和 trend 的结果",
        "this result is no chart: vega-lite takes the results of compare and trend")
    case .notFindings:
      choose("sarif 和 junit 只用于 check 的结果", "sarif and junit take the findings of check only")
    }
  }
}
