/// The time of a mock exam; how much of it has gone is told from outside, in milliseconds.
struct ExamClock: Sendable, Equatable {
  /// The time for the whole exam in milliseconds; nil for no limit.
  let limit: Int?

  /// A clock with a limit in seconds, nil for none.
  init(seconds: Int?) {
    limit = seconds.map { max(0, $0) * 1000 }
  }

  /// The milliseconds that are left, at least 0; nil without a limit.
  func timeLeft(elapsed: Int) -> Int? { limit.map { max(0, $0 - elapsed) } }

  /// The milliseconds left at which the time is told, the longest first: half of it, then 10, 5 and 1 minutes.
  var announcements: [Int] {
    guard let limit else { return [] }
    return Set([limit / 2, 600_000, 300_000, 60_000].filter { $0 > 0 && $0 < limit }).sorted(by: >)
  }

  /// When the time left is told next after so many milliseconds; nil if no more.
  func nextAnnouncement(after elapsed: Int) -> Int? {
    guard let limit else { return nil }
    return announcements.map { limit - $0 }.first { $0 > elapsed }
  }
}
