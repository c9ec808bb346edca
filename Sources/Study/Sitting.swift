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
    /// The fact that was to be asked; the item may ask others beside.
    public internal(set) var planned: FactID?
    /// The options, or responses, that hints have ruled out.
    public internal(set) var ruledOut: Set<Int> = []
    /// Whether a hint has told how many options are right.
    public internal(set) var knowsCount = false
    /// Whether the learner has read the notes, so that the answer proves nothing.
    public internal(set) var isOpenBook = false
    /// Whether a typed answer was nearly right, so that it is typed again.
    public internal(set) var hasSlipped = false
  }

  /// What a hint tells.
  public enum Hint: Sendable, Equatable {
    /// The option, or response, with this index is wrong.
    case ruledOut(Int)
    /// So many options are right.
    case rightOptions(Int)
  }

  /// The item to be answered now, or nil at the end.
  public private(set) var current: Asked?
  /// The answers so far, in order.
  public private(set) var answers: [MarkedAnswer] = []
  /// How many items were answered, repeats included.
  public private(set) var answeredItems = 0

  private let generators: [QuestionGenerator]
  private let learner: Learner
  private let ladder: KindLadder
  private let asksUntilRight: Bool
  private var queue: [Planned]
  private var random: SeededRandom
  /// The facts that were answered wrong and came back, or will: once is enough.
  private var missed: Set<FactID> = []
  /// The facts that came back, or will, because the notes were open.
  private var readBefore: Set<FactID> = []
  /// The facts that were set aside in this sitting.
  private var setAsideFacts: Set<FactID> = []
  /// The facts of the items so far.
  private var askedFacts: Set<FactID> = []

  /// Begins a sitting that asks the planned facts in order.
  ///
  /// - Parameters:
  ///   - generators: one for each bank.
  ///   - learner: what was answered before; harder kinds and distractors come for what is remembered well.
  ///   - kinds: the kinds of item that may be asked; which of them a fact gets climbs with what is remembered of it.
  ///   - asksUntilRight: whether a missed fact comes back as often as it is missed, and not once only; no fact is typed then
  ///     that can be asked with options.
  ///   - seed: the seed of every drawn choice.
  public init(
    asking plan: [PlannedFact], of generators: [QuestionGenerator], learner: Learner, kinds: [Item.Kind],
    untilRight asksUntilRight: Bool = false, seed: UInt64
  ) {
    self.generators = generators
    self.learner = learner
    self.asksUntilRight = asksUntilRight
    ladder = KindLadder(kinds: kinds)
    queue = plan.map { Planned(fact: $0.fact, reason: $0.reason) }
    random = SeededRandom(seed: seed)
    advance()
  }

  /// How many items are still to be asked, the current one included.
  public var remaining: Int {
    queue.count + (current == nil ? 0 : 1)
  }

  /// Marks an answer to the current item and goes on to the next; a response of another kind of item counts as open.
  ///
  /// - Parameter isCorrected: whether the learner says that a typed answer is right whatever the rules make of it.
  public mutating func answer(_ response: Response, isCorrected: Bool = false) -> MarkedItem? {
    guard let asked = current else { return nil }
    let marked = MarkedItem(asked, response: response, learner: learner, isCorrected: isCorrected)
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

  /// The same sitting with what was done with the current item in another, if it is the same item.
  public func keepingWhatWasDone(in other: Sitting) -> Sitting {
    guard let asked = other.current, asked.item == current?.item else { return self }
    var sitting = self
    sitting.current = asked
    return sitting
  }

  /// Notes that a typed answer is nearly right; false if that was said before, and the answer is to be marked.
  public mutating func slip() -> Bool {
    guard current?.hasSlipped == false else { return false }
    current?.hasSlipped = true
    return true
  }

  /// Rules out one wrong option more, or tells how many options are right; nil if there is nothing left to tell.
  public mutating func hint() -> Hint? {
    guard let asked = current else { return nil }
    let wrong: [Int]
    let leave: Int
    switch asked.item.body {
    case .choice(let choice):
      wrong = choice.options.indices.filter { $0 != choice.key }
      leave = 1
    case .selection(let selection):
      guard !asked.knowsCount else { return nil }
      current?.knowsCount = true
      return .rightOptions(selection.options.count(where: \.isRight))
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
    return .ruledOut(index)
  }

  /// Notes that the learner reads the section before answering.
  public mutating func openBook() {
    current?.isOpenBook = true
  }

  /// Leaves the current item unanswered and never asks a fact again in this sitting; the item's other facts come back.
  public mutating func setAside(_ fact: FactID) {
    guard let asked = current else { return }
    setAsideFacts.insert(fact)
    let others = asked.item.facts.filter { !setAsideFacts.contains($0) }
    askedFacts.subtract(others)
    queue.insert(contentsOf: others.map { Planned(fact: $0, reason: asked.reason) }, at: 0)
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
      current = Asked(item: item, reason: next.reason, isRepeat: next.isRepeat, planned: next.fact)
      askedFacts.formUnion(item.facts)
      // What an item asks beside is not asked once more, unless the learner wanted that many items.
      queue.removeAll { planned in
        item.facts.contains(planned.fact) && planned.isRepeat == next.isRepeat
          && (planned.isRepeat || planned.previous == nil && planned.reason != .chosen)
      }
    }
  }

  private mutating func item(asking next: Planned) -> Item? {
    guard let bank = generators.first(where: { $0.contains(next.fact) }) else { return nil }
    if case .confused(let other) = next.reason { return bank.contrast(next.fact, with: other, using: &random) }
    let sealed = bank.sealedForms(of: next.fact)
    let groups = kinds(for: next, of: bank, except: sealed)
    for company in Company.allCases {
      for kinds in groups {
        if let item = item(asking: next, beside: company, kinds: kinds, of: bank, except: sealed) { return item }
      }
    }
    return nil
  }

  private mutating func item(
    asking next: Planned, beside company: Company, kinds: [Item.Kind], of bank: QuestionGenerator,
    except sealed: Set<QuestionGenerator.Form>
  ) -> Item? {
    let planned = Set(queue.map(\.fact))
    let sitting = self
    let difficulty = difficulty(for: next.fact)
    let preferences = learner.preferences(for: next.fact)
    // An item of several facts draws those beside; some draws fit together badly.
    for _ in 0..<(kinds.contains(where: \.asksSeveralFacts) ? 10 : 1) {
      let item = bank.item(
        asking: next.fact, kinds: kinds, difficulty: difficulty, preferences: preferences, after: next.previous,
        except: sealed,
        without: { !sitting.isWelcome($0, as: company, beside: next, planned) }, using: &random)
      if let item { return item }
    }
    return nil
  }

  /// What an item may ask beside the planned fact; a wider circle only if the fact cannot be asked otherwise.
  private enum Company: CaseIterable {
    /// What is planned too, or was asked on earlier days: a quiz begins no more new facts than it means to.
    case planned
    /// What was not asked in this sitting.
    case unasked
    case anything
  }

  /// Whether an item may ask a fact beside the planned one.
  private func isWelcome(_ fact: FactID, as company: Company, beside next: Planned, _ planned: Set<FactID>) -> Bool {
    if setAsideFacts.contains(fact) || learner.hasSetAside(fact) { return false }
    switch next.reason {
    case .chosen: return true
    // What comes back comes alone.
    case .wrongBefore, .readBefore: return false
    case .new, .due, .missed, .confused, .exam: break
    }
    switch company {
    case .planned: return !askedFacts.contains(fact) && (planned.contains(fact) || learner.stage(of: fact) != .new)
    case .unasked: return !askedFacts.contains(fact)
    case .anything: return true
    }
  }

  /// The kinds to try, one group after another.
  private mutating func kinds(
    for next: Planned, of bank: QuestionGenerator, except sealed: Set<QuestionGenerator.Form>
  ) -> [[Item.Kind]] {
    let rung = rung(for: next.fact, of: bank, except: sealed)
    return next.previous == nil
      ? ladder.groups(on: rung, using: &random) : ladder.groupsForOne(on: rung, using: &random)
  }

  private func rung(
    for fact: FactID, of bank: QuestionGenerator, except sealed: Set<QuestionGenerator.Form>
  ) -> KindLadder.Rung {
    if asksUntilRight { return .beginning }
    switch learner.stage(of: fact) {
    case .new: return .beginning
    case .learning: return .middle
    case .young:
      // Where there is one direction only, typing is the second way that *known* asks for.
      let directions = bank.forms(of: fact, kinds: [.multipleChoice]).count { !sealed.contains($0) }
      return directions < 2 ? .top : .middle
    case .known: return .top
    }
  }

  private func difficulty(for fact: FactID) -> Difficulty {
    switch learner.stage(of: fact) {
    case .new, .learning: .easy
    case .young: .standard
    case .known: .hard
    }
  }
}
