import QuestionGenerator

extension ItemRule {
  static let yesOrNo = ItemRule(
    "item-yes-or-no", flaws: ["true/false question"], title: "A question with options whose answer is yes or no",
    reason: "It offers options and yet leaves a guess one chance in two.",
    remedy: "Ask for the thing itself; a statement is judged in a true/false item.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: ["Is the trial of drugs a service of {Health}?\n+ Yes\n- No"]
  ) { face, _ in
    guard face.kind != .trueFalse else { return nil }
    return face.options.first { ["yes", "no", "true", "false"].contains($0.lowercased()) }.map { "`\($0)`" }
  }
}
