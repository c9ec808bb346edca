public import ContentModel

/// A rule for generated items, with the check that finds where it is broken.
///
/// The 19 item-writing flaws as SAQUET (Moore and others 2024) codes them are each covered by one of the rules;
/// what cannot be judged by a machine alone, such as whether a question is ambiguous in its meaning, is judged as far
/// as the words go.
public struct ItemRule: Sendable {
  /// What the rule asks and why, with items that keep and break it in the notation of `ItemExample`.
  public let rule: Rule
  /// The names in SAQUET of the flaws that it covers.
  public let flaws: [String]
  private let check: @Sendable (ItemFace, StatedFacts) -> String?

  init(
    _ code: String, flaws: [String] = [], severity: Diagnostic.Severity = .error, title: String, reason: String,
    remedy: String, passing: [String], failing: [String],
    check: @escaping @Sendable (ItemFace, StatedFacts) -> String?
  ) {
    rule = Rule(
      code: code, severity: severity, title: title, reason: reason, remedy: remedy, subject: .item, passing: passing,
      failing: failing)
    self.flaws = flaws
    self.check = check
  }

  /// What is wrong with an item, or nil if it keeps the rule.
  ///
  /// - Parameter facts: what the item's bank states.
  public func fault(in face: ItemFace, _ facts: StatedFacts) -> String? { check(face, facts) }

  /// All rules, the gravest first.
  public static let all: [ItemRule] = [
    .twoRightAnswers, .nearNames, .clang, .mixedOptions, .optionCount, .shortStem, .gapInStem, .logicalCue,
    .convergence, .longKey, .grammaticalCue, .mixedStyle, .allOrNone, .complexOption, .negativeStem, .absoluteWord,
    .vagueWord, .longStem, .yesOrNo, .lostSequence, .unclearText,
  ]
}
