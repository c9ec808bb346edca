import TestSupport
import Testing

@testable import Progress

/// Study days in a row, and the words of the calendar.
@Suite struct StudyStreaksTests {
  private func streaks(_ days: [Int], today: Int) -> [Int] {
    let streaks = StudyStreaks(
      of: days.map { StudyDay(daysSince1970: $0) }, today: StudyDay(daysSince1970: today))
    return [streaks.current, streaks.longest]
  }

  @Test(
    arguments: [
      ([], 5, [0, 0]), ([5], 5, [1, 1]), ([4], 5, [1, 1]), ([3], 5, [0, 1]), ([3, 4, 5], 5, [3, 3]),
      ([1, 2, 3, 5], 5, [1, 3]), ([5, 4, 1, 2, 3, 4], 6, [5, 5]),
      // A clock that was wrong.
      ([6, 7, 8], 5, [0, 3]), ([5, 6], 5, [1, 2]), ([-1, 0, 1], 1, [3, 3]),
    ] as [([Int], Int, [Int])])
  func daysInARow(days: [Int], today: Int, expected: [Int]) { #expect(streaks(days, today: today) == expected) }

  @Test func asCountedDayByDay() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let studied = (0..<40).map { _ in Int.random(in: 0..<4, using: &numbers) > 0 }
      var longest = 0
      for start in 0..<40 {
        for end in start..<40 where studied[start...end].allSatisfy(\.self) { longest = max(longest, end - start + 1) }
      }
      let open = studied.last == true ? studied : Array(studied.dropLast())
      let current = open.reversed().prefix(while: \.self).count
      let days = studied.indices.filter { studied[$0] }.shuffled(using: &numbers)
      #expect(streaks(days, today: 39) == [current, longest], "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("1970-01-01", 3, "January 1970"), ("2026-11-23", 0, "November 2026"), ("1969-12-28", 6, "December 1969"),
    ("2000-02-29", 1, "February 2000"),
  ])
  func weekdaysAndMonths(day: String, weekday: Int, month: String) throws {
    let day = try #require(StudyDay(day))
    #expect(day.weekday == weekday && day.monthName == month)
  }
}
