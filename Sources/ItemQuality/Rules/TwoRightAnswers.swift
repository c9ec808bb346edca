import ContentModel
import QuestionGenerator

extension ItemRule {
  static let twoRightAnswers = ItemRule(
    "item-two-right-answers", flaws: ["more than one correct"],
    title: "A wrong option that may be right, or a key that is not",
    reason: "Who knows the subject well sees both and is marked wrong for it.",
    remedy: "Relate the names in the section `{#names}`, or close the list with `lists: complete`.",
    passing: ["Which of these is a service of {Research}?\n+ Survey Design\n- Patents\n- Drug Trials"],
    failing: [
      "Which of these is a service of {Research}?\n+ Survey Design\n- Data Mining\n- Drug Trials",
      "Which of these is a service of {Law}?\n+ Document Review\n- Patent Services\n- Billing",
      "Which of these is a service of {Law}?\n+ Billing\n- Survey Design\n- Drug Trials",
    ]
  ) { face, facts in
    switch face.kind {
    case .trueFalse:
      guard let claim = face.claim else { return "what it claims is not found" }
      return facts.verdict(claim, for: face) == (face.right == [0] ? .right : .wrong) ? nil : "`\(claim)` is unclear"
    case .oddOneOut:
      return facts.oddOnes(among: face.options) == face.right ? nil : "no single odd one"
    case .multipleChoice, .multipleResponse, .matching, .categories, .shortAnswer, .cloze:
      if let key = face.keys.first(where: { facts.verdict($0, for: face) != .right }) { return "`\(key)` is not right" }
      return face.distractors.first { facts.verdict($0, for: face) != .wrong }.map { "`\($0)` may be right" }
    }
  }
}
