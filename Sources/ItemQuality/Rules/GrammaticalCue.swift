extension ItemRule {
  static let grammaticalCue = ItemRule(
    "item-grammatical-cue", flaws: ["grammatical cues"],
    title: "An option that does not fit the stem's \"a\" or \"an\"",
    reason: "Whoever hears the sentence can tell the option is wrong.",
    remedy: "End the stem without an article.",
    passing: ["The name of a service in {Health} is an\n+ Examination\n- Operation"],
    failing: ["The name of a service in {Health} is an\n+ Examination\n- Trial"]
  ) { face, _ in
    let stem = Grammar.words(face.stem)
    return face.options.first { !Grammar.fitsArticle(Grammar.words($0), after: stem) }.map { "`\($0)`" }
  }
}
