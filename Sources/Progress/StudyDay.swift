/// The calendar day that study counts by; it begins at 04:00 by the learner's wall clock.
///
/// Days are those of the Gregorian calendar, also before it was in use. Arithmetic is in whole days and knows no time zone.
public struct StudyDay: Hashable, Comparable, Sendable {
  /// Days from 1970-01-01 to this one; negative before it.
  public let daysSince1970: Int

  /// Makes a day from its distance to 1970-01-01.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// Makes a day of the calendar, or nil for one that does not exist, such as February 30.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Years are counted from March, so that the leap day is the last of its year; 400 of them have 146,097 days.
    let marchYear = month > 2 ? year : year - 1
    let era = floorDivide(marchYear, by: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
    guard fields == (year, month, day) else { return nil }
  }

  /// The study day of a moment: the date of the wall clock, or the day before if that shows less than 04:00.
  ///
  /// The wall clock's hour decides, not the moment four hours before: on the morning clocks go forward these differ.
  /// - Parameters:
  ///   - timestamp: the moment in UTC.
  ///   - utcOffset: seconds by which the wall clock is ahead of UTC at that moment.
  public init(at timestamp: Timestamp, utcOffset: Int) {
    let wallClock = timestamp.seconds + utcOffset
    let date = floorDivide(wallClock, by: 86_400)
    let hour = (wallClock - date * 86_400) / 3600
    daysSince1970 = hour < 4 ? date - 1 : date
  }

  /// Year, month (1...12) and day (1...31).
  public var fields: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = floorDivide(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day a number of days later, or earlier if negative.
  public func adding(days: Int) -> StudyDay { StudyDay(daysSince1970: daysSince1970 + days) }

  /// How many days later another day is; negative if it is earlier.
  public func days(until other: StudyDay) -> Int { other.daysSince1970 - daysSince1970 }

  /// Orders by time.
  public static func < (left: StudyDay, right: StudyDay) -> Bool { left.daysSince1970 < right.daysSince1970 }
}

extension StudyDay: CustomStringConvertible {
  /// The day as `2026-11-23`.
  public var description: String {
    let (year, month, day) = fields
    return "\(padded(year, digits: 4))-\(padded(month, digits: 2))-\(padded(day, digits: 2))"
  }

  /// Reads `2026-11-23`; nil if the text is anything else or no such day exists.
  public init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  init?(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = Timestamp.number(bytes[start..<start + 4]), let month = Timestamp.number(bytes[start + 5..<start + 7]),
      let day = Timestamp.number(bytes[start + 8..<start + 10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
