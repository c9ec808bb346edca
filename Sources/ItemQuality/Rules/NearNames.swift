import ContentModel

extension ItemRule {
  static let nearNames = ItemRule(
    "item-near-names", title: "Two options that mean the same or nearly so",
    reason: "Nobody can tell them apart, and neither can be the key.",
    remedy: "Relate the names in the section `{#names}`.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents\n- Panels"],
    failing: [
      "Which of these is a service of {Health}?\n+ Billing\n- Coding\n- Panels",
      "Which of these is a service of {Health}?\n+ Billing\n- Panels\n- panels",
    ]
  ) { face, facts in
    for (index, left) in face.options.enumerated() {
      if let right = face.options[(index + 1)...].first(where: { facts.areClose(left, $0) }) {
        return "`\(left)` and `\(right)`"
      }
    }
    return nil
  }
}
