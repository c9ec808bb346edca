import ItemQuality
import StrictJSON
import Terminal

/// The measures of a bank's items, and what stands behind those that are missed.
struct MeasureView {
  let bankID: String
  let report: QualityReport

  /// How many items at fault are shown for a measure.
  private static let shownDetails = 3
  /// The fewest items by which a bank should be judged.
  private static let enoughItems = 400

  func text(_ layout: Layout) -> SafeText {
    let table = layout.table(
      header: ["Measure", "Value", "Must", "Aim", "Verdict"],
      rows: report.measures.map { measure in
        [
          "\(line: measure.title)", "\(measure.valueText)", "\(measure.text(of: measure.must))",
          "\(measure.text(of: measure.aim))", measure.verdict.words,
        ]
      }, alignments: [.left, .right, .right, .right, .left])
    let missed = report.measures.filter { $0.verdict == .missed }
    let count = "\(missed.count) of \(report.measures.count) measures missed"
    let head = layout.wrap("\(line: bankID, .key): \(report.items) items judged; \(count).")
    let few: SafeText? =
      report.items < Self.enoughItems
      ? layout.wrap(
        "With fewer than \(Self.enoughItems) items chance alone may miss a measure, or hide that it is missed.")
      : nil
    return
      ([head, few, table].compactMap { $0 } + missed.filter { !$0.details.isEmpty }.map { details(of: $0, layout) })
      .joined(separator: "\n\n")
  }

  private func details(of measure: Measure, _ layout: Layout) -> SafeText {
    let more = measure.details.count - Self.shownDetails
    let entries = measure.details.prefix(Self.shownDetails).map { "\(line: $0)" as SafeText }
    return layout.wrap("\(line: measure.title, .strong):") + "\n"
      + layout.bullets(entries + (more > 0 ? ["and \(more) more"] : []))
  }

  /// The same as JSON, with all details; the keys are documented in the README.
  var json: JSONValue {
    [
      "bank": JSONValue(bankID), "items": JSONValue(report.items), "passed": .bool(report.isGoodEnough),
      "measures": .array(
        report.measures.map { measure in
          [
            "id": JSONValue(measure.id), "title": JSONValue(measure.title), "value": .number(measure.value),
            "must": .number(measure.must.value), "aim": .number(measure.aim.value),
            "bound": JSONValue(measure.must.isUpper ? "at-most" : "at-least"),
            "verdict": JSONValue(measure.verdict.rawValue), "details": .array(measure.details.map { JSONValue($0) }),
          ]
        }),
      "cues": .array(report.cues.map { MeasureCuesView(cues: $0).json }),
    ]
  }
}

extension Measure.Verdict {
  fileprivate var words: SafeText {
    switch self {
    case .missed: "\("missed" as SafeText, .wrong)"
    case .met: "enough"
    case .good: "\("good" as SafeText, .right)"
    }
  }
}

extension Measure.Bound {
  fileprivate var value: Double {
    switch self {
    case .atMost(let bound), .atLeast(let bound): bound
    }
  }

  fileprivate var isUpper: Bool {
    guard case .atMost = self else { return false }
    return true
  }
}

extension Measure {
  fileprivate var valueText: String { text(of: value) }

  fileprivate func text(of bound: Bound) -> String {
    unit == .yesOrNo ? text(of: bound.value) : "\(bound.isUpper ? "<=" : ">=") \(text(of: bound.value))"
  }

  private func text(of value: Double) -> String {
    switch unit {
    case .share: Tenths.percent(value)
    case .number: Tenths.text(value)
    case .yesOrNo: value == 1 ? "yes" : "no"
    }
  }
}

/// Numbers with one decimal place.
enum Tenths {
  static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A share of one as a percentage.
  static func percent(_ share: Double) -> String { "\(text(share * 100)) %" }
}
