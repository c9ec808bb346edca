import ContentModel
public import QuestionGenerator

extension StudyPlan {
  /// One fact for each matching drill, or each sorting into categories, the tables taking turns; a drill asks the other facts of its table beside it.
  ///
  /// - Parameters:
  ///   - section: the id of a section to stay within.
  ///   - kind: matching or categories.
  ///   - count: how many drills are wanted; fewer facts come back only if no drill can be made at all.
  public func matching(
    _ kind: Item.Kind = .matching, section: String?, count: Int, using random: inout SeededRandom
  ) -> [PlannedFact] {
    var turns = generators.flatMap { generator in
      var seen: Set<[FactID]> = []
      return generator.forms.filter { section == nil || $0.asked.sectionID == section }
        .map { $0.facts.map(\.id) }.filter { seen.insert($0).inserted }
        .map { (generator, $0) }
    }
    turns = random.shuffled(turns).map { generator, table in
      (generator, random.shuffled(table.filter { !learner.hasSetAside($0) }))
    }
    var chosen: [FactID] = []
    while chosen.count < count, !turns.isEmpty {
      let (generator, table) = turns.removeFirst()
      // A table in which eight facts make no drill is not worth more trying.
      guard let fact = table.prefix(8).first(where: { isAskable($0, as: kind, generator) }) else { continue }
      chosen.append(fact)
      turns.append((generator, table.filter { $0 != fact }))
    }
    return chosen.map { PlannedFact($0, .chosen) }
  }

  private func isAskable(_ fact: FactID, as kind: Item.Kind, _ generator: QuestionGenerator) -> Bool {
    var random = SeededRandom(seed: 0)
    return generator.item(asking: fact, kinds: [kind], using: &random) != nil
  }
}
