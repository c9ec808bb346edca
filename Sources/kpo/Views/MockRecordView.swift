import Progress
import Terminal

/// How good the forecasts of past mock exams were.
struct MockRecordView {
  let mocks: [MockScore]

  /// So many mocks are looked at.
  private static let looked = 5

  /// The record in one sentence; nil before the first mock.
  var text: SafeText? {
    let last = mocks.suffix(Self.looked)
    guard !last.isEmpty else { return nil }
    let inside = last.count(where: \.isInsideBand)
    let brier = last.reduce(0) { $0 + $1.result.brier } / Double(last.count)
    let head: SafeText = last.count == 1 ? "The last mock" : "The last \(last.count) mocks"
    let band: SafeText =
      last.count == 1
      ? (inside == 1 ? " was inside its forecast's band" : " was outside its forecast's band")
      : ": \(inside) inside the forecast's band"
    return head + band + "; Brier score \(Decimals(brier)), where 0 is perfect and always saying 50 % gives .25."
  }
}

/// A share with two decimals, such as `.18`.
struct Decimals: CustomStringConvertible {
  let description: String

  init(_ share: Double) {
    let hundredths = Int((share * 100).rounded())
    let digits = "\(hundredths % 100)"
    description = (hundredths >= 100 ? "\(hundredths / 100)" : "") + "." + (digits.count < 2 ? "0" : "") + digits
  }
}
