extension ItemRule {
  static let longKey = ItemRule(
    "item-long-key", flaws: ["longest option correct"], title: "A key much longer than every other option",
    reason: "Writers take more care with the key, so readers take the longest option.",
    remedy: "Give the column texts of like length. Small differences are balanced over a set of items, not in one.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents\n- Document Review"],
    failing: ["Which of these is a service of {Health}?\n+ Trials of drugs on patients who agree\n- Patents\n- Panels"]
  ) { face, _ in
    guard face.offersTexts, let key = face.key, let longest = face.distractors.map(\.count).max() else { return nil }
    let length = face.options[key].count
    // Less than these 15 characters is not seen at a glance.
    return length > 2 * longest && length > longest + 15 ? "\(length) characters, others at most \(longest)" : nil
  }
}
