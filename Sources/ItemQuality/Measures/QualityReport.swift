public import ContentModel
import QuestionGenerator

/// The measures of a bank's items: are they right, and can they be answered only by those who know?
public struct QualityReport: Sendable, Equatable {
  /// The measures in the order in which they are printed.
  public let measures: [Measure]
  /// How the know-nothing solver did, for each kind of item in which an option is chosen.
  public let cues: [KindCues]
  /// How many items were judged by the rules.
  public let items: Int

  /// Generates items and measures them.
  ///
  /// - Parameters:
  ///   - items: how many items of all kinds, and how many of each kind for the know-nothing solver, a seed gives.
  ///   - seeds: how many seeds, from 1 on; the know-nothing solver needs four.
  public static func measure(_ bank: Bank, items: Int, seeds: Int) -> QualityReport {
    let generator = QuestionGenerator(bank)
    let runs = (0..<max(1, seeds)).map { seed in
      ItemRun(generator, kinds: Item.Kind.allCases, count: items, seed: UInt64(seed) + 1)
    }
    let facts = StatedFacts(bank)
    let judged = runs.flatMap(\.items)
    let cues = KindCues.all(generator, items: items, seeds: seeds)
    let again = ItemRun(QuestionGenerator(bank), kinds: Item.Kind.allCases, count: items, seed: 1)
    let measures =
      ruleMeasures(judged, facts) + cues.flatMap(\.measures)
      + [
        Coverage(generator).measures,
        [whyLines(judged, facts)],
        [
          Measure(
            "same-seed", "Same seed, same items", again == runs[0] ? 1 : 0, unit: .yesOrNo, must: .atLeast(1),
            aim: .atLeast(1))
        ],
      ].joined()
    return QualityReport(measures: measures, cues: cues, items: judged.count)
  }

  /// Whether every measure is what it must be.
  public var isGoodEnough: Bool { measures.allSatisfy { $0.verdict != .missed } }

  /// For each rule the share of items that break it.
  static func ruleMeasures(_ items: [Item], _ facts: StatedFacts) -> [Measure] {
    let faces = items.map(facts.faces)
    return ItemRule.all.map { rule in
      var count = 0
      var details: [String] = []
      for item in faces {
        guard let (face, fault) = item.firstFault(of: rule, facts) else { continue }
        count += 1
        // A matching item's stem does not say which premise is at fault.
        let premise = face.stem.contains(face.subject) ? "" : "[\(face.subject)] "
        let detail = "\(face.stem) \(premise)\(fault)"
        if !details.contains(detail) { details.append(detail) }
      }
      let (must, aim) = bounds(rule)
      return Measure(
        rule.rule.code, rule.rule.title, Double(count) / Double(max(items.count, 1)), must: .atMost(must),
        aim: .atMost(aim), details: details)
    }
  }

  private static func bounds(_ rule: ItemRule) -> (must: Double, aim: Double) {
    switch rule.rule.code {
    case ItemRule.twoRightAnswers.rule.code: (0, 0)
    case ItemRule.nearNames.rule.code: (0.01, 0)
    case ItemRule.clang.rule.code: (0.05, 0.02)
    default: (0.02, 0)
    }
  }

  /// The share of options with a sentence that names both values of their own fact.
  static func whyLines(_ items: [Item], _ facts: StatedFacts) -> Measure {
    let lines = items.flatMap(\.whyLines)
    let bad = lines.filter { fact, why in
      guard let values = facts.fact(fact)?.values else { return true }
      return !values.allSatisfy { why.contains($0.displayText) }
    }
    let share = lines.isEmpty ? 1 : 1 - Double(bad.count) / Double(lines.count)
    return Measure(
      "why-lines", "Options with a why-line that names their own fact", share, must: .atLeast(1), aim: .atLeast(1),
      details: bad.map { "\($0.fact): \($0.why)" })
  }
}

extension [ItemFace] {
  /// The first face that breaks a rule, and how.
  fileprivate func firstFault(of rule: ItemRule, _ facts: StatedFacts) -> (ItemFace, String)? {
    for face in self { if let fault = rule.fault(in: face, facts) { return (face, fault) } }
    return nil
  }
}

extension Item {
  /// For everything that a learner may choose, the fact it belongs to with its sentence.
  fileprivate var whyLines: [(fact: FactID, why: String)] {
    switch body {
    case .choice(let choice): choice.options.map { ($0.fact, $0.why) }
    case .selection(let selection): selection.options.map { ($0.option.fact, $0.option.why) }
    case .typed(let typed): [(typed.fact, typed.why)] + typed.siblings.map { ($0.fact, $0.why) }
    case .matching(let matching):
      matching.premises.map { ($0.fact, $0.why) } + matching.responses.map { ($0.fact, $0.why) }
    }
  }
}
