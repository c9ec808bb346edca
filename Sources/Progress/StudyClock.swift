import Glibc

/// The time, as the program sees it: the one clock that everything reads.
public struct StudyClock: Sendable {
  /// The present moment in UTC; may jump when the learner or the network sets the clock.
  public var now: @Sendable () -> Timestamp
  /// By how many seconds the wall clock is ahead of UTC at a moment.
  public var utcOffset: @Sendable (Timestamp) -> Int
  /// The time since some fixed moment; never goes back, so it measures how long an answer took.
  public var monotonicNow: @Sendable () -> Duration
  /// Waits.
  public var sleep: @Sendable (Duration) -> Void

  /// Makes a clock.
  public init(
    now: @escaping @Sendable () -> Timestamp, utcOffset: @escaping @Sendable (Timestamp) -> Int,
    monotonicNow: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) -> Void
  ) {
    self.now = now
    self.utcOffset = utcOffset
    self.monotonicNow = monotonicNow
    self.sleep = sleep
  }

  /// The study day of the present moment.
  public var today: StudyDay { day(at: now()) }

  /// The study day of a moment.
  public func day(at timestamp: Timestamp) -> StudyDay {
    StudyDay(at: timestamp, utcOffset: utcOffset(timestamp))
  }
}

extension StudyClock {
  /// The clock and time zone of this machine.
  public static let live = StudyClock(
    now: {
      let time = SystemClock.time(CLOCK_REALTIME)
      return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    },
    utcOffset: { timestamp in
      var seconds = time_t(timestamp.seconds)
      var fields = tm()
      // Fails only for years that do not fit into 32 bits.
      guard localtime_r(&seconds, &fields) != nil else { return 0 }
      return fields.tm_gmtoff
    },
    monotonicNow: {
      let time = SystemClock.time(CLOCK_MONOTONIC)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    },
    sleep: { duration in
      let (seconds, attoseconds) = duration.components
      var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      _ = nanosleep(&rest, nil)
    })

  /// The machine's clock, or one that stands still at `KPO_NOW`.
  ///
  /// `KPO_NOW` is ISO 8601, such as `2026-11-23T10:00:00Z` or `2026-11-23T11:00:00+01:00`; a written offset also sets the time
  /// zone, `Z` leaves the machine's zone. An empty value counts as none.
  /// - Throws: ``ProgressError/invalidNow(_:)`` if it is not such a time.
  public static func live(environment: [String: String]) throws(ProgressError) -> StudyClock {
    var clock = StudyClock.live
    guard let text = environment["KPO_NOW"], !text.isEmpty else { return clock }
    guard let (fixed, offset) = Timestamp.withOffset(text) else { throw .invalidNow(text) }
    clock.now = { fixed }
    if let offset { clock.utcOffset = { _ in offset } }
    return clock
  }
}

private enum SystemClock {
  /// These clocks exist on every Linux, so reading them cannot fail.
  static func time(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }
}
