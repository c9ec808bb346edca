import Testing

@testable import Study

@Suite struct ExamClockTests {
  static let points: [(minutes: Double, left: [Double])] = [
    (60, [30, 10, 5, 1]), (20, [10, 5, 1]), (12, [10, 6, 5, 1]), (8, [5, 4, 1]), (2, [1]), (1, [0.5]), (0.5, [0.25]),
  ]

  @Test("The time is told at half of it and at 10, 5 and 1 minutes left, each once", arguments: points)
  func announcements(_ minutes: Double, _ left: [Double]) {
    let clock = ExamClock(seconds: Int(minutes * 60))
    #expect(clock.announcements == left.map { Int($0 * 60_000) })
    // Walking through them meets each once, in order.
    var elapsed = 0
    var met: [Int] = []
    while let next = clock.nextAnnouncement(after: elapsed), met.count < 10 {
      #expect(next > elapsed)
      elapsed = next
      met.append(Int(minutes * 60_000) - next)
    }
    #expect(met == clock.announcements)
  }

  @Test func theTimeLeftEndsAtZero() {
    let clock = ExamClock(seconds: 90)
    #expect(clock.timeLeft(elapsed: 0) == 90_000)
    #expect(clock.timeLeft(elapsed: 89_999) == 1)
    #expect(clock.timeLeft(elapsed: 90_000) == 0)
    #expect(clock.timeLeft(elapsed: 91_000) == 0)
    #expect(clock.nextAnnouncement(after: 80_000) == nil)
  }

  @Test func withoutALimitThereIsNothingToTell() {
    let clock = ExamClock(seconds: nil)
    #expect(clock.timeLeft(elapsed: 1) == nil && clock.announcements == [] && clock.nextAnnouncement(after: 0) == nil)
  }
}
