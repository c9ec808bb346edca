@testable import Progress
import TestSupport
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (1_795_428_000_123_999, "2026-11-23T10:00:00.123Z"),
    (951_782_400_000_000, "2000-02-29T00:00:00.000Z"), (-62_135_596_800_000_000, "0001-01-01T00:00:00.000Z"),
  ]) func printsMilliseconds(_ microseconds: Int64, _ text: String) throws {
    #expect("\(Timestamp(microseconds: microseconds))" == text)
    let read = try #require(Timestamp(text))
    #expect(read == Timestamp(microseconds: microseconds).cutToMilliseconds)
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00.000Z"), ("2026-11-23T10:00:00.1Z", "2026-11-23T10:00:00.100Z"),
    ("2026-11-23T10:00:00.123456Z", "2026-11-23T10:00:00.123Z"),
    ("2026-11-23T00:30:00+01:00", "2026-11-22T23:30:00.000Z"),
    ("2026-11-23T10:00:00-09:30", "2026-11-23T19:30:00.000Z"),
  ]) func reads(_ text: String, _ printed: String) { #expect(Timestamp(text)?.description == printed) }

  @Test(arguments: [
    "", "now", "2026-11-23", "2026-11-23T10:00:00", "2026-11-23 10:00:00Z", "2026-02-30T10:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T10:60:00Z", "2026-11-23T10:00:00.Z", "2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00+1:00",
    "2026-11-23T10:00:00ZZ", "２026-11-23T10:00:00Z", "2026-11-23T10:00:00+01:00:00",
  ]) func refuses(_ text: String) { #expect(Timestamp(text) == nil) }

  @Test func everyDayOf400YearsComesBack() throws {
    var previous = try #require(StudyDay("1999-12-31"))
    for number in previous.daysSince1970 + 1...previous.daysSince1970 + 146_097 {
      let day = StudyDay(daysSince1970: number)
      let (year, month, date) = day.fields
      #expect(StudyDay(year: year, month: month, day: date) == day)
      let (lastYear, lastMonth, lastDate) = previous.fields
      let follows =
        (year, month, date) == (lastYear, lastMonth, lastDate + 1)
        || (date == 1 && (year, month) == (lastYear, lastMonth + 1))
        || (month == 1 && date == 1 && year == lastYear + 1)
      #expect(follows)
      previous = day
    }
    #expect("\(previous)" == "2399-12-31")
  }

  @Test func leapDays() {
    #expect(StudyDay("2024-02-29")?.adding(days: 1).description == "2024-03-01")
    #expect(StudyDay("2023-02-29") == nil)
    #expect(StudyDay("1900-02-29") == nil)
    #expect(StudyDay("2000-02-29") != nil)
    #expect(StudyDay("2026-04-31") == nil)
    #expect(StudyDay("2026-1-01") == nil)
  }

  @Test func countsDays() throws {
    let day = try #require(StudyDay("2026-11-23"))
    #expect(day.days(until: try #require(StudyDay("2027-03-01"))) == 98)
    #expect(try #require(StudyDay("2027-03-01")).days(until: day) == -98)
    #expect(day.adding(days: 98).description == "2027-03-01")
  }

  static let berlin: @Sendable (Timestamp) -> Int = { moment in
    // Summer time of 2026: March 29 to October 25, 01:00 UTC each.
    (Timestamp(seconds: 1_774_746_000)..<Timestamp(seconds: 1_792_890_000)).contains(moment) ? 7200 : 3600
  }

  @Test(arguments: [
    ("2026-11-23T02:59:59Z", "2026-11-22"), ("2026-11-23T03:00:00Z", "2026-11-23"),
    // Clocks went from 02:00 to 03:00; at 04:30 by the wall clock, four hours before was still the day before by UTC arithmetic.
    ("2026-03-29T00:59:00Z", "2026-03-28"), ("2026-03-29T01:30:00Z", "2026-03-28"),
    ("2026-03-29T02:00:00Z", "2026-03-29"),
    ("2026-03-29T02:30:00Z", "2026-03-29"),
    // Clocks went from 03:00 back to 02:00.
    ("2026-10-25T00:30:00Z", "2026-10-24"), ("2026-10-25T01:30:00Z", "2026-10-24"),
    ("2026-10-25T02:59:59Z", "2026-10-24"),
    ("2026-10-25T03:00:00Z", "2026-10-25"),
  ]) func daysInBerlin(_ moment: String, _ day: String) throws {
    var clock = try TestClock().clock
    clock.utcOffset = Self.berlin
    #expect("\(clock.day(at: try #require(Timestamp(moment))))" == day)
  }

  @Test(arguments: [
    // Apia went from UTC-10 to UTC+14 at the end of 2011-12-29 and had no December 30.
    ("2011-12-29T14:00:00Z", "2011-12-29"), ("2011-12-30T09:59:59Z", "2011-12-29"),
    ("2011-12-30T10:00:00Z", "2011-12-30"),
    ("2011-12-30T13:59:59Z", "2011-12-30"), ("2011-12-30T14:00:00Z", "2011-12-31"),
  ]) func daysInApia(_ moment: String, _ day: String) throws {
    var clock = try TestClock().clock
    clock.utcOffset = { $0 < Timestamp(seconds: 1_325_239_200) ? -36_000 : 50_400 }
    #expect("\(clock.day(at: try #require(Timestamp(moment))))" == day)
  }

  @Test func kpoNowStopsTheClock() throws {
    let clock = try StudyClock.live(environment: ["KPO_NOW": "2026-11-23T03:30:00+01:00"])
    #expect("\(clock.now())" == "2026-11-23T02:30:00.000Z")
    #expect(clock.utcOffset(clock.now()) == 3600)
    #expect("\(clock.today)" == "2026-11-22")
    #expect(throws: ProgressError.invalidNow("noon")) { try StudyClock.live(environment: ["KPO_NOW": "noon"]) }
    let running = try StudyClock.live(environment: ["KPO_NOW": ""])
    #expect(running.now() > Timestamp(seconds: 1_600_000_000))
    #expect(running.monotonicNow() <= running.monotonicNow())
  }
}

@Suite struct DataFolderTests {
  @Test(
    arguments: [
      ("/a", ["KPO_DATA": "/b"], "/a"), (nil, ["KPO_DATA": "b", "XDG_DATA_HOME": "/c"], "b"),
      (nil, ["XDG_DATA_HOME": "/c", "HOME": "/h"], "/c/kpo"),
      (nil, ["XDG_DATA_HOME": "c", "HOME": "/h"], "/h/.local/share/kpo"),
      (nil, ["KPO_DATA": "", "XDG_DATA_HOME": "", "HOME": "/h/"], "/h/.local/share/kpo"),
    ] as [(String?, [String: String], String)])
  func finds(_ option: String?, _ environment: [String: String], _ path: String) throws {
    #expect(try DataFolder(option: option, environment: environment).path == path)
  }

  @Test func anEmptyOptionFallsOnNoOtherFolder() {
    #expect(throws: ProgressError.emptyDataFolder) { try DataFolder(option: "", environment: ["HOME": "/h"]) }
  }

  @Test func saysThatThereIsNone() {
    #expect(throws: ProgressError.noDataFolder) { try DataFolder(option: nil, environment: ["HOME": "here"]) }
  }

  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/", "a", "b"), ("/", "/", ""), (".", "/", "."),
  ]) func splitsPaths(_ path: String, _ folder: String, _ name: String) {
    #expect(splitPath(path).folder == folder)
    #expect(splitPath(path).name == name)
  }
}
