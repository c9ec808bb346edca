/// Runs of study days without a gap.
public struct StudyStreaks: Equatable, Sendable {
  /// The days up to today in a row; if today has no answer yet, those up to yesterday.
  public let current: Int
  /// The most days in a row.
  public let longest: Int

  /// Counts the runs in a set of days; days after today, of a clock that was wrong, are part of no current run.
  public init(of days: some Sequence<StudyDay>, today: StudyDay) {
    let days = Set(days)
    var current = 0
    var day = days.contains(today) ? today : today.adding(days: -1)
    while days.contains(day) {
      current += 1
      day = day.adding(days: -1)
    }
    var longest = 0
    var run = 0
    var last: StudyDay?
    for day in days.sorted() {
      run = last?.adding(days: 1) == day ? run + 1 : 1
      longest = max(longest, run)
      last = day
    }
    self.current = current
    self.longest = longest
  }
}
