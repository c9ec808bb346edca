/// What is kept about the memory of one fact.
///
/// Days are whole study days since 1970-01-01; a value, so that undo is taking the old one back.
public struct FactMemory: Equatable, Sendable {
  /// The memory state, nil as long as no answer proved anything.
  public private(set) var state: MemoryState?
  /// How many answers there were that proved something.
  public private(set) var reviews: Int
  /// How often it was wrong after having been right.
  public private(set) var lapses: Int
  /// Whether it has been right since it was last wrong.
  public private(set) var isRight: Bool
  /// How near it is to being known.
  public private(set) var progress: KnownProgress

  // 32 bits hold six million years, and differences of them never overflow an Int, whatever a damaged file says.
  private var lastReview: Int32?
  private var due: Int32?

  /// Begins with a fact never asked, or with what was kept from before.
  ///
  /// - Parameters:
  ///   - state: the memory state.
  ///   - lastReviewDay: the day of the last review.
  ///   - dueDay: the day it comes back.
  ///   - reviews: the answers so far; negative counts become 0.
  ///   - lapses: how often it was wrong after having been right; negative counts become 0.
  ///   - isRight: whether it has been right since it was last wrong.
  ///   - progress: how near it is to being known.
  public init(
    state: MemoryState? = nil, lastReviewDay: Int? = nil, dueDay: Int? = nil, reviews: Int = 0, lapses: Int = 0,
    isRight: Bool = false, progress: KnownProgress = KnownProgress()
  ) {
    self.state = state
    self.lastReview = lastReviewDay.map { Int32(clamping: $0) }
    self.due = dueDay.map { Int32(clamping: $0) }
    self.reviews = max(0, reviews)
    self.lapses = max(0, lapses)
    self.isRight = isRight
    self.progress = progress
  }

  /// The day of the last review.
  public var lastReviewDay: Int? { lastReview.map(Int.init) }
  /// The day it comes back.
  public var dueDay: Int? { due.map(Int.init) }

  /// At how many lapses a fact is a leech.
  public static let leechLapses = 8
  /// From which stability on a fact is young and no longer learning, in days.
  public static let youngStability = 7.0

  /// Whether it is forgotten again and again, and should be reworded.
  public var isLeech: Bool { lapses >= Self.leechLapses }

  /// How far learning has come.
  public var stage: Stage {
    guard let state else { return .new }
    if progress.isKnown { return .known }
    return state.stability >= Self.youngStability ? .young : .learning
  }

  /// Whole days since the last review, never negative: a clock that went back counts as the same day.
  public func elapsedDays(on day: Int) -> Int {
    guard let lastReview else { return 0 }
    return max(0, Int(Int32(clamping: day)) - Int(lastReview))
  }

  /// Whether it has been asked and should be asked again.
  public func isDue(on day: Int) -> Bool {
    guard let due, let lastReview else { return false }
    // A last review that lies ahead was made while the clock was wrong, and so its due day says nothing.
    return Int(due) <= day || day < Int(lastReview) - 1
  }

  /// The predicted chance of recall on a day, nil for a fact never asked.
  public func recall(on day: Int, model: FSRS6) -> Double? {
    state.map { model.retrievability(elapsedDays: Double(elapsedDays(on: day)), stability: $0.stability) }
  }
}
