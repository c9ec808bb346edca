public import ContentModel
import MemoryModel
public import QuestionGenerator

/// One run of questions: which item comes, what an answer is worth, what comes back.
///
/// A pure value: it draws from its own seeded random numbers and touches neither the clock nor the disk, so that a
/// copy of it is all that `:undo` needs.
public struct Sitting: Sendable {
  /// What is still to be asked.
  private struct Planned: Sendable {
    let fact: FactID
    let reason: PlannedFact.Reason
    /// The item that asked the fact before in this sitting, if one did.
    var previous: Item?

    var isRepeat: Bool { reason == .wrongBefore }
  }

  /// An item on the screen and what has been done with it.
  public struct Asked: Sendable, Equatable {
    /// The item.
    public let item: Item
    /// Why it came now.
    public let reason: PlannedFact.Reason
    /// Whether it asks again what was answered wrong before in this sitting.
    public let isRepeat: Bool
    /// The options, or responses, that hints have ruled out.
    public internal(set) var ruledOut: Set<Int> = []
    /// Whether the learner has read the notes, so that the answer proves nothing.
    public internal(set) var isOpenBook = false
    /// Whether a typed answer was nearly right, so that it is typed again.
    public internal(set) var hasSlipped = false
  }

  /// The kinds of item that the sitting asks.
  public let kinds: [Item.Kind]
  /// The item to be answered now, or nil at the end.
  public private(set) var current: Asked?
  /// The answers so far, in order.
  public private(set) var answers: [MarkedAnswer] = []
  /// How many items were answered, repeats included.
  public private(set) var answeredItems = 0

  private let generators: [QuestionGenerator]
  private let learner: Learner
  private let asksUntilRight: Bool
  private var queue: [Planned]
  private var random: SeededRandom
  /// The facts that were answered wrong and came back, or will: once is enough.
  private var missed: Set<FactID> = []
  /// The facts that came back, or will, because the notes were open.
  private var readBefore: Set<FactID> = []
  /// The facts that were set aside in this sitting.
  private var setAsideFacts: Set<FactID> = []

  /// Begins a sitting that asks the planned facts in order.
  ///
  /// - Parameters:
  ///   - generators: one for each bank.
  ///   - learner: what was answered before; harder kinds and distractors come for what is remembered well.
  ///   - asksUntilRight: whether a missed fact comes back as often as it is missed, and not once only.
  ///   - seed: the seed of every drawn choice.
  public init(
    asking plan: [PlannedFact], of generators: [QuestionGenerator], learner: Learner, kinds: [Item.Kind],
    untilRight asksUntilRight: Bool = false, seed: UInt64
  ) {
    self.generators = generators
    self.learner = learner
    self.asksUntilRight = asksUntilRight
    self.kinds = kinds
    queue = plan.map { Planned(fact: $0.fact, reason: $0.reason) }
    random = SeededRandom(seed: seed)
    advance()
  }

  /// How many items are still to be asked, the current one included.
  public var remaining: Int {
    queue.count + (current == nil ? 0 : 1)
  }

  /// Marks an answer to the current item and goes on to the next; a response of another kind of item counts as open.
  public mutating func answer(_ response: Response) -> MarkedItem? {
    guard let asked = current else { return nil }
    let marked = MarkedItem(asked, response: response, learner: learner)
    answeredItems += 1
    if !asked.isOpenBook { answers += marked.answers }
    for answer in marked.answers where !asked.isRepeat || asksUntilRight {
      if asked.isOpenBook {
        guard readBefore.insert(answer.fact).inserted else { continue }
        comeBack(Planned(fact: answer.fact, reason: .readBefore, previous: asked.item))
      } else if !answer.isRight {
        guard missed.insert(answer.fact).inserted || asksUntilRight else { continue }
        comeBack(Planned(fact: answer.fact, reason: .wrongBefore, previous: asked.item))
      }
    }
    advance()
    return marked
  }

  /// Notes that a typed answer is nearly right; false if that was said before, and the answer is to be marked.
  public mutating func slip() -> Bool {
    guard current?.hasSlipped == false else { return false }
    current?.hasSlipped = true
    return true
  }

