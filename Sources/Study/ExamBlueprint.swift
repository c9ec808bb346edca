public import ContentModel
public import QuestionGenerator

/// How many questions of a paper each section gives: by its weight, as far as it has facts to ask.
public struct ExamBlueprint: Sendable, Equatable {
  /// A section with its share of the exam.
  public struct Section: Sendable, Equatable {
    /// The id with that of the bank, such as `kpo/types`.
    public let id: String
    /// Its share 0...1 of the exam; all shares are 1 together.
    public let share: Double
    /// The facts that can be asked, in the order of the file.
    public let facts: [FactID]
  }

  /// The sections that have a share and facts to ask, in the order of the banks.
  public let sections: [Section]
  /// The facts that stay out of the exam.
  public let excluded: Set<FactID>

  /// Weighs the sections of some banks; each bank counts the same, whatever the unit of its weights.
  ///
  /// - Parameters:
  ///   - sections: ids such as `kpo/types`; empty for all.
  ///   - excluded: facts that stay out, such as those set aside.
  ///   - kinds: the kinds of item that may ask the facts.
  public init(
    _ generators: [QuestionGenerator], sections: [String], excluding excluded: Set<FactID> = [],
    kinds: [Item.Kind] = Item.Kind.allCases
  ) {
    var weighed: [(weight: Double, section: Section)] = []
    for generator in generators {
      let bank = generator.bank
      let sum = bank.sections.reduce(0) { $0 + $1.weight }
      let askable = Set(generator.askableFacts(kinds: kinds))
      let facts = Dictionary(grouping: bank.facts.filter { askable.contains($0.id) && !excluded.contains($0.id) }) {
        $0.sectionID
      }
      for section in bank.sections {
        let id = "\(bank.id)/\(section.id)"
        guard sections.isEmpty || sections.contains(id), section.weight > 0, let facts = facts[section.id] else {
          continue
        }
        weighed.append((section.weight / sum, Section(id: id, share: 0, facts: facts.map(\.id))))
      }
    }
    let total = weighed.reduce(0) { $0 + $1.weight }
    self.sections = weighed.map { weight, section in
      // Weights so small that they vanish beside the others count the same.
      let share = total > 0 ? weight / total : 1 / Double(weighed.count)
      return Section(id: section.id, share: share, facts: section.facts)
    }
    self.excluded = excluded
  }

  /// How many questions each section gives to a paper of so many; fewer together if there are not enough facts.
  public func questions(_ count: Int) -> [Int] { questions(count, atMost: sections.map(\.facts.count)) }

  /// Shares the questions out by the largest remainder (Hamilton); what a section cannot give goes to the others.
  func questions(_ count: Int, atMost limits: [Int]) -> [Int] {
    var result = sections.map { _ in 0 }
    var open = Array(sections.indices)
    var left = max(0, count)
    while !open.isEmpty {
      let share = open.reduce(0) { $0 + sections[$1].share }
      // The sections that are left may have shares that vanish.
      guard share > 0 else { break }
      let quotas = open.map { (index: $0, quota: Double(left) * sections[$0].share / share) }
      let full = quotas.filter { Double(limits[$0.index]) <= $0.quota }.map(\.index)
      guard full.isEmpty else {
        for index in full {
          result[index] = limits[index]
          left -= limits[index]
        }
        open.removeAll(where: full.contains)
        continue
      }
      for (index, quota) in quotas { result[index] = Int(quota) }
      left -= quotas.reduce(0) { $0 + Int($1.quota) }
      let remainders = quotas.map { (rest: $0.quota - $0.quota.rounded(.down), index: $0.index) }
      for (_, index) in remainders.sorted(by: { ($1.rest, $0.index) < ($0.rest, $1.index) }).prefix(left) {
        result[index] += 1
      }
      break
    }
    return result
  }
}
