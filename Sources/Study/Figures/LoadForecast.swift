public import ContentModel
import MemoryModel
import Progress

/// How many facts come back on each of the next days, as the schedule stands now.
///
/// Answers given meanwhile and new facts are not in it. Facts set aside do not come back.
public struct LoadForecast: Equatable, Sendable {
  /// The facts due on each day; today is the first and has what is overdue, too.
  public let days: [Int]
  /// How many of today's were due before today.
  public let overdue: Int
  /// How many facts come back after these days.
  public let later: Int

  /// Counts the facts that come back.
  ///
  /// - Parameter days: how many days to look at; less than 1 counts as 1.
  public init(of facts: [FactID], learner: Learner, days: Int) {
    var counts = Array(repeating: 0, count: max(1, days))
    var (overdue, later) = (0, 0)
    let today = learner.today.daysSince1970
    for fact in facts where !learner.hasSetAside(fact) {
      guard let due = learner.score(of: fact)?.memory.dueDay else { continue }
      if learner.isDue(fact), due < today { overdue += 1 }
      // What was due before comes back today, also in a snapshot changed by hand that has no review for it.
      let ahead = max(0, due - today)
      if ahead < counts.count { counts[ahead] += 1 } else { later += 1 }
    }
    self.days = counts
    self.overdue = overdue
    self.later = later
  }

  /// How many facts come back on the first so many days.
  public func total(ofFirst days: Int) -> Int { self.days.prefix(days).reduce(0, +) }
}