  /// Rules out one wrong option more; nil if none is left to rule out.
  public mutating func hint() -> Int? {
    guard let asked = current else { return nil }
    let wrong: [Int]
    let leave: Int
    switch asked.item.body {
    case .choice(let choice):
      wrong = choice.options.indices.filter { $0 != choice.key }
      leave = 1
    case .matching(let matching):
      let answers = Set(matching.premises.map(\.answer))
      wrong = matching.responses.indices.filter { !answers.contains($0) }
      leave = 0
    case .typed:
      return nil
    }
    let open = wrong.filter { !asked.ruledOut.contains($0) }
    guard open.count > leave, let index = random.element(of: open) else { return nil }
    current?.ruledOut.insert(index)
    return index
  }

  /// Notes that the learner reads the section before answering.
  public mutating func openBook() {
    current?.isOpenBook = true
  }

  /// Leaves the current item unanswered and never asks a fact again in this sitting; the item's other facts come back.
  public mutating func setAside(_ fact: FactID) {
    guard let asked = current else { return }
    setAsideFacts.insert(fact)
    if let other = asked.item.facts.first(where: { !setAsideFacts.contains($0) }) {
      queue.insert(Planned(fact: other, reason: asked.reason), at: 0)
    }
    advance()
  }

  // MARK: What comes next

  /// Puts a fact a few places further on, so that something else is thought of in between.
  private mutating func comeBack(_ planned: Planned) {
    let distance = 3
    queue.insert(planned, at: min(distance, queue.count))
  }

  private mutating func advance() {
    current = nil
    queue.removeAll { setAsideFacts.contains($0.fact) }
    while current == nil, !queue.isEmpty {
      let next = queue.removeFirst()
      guard let item = item(asking: next) else { continue }
      current = Asked(item: item, reason: next.reason, isRepeat: next.isRepeat)
      // What a matching item asks beside is not asked once more, unless the learner wanted that many items.
      queue.removeAll { $0.previous == nil && $0.reason != .chosen && item.facts.contains($0.fact) }
    }
  }

  private mutating func item(asking next: Planned) -> Item? {
    guard let bank = generators.first(where: { $0.contains(next.fact) }) else { return nil }
    if case .confused(let other) = next.reason { return bank.contrast(next.fact, with: other, using: &random) }
    let sealed = bank.sealedForms(of: next.fact)
    for kinds in kinds(for: next, of: bank, except: sealed) {
      if let item = item(asking: next, kinds: kinds, of: bank, except: sealed) { return item }
    }
    return nil
  }

  private mutating func item(
    asking next: Planned, kinds: [Item.Kind], of bank: QuestionGenerator, except sealed: Set<QuestionGenerator.Form>
  ) -> Item? {
    // A matching item draws the facts beside; some draws fit together badly, or meet a fact that was set aside.
    for _ in 0..<(kinds.contains(.matching) ? 40 : 1) {
      let item = bank.item(
        asking: next.fact, kinds: kinds, difficulty: difficulty(for: next.fact), after: next.previous, except: sealed,
        using: &random)
      if let item, item.facts.allSatisfy({ !setAsideFacts.contains($0) && !learner.hasSetAside($0) }) { return item }
    }
    return nil
  }

  /// The kinds to try, one group after another: they climb with what is remembered.
  private func kinds(
    for next: Planned, of bank: QuestionGenerator, except sealed: Set<QuestionGenerator.Form>
  ) -> [[Item.Kind]] {
    // What comes back is asked alone: a matching item would ask five other facts again.
    if next.previous != nil, !kinds.contains(.multipleChoice) { return [[.multipleChoice]] }
    guard kinds.contains(.shortAnswer) else { return [kinds] }
    let recognition = kinds.filter { $0 != .shortAnswer }
    let stage = learner.stage(of: next.fact)
    // Where there is one direction only, typing is the second way that *known* asks for.
    let hasOneDirection = bank.forms(of: next.fact, kinds: [.multipleChoice]).count { !sealed.contains($0) } < 2
    return stage == .known || (stage == .young && hasOneDirection)
      ? [[.shortAnswer], recognition] : [recognition, [.shortAnswer]]
  }

  private func difficulty(for fact: FactID) -> Difficulty {
    switch learner.stage(of: fact) {
    case .new: .easy
    case .learning: .standard
    case .young, .known: .hard
    }
  }
}
