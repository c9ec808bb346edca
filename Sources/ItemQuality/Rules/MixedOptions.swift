import ContentModel
import QuestionGenerator

extension ItemRule {
  static let mixedOptions = ItemRule(
    "item-mixed-options", flaws: ["implausible distractors"], title: "An option from another column than the key's",
    reason: "An option of another kind is ruled out without any knowledge.",
    remedy: "This is a fault of the program: please report it.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents\n- Panels"],
    failing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Law\n- Panels"]
  ) { face, facts in
    if face.kind == .trueFalse { return face.options == ["True", "False"] ? nil : "other options than True and False" }
    return face.options.first { !facts.isInColumn($0, of: face) }.map { "`\($0)`" }
  }
}
