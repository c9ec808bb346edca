import ContentModel
import QuestionGenerator

extension ItemRule {
  static let logicalCue = ItemRule(
    "item-logical-cue", flaws: ["logical cues"],
    title: "A key that alone shares a word with the wording of the question",
    reason: "The question itself points to its answer.",
    remedy: "Word the `ask` line without the words of its answers.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: ["Which of these trials is a service of {Health}?\n+ Drug Trials\n- Patents"]
  ) { face, _ in
    // A stem that many premises share points at none of their responses, and a typed answer has none beside it.
    guard [.multipleChoice, .multipleResponse, .oddOneOut].contains(face.kind) else { return nil }
    let wording = ContentWords.stems(of: face.stem).subtracting(ContentWords.stems(of: face.subject))
    return face.sharedWord(with: wording).map { "both have a word that begins with `\($0)`" }
  }
}
