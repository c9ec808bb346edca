import MemoryModel
import TestSupport
import Testing

@testable import Progress

/// Anki's table of answers as events of a history.
@Suite struct AnkiReviewsTests {
  private static let sections: [Review.FactID: String] = ["kpo/a/one": "kpo/a", "rivers/b/two": "rivers/b"]
  /// 2026-11-23T10:00:00Z.
  private static let now = Timestamp(seconds: 1_795_428_000)
  private static let clock = clock(offset: 3600)

  private static func clock(offset: Int) -> StudyClock {
    StudyClock(now: { now }, utcOffset: { _ in offset }, monotonicNow: { .zero }, sleep: { _ in })
  }

  private func read(
    _ header: [String], _ rows: [[String]], known: History = History(), clock: StudyClock = clock
  ) throws -> AnkiReviews {
    try AnkiReviews(header: header, rows: rows, sections: Self.sections, known: known, clock: clock)
  }

  @Test func rowsBecomeReviewsInTheOrderOfTime() throws {
    let reviews = try read(
      ["type", " GUID ", "id", "ease", "time"],
      [
        ["1", "rivers/b/two|multiple-choice|River Name|Sea", "1795341600000", "1", "4200"],
        ["0", "kpo/a/one", "1795330800000", "4", "900"],
      ])
    #expect(reviews.answers == 2 && reviews.leftOut.isEmpty)
    #expect(reviews.events.prefix(2).map(\.id.rawValue) == ["anki-kpo-2026-11-22", "anki-rivers-2026-11-22"])
    #expect(reviews.events.map(\.at) == reviews.events.map(\.at).sorted())
    let found = reviews.events.compactMap { recorded -> Review? in
      guard case .review(let review) = recorded.event else { return nil }
      return review
    }
    #expect(found.map(\.fact) == ["kpo/a/one", "rivers/b/two"])
    #expect(found.map(\.section) == ["kpo/a", "rivers/b"])
    #expect(found.map(\.rating) == [.easy, .again] && found.map(\.right) == [true, false])
    #expect(found.map(\.milliseconds) == [900, 4200])
    #expect(found.map(\.from) == ["", "River Name"] && found.map(\.to) == ["", "Sea"])
    #expect(found.allSatisfy { $0.guessChance == 0 && $0.kind == .selfGraded })
    guard case .sittingBegan(let began) = try #require(reviews.events.first).event else { throw Failure() }
    #expect(began.banks == ["kpo"] && began.mode == .anki)
  }

  private struct Failure: Error {}

  @Test(arguments: [
    (["kpo/x", "1795341600000", "3", "", "1"], AnkiReviews.Reason.unknownFact),
    (["kpo/a/one|matching|A|B|rivers/b/two", "1795341600000", "3", "", "1"], .severalFacts),
    (["", "1795341600000", "3", "", "1"], .unknownFact), (["kpo/a/one", "1795341600000", "0", "", "4"], .notAnAnswer),
    (["kpo/a/one", "1795341600000", "3", "", "5"], .notAnAnswer),
    (["kpo/a/one", "1795341600000", "5", "", "1"], .unreadable), (["kpo/a/one", "", "3", "", "1"], .unreadable),
    (["kpo/a/one", "-5", "3", "", "1"], .unreadable), (["kpo/a/one", "1795428000001", "3", "", "1"], .unreadable),
    (["kpo/a/one", "99999999999999999999", "3", "", "1"], .unreadable),
    (["kpo/a/one", "1795341600000", "3", "-1", "1"], .unreadable), (["kpo/a/one"], .notAnAnswer),
  ])
  func whatIsNoAnswerIsLeftOutAndCounted(row: [String], reason: AnkiReviews.Reason) throws {
    let reviews = try read(["guid", "id", "ease", "time", "type"], [row])
    // A row that ends early has no rating.
    #expect(reviews.leftOut == [row.count == 1 ? .unreadable : reason: 1])
    #expect(reviews.events.isEmpty && reviews.answers == 0)
  }

  @Test func theSameAnswerCountsOnce() throws {
    let row = ["kpo/a/one", "1795341600000", "3"]
    let reviews = try read(["guid", "review_time", "review_rating"], [row, row])
    #expect(reviews.answers == 1 && reviews.leftOut == [.twice: 1])
  }

  @Test(arguments: [(["id", "ease"], "guid"), (["guid", "ease"], "id"), (["guid", "id"], "ease")])
  func aMissingColumnIsNamed(header: [String], name: String) {
    #expect(throws: AnkiReviews.MissingColumn.self) { try read(header, []) }
    do {
      _ = try read(header, [])
    } catch {
      #expect((error as? AnkiReviews.MissingColumn)?.names.first == name)
    }
  }

  @Test func takingThemInAgainAddsNothing() throws {
    let folder = try TemporaryFolder()
    let merge = ProgressMerge(folder: DataFolder(path: folder.path), clock: Self.clock)
    let one = ["kpo/a/one", "1795341600000", "3"]
    let two = ["rivers/b/two", "1795341500000", "1"]
    func take(_ rows: [[String]]) throws -> ProgressMerge.Report {
      let events = try read(["guid", "id", "ease"], rows).events
      return try merge.perform(adding: events, from: "answers.csv", command: "test")
    }
    #expect(try take([one]).hasChanged)
    let again = try take([one])
    #expect(!again.hasChanged && again.plan.differing.isEmpty)
    let more = try take([one, two])
    #expect(more.hasChanged && more.plan.differing.isEmpty && more.plan.merged.count == 4)
    let reading = try #require(try HistoryReading(of: DataFolder(path: folder.path)))
    // In Tokyo both answers belong to another study day.
    let travelled = try read(
      ["guid", "id", "ease"], [one, two], known: reading.history, clock: Self.clock(offset: 9 * 3600))
    #expect(travelled.events.isEmpty && travelled.answers == 2)
    let table = ReviewTable(reading.history)
    let fact = try #require(ReviewTable.columns.firstIndex { $0.name == "fact" })
    let mode = try #require(ReviewTable.columns.firstIndex { $0.name == "mode" })
    #expect(table.rows.map { $0[fact] } == ["rivers/b/two", "kpo/a/one"])
    #expect(table.rows.allSatisfy { $0[mode] == "anki" && $0.count == ReviewTable.columns.count })
  }
}
