extension ItemRule {
  static let lostSequence = ItemRule(
    "item-lost-sequence", flaws: ["lost sequence"], title: "Numbers that are not in order",
    reason: "Readers look for the number that they have in mind, and lose time.",
    remedy: "This is a fault of the program: please report it.",
    passing: ["In which year was the office of {Health} founded?\n- 1987\n+ 1990\n- 2001"],
    failing: ["In which year was the office of {Health} founded?\n- 2001\n+ 1990\n- 1987\n- 1999"]
  ) { face, _ in
    let numbers = face.options.compactMap(Double.init)
    guard numbers.count == face.options.count else { return nil }
    return numbers == numbers.sorted() || numbers == numbers.sorted(by: >) ? nil : "the numbers are mixed"
  }
}
