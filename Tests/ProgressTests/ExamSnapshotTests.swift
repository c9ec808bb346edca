import StrictJSON
import TestSupport
import Testing

@testable import Progress

/// Plans and mocks in `progress.json`, also where a program was at work that does not know them.
@Suite struct ExamSnapshotTests {
  /// A disk with the sample exams and their snapshot.
  private static func sample() throws -> (disk: FaultyFileSystem, scores: Scores, value: JSONValue) {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append(sampleExams)
    try store.saveSnapshot()
    store.close()
    return (disk, store.scores, try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot))))
  }

  @Test func snapshotsComeBack() throws {
    let (disk, scores, value) = try Self.sample()
    let snapshot = try Snapshot(try #require(disk.contents(StoreTests.snapshot)))
    #expect(snapshot.scores == scores && snapshot.through.coversAll)
    #expect(scores.examPlans.count == 2 && scores.mocks.count == 1)
    #expect(scores.openMock?.questions[1]?.responses == ["a", "c"])
    #expect(value["through"]?["exams"] == value["through"]?["sequence"])
    #expect(value["openMock"]?["reviewed"] == [["i1", "m1"], ["i2", "m2", "m3"]])
    // With the scores of the snapshot alone a mock goes on.
    try disk.fileSystem.remove(StoreTests.history, .regular)
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores)
    try store.append(Review.mock(3, sitting: "x2") + [.mockHandedIn(.sample("x2"))])
    store.close()
    let again = try StoreTests.reopen(disk)
    #expect(again.scores.mocks.map(\.result.sitting) == ["x1", "x2"] && again.scores.openMock == nil)
    #expect(again.notices.isEmpty)
  }

  @Test func unknownKeysSurviveNewEventsAndARecount() throws {
    let (disk, scores, value) = try Self.sample()
    let changed = ScoresTests.withUnknownKeys(value, depth: 0)
    func count(_ key: String) throws -> Int {
      let member = try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot)))[key]
      return (member?.text() ?? "").split(separator: "future").count - 1
    }
    for through in [nil, "offset", "exams"] {
      disk.put(
        StoreTests.snapshot,
        sealedSnapshot(through.map { ScoresTests.replacing(["through", $0][...], in: changed, with: 3) } ?? changed))
      let store = try StoreTests.reopen(disk)
      #expect(store.scores.withoutUnknown.mocks == scores.mocks)
      try store.append([.examPlanned(.sample("e1", minutes: 99)), .examDropped("e9")])
      try store.saveSnapshot()
      store.close()
      // Two plans; a mock; the open one with two questions.
      #expect(try (count("exams"), count("mocks"), count("openMock")) == (2, 1, 3))
      #expect(store.scores.withoutUnknown.examPlans == [.sample("e1", minutes: 99), .sample("e2")])
    }
  }

  @Test func aSnapshotOfBeforeThereWereExamsIsCountedAnew() throws {
    let (disk, scores, value) = try Self.sample()
    var old = try #require(value.objectValue).without(["exams", "openMock", "mocks"])
    old["through"] = .object(try #require(old["through"]?.objectValue).without(["exams"]))
    let snapshot = try Snapshot(sealedSnapshot(.object(old)))
    #expect(snapshot.scores.examPlans.isEmpty && snapshot.scores.mocks.isEmpty && snapshot.scores.openMock == nil)
    disk.put(StoreTests.snapshot, sealedSnapshot(.object(old)))
    try Self.expectScores(scores, on: disk)
  }

  @Test func whatAnOlderProgramLeftBehindIsCountedAnew() throws {
    // The older one keeps the members it does not know, and counts on to the end of the history.
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append(Array(sampleExams[..<6]))
    try store.saveSnapshot()
    let before = try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot)))
    try store.append(Array(sampleExams[6...]))
    try store.saveSnapshot()
    store.close()
    var after = try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot)))
    after = ScoresTests.replacing(["through", "exams"], in: after, with: 6)
    for key in Scores.examKeys {
      after = ScoresTests.replacing([key], in: after, with: try #require(before[key]))
    }
    disk.put(StoreTests.snapshot, sealedSnapshot(after))
    #expect(try Snapshot(sealedSnapshot(after)).scores != store.scores)
    try Self.expectScores(store.scores, on: disk)
  }

  /// Expects that a program finds these scores, says nothing of it, and that the next one reads them from the snapshot.
  private static func expectScores(_ scores: Scores, on disk: FaultyFileSystem) throws {
    let folder = DataFolder(path: "/data")
    let check = try ProgressCheck(folder, fileSystem: disk.fileSystem)
    #expect(check.findings == [.init(.snapshotOlder, path: StoreTests.snapshot)] && !check.foundDamage)
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores)
    #expect(store.notices.isEmpty)
    try store.append([.review(.sample(7, right: true))])
    try store.saveSnapshot()
    store.close()
    let snapshot = try Snapshot(try #require(disk.contents(StoreTests.snapshot)))
    #expect(snapshot.through.coversAll && snapshot.scores == store.scores)
    #expect(try ProgressCheck(folder, fileSystem: disk.fileSystem).findings.isEmpty)
  }

  @Test func aDamagedHistoryLeavesTheSnapshotWithWhatItCounts() throws {
    let (disk, scores, value) = try Self.sample()
    disk.put(
      StoreTests.snapshot, sealedSnapshot(ScoresTests.replacing(["through", "exams"], in: value, with: 3)))
    var bytes = try #require(disk.contents(StoreTests.history))
    bytes[20] ^= 1
    disk.put(StoreTests.history, bytes)
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores)
    #expect(store.notices.isEmpty)
  }

  @Test(
    arguments: [
      (["through", "exams"], 99, "\"through/exams\" is not at most \"sequence\""),
      (["through", "exams"], -1, "\"through/exams\" is not a whole number from 0 to 9007199254740992"),
      (["exams"], [:], "\"exams\" is not a list"), (["exams"], [1], "\"exams/0\" is not an object"),
      (["exams"], [[:]], "\"exams/0/minutesPerDay\" is not a number"),
      (["mocks"], 1, "\"mocks\" is not a list"), (["mocks"], [[:]], "\"mocks/0/sitting\" is not a text"),
      (["openMock"], [], "\"openMock\" is not an object"),
      (["openMock", "started"], 1, "\"openMock/started\" is not a time such as 2026-11-23T10:00:00.123Z"),
      (["openMock", "items"], nil, "\"openMock/items\" is not a list of texts"),
      (["openMock", "items"], ["i1"], "\"openMock/questions/1/number\" is not the number of a question, each once"),
      (["openMock", "elapsed"], -1, "\"openMock/elapsed\" is not a whole number from 0 to 9007199254740992"),
      (["openMock", "questions"], [:], "\"openMock/questions\" is not a list"),
      (["openMock", "questions"], [["number": 1]], "\"openMock/questions/0/responses\" is not a list of texts"),
      (
        ["openMock", "questions"], [["number": 0]],
        "\"openMock/questions/0/number\" is not the number of a question, each once"
      ),
      (
        ["openMock", "questions"],
        [
          ["number": 1, "responses": [], "flagged": false, "spent": 0],
          ["number": 1, "responses": [], "flagged": false, "spent": 0],
        ], "\"openMock/questions/1/number\" is not the number of a question, each once"
      ),
      (["openMock", "reviewed"], 1, "\"openMock/reviewed\" is not a list"),
      (
        ["openMock", "reviewed"], [[]],
        "\"openMock/reviewed\" is not a list of items with their facts, each item once"
      ),
      (
        ["openMock", "reviewed"], [["i1", 1]],
        "\"openMock/reviewed\" is not a list of items with their facts, each item once"
      ),
      (
        ["openMock", "reviewed"], [["i1"], ["i1"]],
        "\"openMock/reviewed\" is not a list of items with their facts, each item once"
      ),
    ] as [([String], JSONValue?, String)])
  func saysWhatIsWrongWithASnapshot(_ path: [String], _ new: JSONValue?, _ reason: String) throws {
    let value = try Self.sample().value
    let fault = #expect(throws: SnapshotFault.self) {
      try Snapshot(sealedSnapshot(Self.replacing(path[...], in: value, with: new)))
    }
    #expect(fault?.text == reason)
  }

  @Test func noTwoPlansHaveOneID() throws {
    let value = try Self.sample().value
    let plan = try #require(value["exams"]?[0])
    let fault = #expect(throws: SnapshotFault.self) {
      try Snapshot(sealedSnapshot(ScoresTests.replacing(["exams"], in: value, with: [plan, plan])))
    }
    #expect(fault?.text == "\"exams/1/exam\" is not an id of its own")
  }

  /// Like the other, but nil takes the member away.
  private static func replacing(_ path: ArraySlice<String>, in value: JSONValue, with new: JSONValue?) -> JSONValue {
    guard let new else {
      guard let parent = path.first, let key = path.dropFirst().first, let object = value[parent]?.objectValue else {
        return value
      }
      return ScoresTests.replacing([parent], in: value, with: .object(object.without([key])))
    }
    return ScoresTests.replacing(path, in: value, with: new)
  }
}
