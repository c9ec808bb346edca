import MemoryModel
import StrictJSON
import TestSupport
import Testing

@testable import Progress

/// What the learner decides, in the history and in the snapshot.
@Suite struct SettingsTests {
  private static func set(_ key: String, _ value: String?) -> Event {
    .setting(SettingChange(key: key, value: value))
  }

  @Test func theUsualValuesAreAllowedAndKeptAsTheyAre() {
    for setting in Setting.allCases {
      #expect(setting.checked(setting.usual) == setting.usual)
      #expect(Settings()[setting] == setting.usual)
    }
    let usual = Settings()
    #expect((usual.keys, usual.questions, usual.newFacts) == (.line, 20, 8))
    #expect(usual.retention == FactMemory.Schedule().desiredRetention)
  }

  @Test(
    arguments: [
      (.keys, "single", "single"), (.keys, "Single", nil), (.questions, "1", "1"), (.questions, "+7", "7"),
      (.questions, "500", "500"), (.questions, "0", nil), (.questions, "501", nil), (.questions, "1.5", nil),
      (.newFacts, "0", "0"), (.newFacts, "-1", nil), (.newFacts, "501", nil), (.retention, ".95", "0.95"),
      (.retention, "0.70", "0.7"), (.retention, "0.97", "0.97"), (.retention, "0.971", nil), (.retention, "0.69", nil),
      (.retention, "nan", nil), (.retention, "90 %", nil), (.retention, "", nil),
    ] as [(Setting, String, String?)])
  func valuesAreChecked(_ setting: Setting, _ typed: String, _ kept: String?) {
    #expect(setting.checked(typed) == kept)
    var settings = Settings()
    settings.apply(SettingChange(key: setting.rawValue, value: typed))
    // Whatever stands in a history, what holds is allowed.
    #expect(settings[setting] == kept ?? setting.usual)
  }

  @Test(arguments: [("8", #","value":"8""#), (nil, "")] as [(String?, String)])
  func linesAreAsDocumentedAndComeBack(_ value: String?, _ member: String) throws {
    let recorded = RecordedEvent(
      sequence: 1, id: "0", at: Timestamp(seconds: 0), utcOffset: 0, day: StudyDay(daysSince1970: 0),
      event: Self.set("questions", value))
    #expect(
      String(decoding: recorded.line, as: UTF8.self).contains(#","event":"setting","key":"questions"\#(member),"sum":"#)
    )
    #expect(try RecordedEvent(line: recorded.line.dropLast()) == recorded)
  }

  @Test func theyAreInTheSnapshotAlsoThoseOfANewerVersion() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append([Self.set("questions", "30"), Self.set("future", "x"), Self.set("new-facts", "3")])
    try store.append([Self.set("new-facts", nil)])
    #expect((store.scores.settings.questions, store.scores.settings.newFacts) == (30, 8))
    try store.saveSnapshot()
    store.close()
    let bytes = try #require(disk.contents(StoreTests.snapshot))
    let value = try JSONValue(parsing: bytes)
    #expect(value["settings"] == ["future": "x", "questions": "30"])
    #expect(value["through"]?["settings"] == value["through"]?["sequence"])
    #expect(try Snapshot(bytes).scores == store.scores)
    #expect(
      Scores.replay(HistoryScan(try #require(disk.contents(StoreTests.history)), after: 0).events) == store.scores)

    // A program that does not know settings counts on and leaves them behind; one from before has none.
    for through in [["through", "settings"], []] {
      var old = ScoresTests.replacing(through[...], in: value, with: 1)
      if through.isEmpty { old = .object(try #require(value.objectValue).without(["settings"])) }
      var counted = try #require(old["through"]?.objectValue)
      if through.isEmpty { counted = counted.without(["settings"]) }
      old = ScoresTests.replacing(["through"], in: old, with: .object(counted))
      disk.put(StoreTests.snapshot, sealedSnapshot(old))
      let again = try StoreTests.reopen(disk)
      #expect(again.scores == store.scores)
      #expect(again.notices.isEmpty)
      again.close()
    }
    let bad = ScoresTests.replacing(["settings"], in: value, with: ["questions": 30])
    let fault = #expect(throws: SnapshotFault.self) { try Snapshot(sealedSnapshot(bad)) }
    #expect(fault?.text == "\"settings/questions\" is not a text")
  }

  /// The due days of facts answered right, some before and some after the retention was changed.
  private static func dueDays(_ retention: String?, before: Int) throws -> [Int?] {
    let reviews = (0..<12).map { Event.review(.sample($0, right: true)) }
    let change = retention.map { [set("retention", $0)] } ?? []
    let events = reviews[..<before] + change + reviews[before...]
    let scores = Scores.replay(
      events.enumerated().map { index, event in
        RecordedEvent(
          sequence: index + 1, id: EventID("e\(index)"), at: Timestamp(seconds: 1_763_800_000), utcOffset: 0,
          day: StudyDay(daysSince1970: 20_414), event: event)
      })
    return (0..<12).map { scores.facts[Review.FactID("f\($0)")]?.memory.dueDay }
  }

  @Test func retentionMovesOnlyWhatIsAnsweredLater() throws {
    let usual = try Self.dueDays(nil, before: 0)
    #expect(try Self.dueDays("0.9", before: 5) == usual)
    for before in [0, 5, 12] {
      let (sooner, later) = try (Self.dueDays("0.97", before: before), Self.dueDays("0.7", before: before))
      #expect(sooner[..<before] == usual[..<before] && later[..<before] == usual[..<before])
      for fact in before..<12 {
        let days = try [sooner[fact], usual[fact], later[fact]].map { try #require($0) }
        #expect(days[0] <= days[1] && days[1] < days[2], "\(days)")
      }
    }
    // A value that is not allowed changes nothing.
    #expect(try Self.dueDays("0.1", before: 0) == usual)
  }

  @Test func anAnonymousHistoryHasOnlySettingsThatAreKnown() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append([
      Self.set("questions", "30"), Self.set("name", "Ada"), Self.set("questions", "Ada"), Self.set("questions", nil),
    ])
    store.close()
    let history = HistoryReading(try #require(disk.contents(StoreTests.history))).history
    let anonymous = AnonymousHistory(history)
    #expect(anonymous.leftOut == 2)
    #expect(
      HistoryScan(anonymous.history.bytes(), after: 0).events.map(\.event)
        == [Self.set("questions", "30"), Self.set("questions", nil)])
  }
}
