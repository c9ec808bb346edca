@testable import Progress
import MemoryModel
import StrictJSON
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func linesAreAsDocumented() throws {
    let (bytes, _, events) = try sampleHistory()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 7)
    let first = try JSONValue(parsing: String(lines[0]))
    #expect(
      first.objectValue?.members.map(\.key) == [
        "seq", "id", "at", "offset", "day", "event", "sitting", "mode", "banks", "seed", "sum",
      ])
    #expect(first["at"]?.stringValue == "\(events[0].at)")
    #expect("\(events[0].at)".hasPrefix("2026-11-23T10:00:"))
    #expect(first["offset"] == 3600)
    #expect(first["day"] == "2026-11-23")
    #expect(first["id"]?.stringValue?.count == 16)
    let covered = lines[0].utf8.dropLast(18)
    #expect(first["sum"]?.stringValue == Checksum.text(Array(covered)[...]))
  }

  @Test func checksumIsCRC32() {
    #expect(Checksum.text(Array("123456789".utf8)[...]) == "cbf43926")
    #expect(Checksum.text([]) == "00000000")
  }

  @Test func eventsComeBack() throws {
    let (bytes, scores, events) = try sampleHistory()
    let scan = HistoryScan(bytes, after: 0)
    #expect(scan.events == events)
    #expect(scan.isComplete)
    #expect(scan.ending == .complete)
    #expect(Scores.replay(scan.events) == scores)
    #expect(scan.events.flatMap(\.line) == bytes)
  }

  @Test func everyTruncationLosesOnlyTheCutEvent() throws {
    let (bytes, _, events) = try sampleHistory()
    for length in 0...bytes.count {
      let cut = Array(bytes[..<length])
      let whole = cut.count { $0 == UInt8(ascii: "\n") }
      // A line that lacks only its newline is whole.
      let lacksOnlyNewline = length < bytes.count && bytes[length] == UInt8(ascii: "\n") && length > 0
      let scan = HistoryScan(cut, after: 0)
      #expect(scan.events == Array(events[..<(whole + (lacksOnlyNewline ? 1 : 0))]))
      #expect(scan.isComplete)
      #expect((scan.ending == .complete) == (cut.isEmpty || cut.last == UInt8(ascii: "\n")))
    }
  }

  @Test func everyFlippedBitIsNoticedAndCostsOneEventAtMost() throws {
    let events = Array(try sampleHistory().events.prefix(3))
    let bytes = events.flatMap(\.line)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let scan = HistoryScan(changed, after: 0)
        #expect(!scan.isComplete || scan.ending != .complete, "byte \(index) bit \(bit)")
        let lost = events.filter { !scan.events.contains($0) }
        #expect(lost.count <= 1, "byte \(index) bit \(bit)")
        #expect(scan.events.allSatisfy { events.contains($0) })
      }
    }
  }

  @Test func salvagesBehindTornLines() throws {
    let (bytes, _, events) = try sampleHistory()
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    // A torn line to which another program appended, and a run of NULs as some file systems leave it.
    let torn = Array(lines[0]) + [10] + lines[1].prefix(50) + lines[2] + [10] + [0, 0, 0] + lines[3] + [10]
    let scan = HistoryScan(torn, after: 0)
    #expect(scan.events == [events[0], events[2], events[3]])
    #expect(scan.badLines.map(\.line) == [2, 3])
    #expect(scan.ending == .complete)
  }

  @Test func noticesMissingMovedAndDoubledLines() throws {
    let (bytes, _, events) = try sampleHistory()
    var lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [10] }
    let doubled = HistoryScan(Array((lines + [lines[2]]).joined()), after: 0)
    #expect(doubled.events == events)
    #expect(doubled.sequenceFaults == [.init(line: 8, expected: 8, found: 3)])
    let moved = lines.remove(at: 3)
    let missing = HistoryScan(Array(lines.joined()), after: 0)
    #expect(missing.sequenceFaults == [.init(line: 4, expected: 4, found: 5)])
    let swapped = HistoryScan(Array((lines + [moved]).joined()), after: 0)
    #expect(swapped.events.count == 7)
    #expect(swapped.sequenceFaults.count == 2)
  }

  @Test func keepsEventsOfNewerVersions() throws {
    let prefix =
      #"{"seq":1,"id":"0","at":"2026-11-23T10:00:00.000Z","offset":0,"day":"2026-11-23","event":"dream","x":[1]"#
    let scan = HistoryScan(Array("\(prefix),\"sum\":\"\(Checksum.text(Array(prefix.utf8)[...]))\"}\n".utf8), after: 0)
    #expect(scan.isComplete)
    #expect(scan.events.map(\.event) == [.unknown(name: "dream")])
    #expect(Scores.replay(scan.events) == Scores())
  }

  @Test(arguments: [
    (#""event":"review""#, "\"sitting\" is not a text"), (#""event":7"#, "\"event\" is not a text"),
    (#""event":"sittingEnded","sitting":"s","asked":-1"#, "\"asked\" is not a whole number from 0 to 9007199254740992"),
    (#""event":"sittingBegan","sitting":"s","mode":"m","banks":[1]"#, "\"banks\" is not a list of texts"),
    (#""event":"x","event":"y""#, "a key comes twice: \"event\" (byte 92)"),
  ]) func saysWhatALineLacks(_ members: String, _ reason: String) {
    let prefix = #"{"seq":1,"id":"0","at":"2026-11-23T10:00:00.000Z","offset":0,"day":"2026-11-23",\#(members)"#
    let scan = HistoryScan(Array("\(prefix),\"sum\":\"\(Checksum.text(Array(prefix.utf8)[...]))\"}\n".utf8), after: 0)
    #expect(scan.badLines.map(\.fault.text) == [reason])
  }

  @Test func guessChanceStaysAProbability() {
    for (given, kept) in [(-1.0, 0.0), (2, 1), (.nan, 0), (.infinity, 1), (0.25, 0.25)] {
      let review = Review(
        sitting: "s", fact: "f", section: "b/s", kind: .matching, from: "A", to: "B", item: "i", rating: .hard,
        right: true,
        guessChance: given, milliseconds: -5)
      #expect(review.guessChance == kept)
      #expect(review.milliseconds == 0)
    }
  }

  @Test func aScoreIsNeverNegativeNorMoreThanEverything() {
    for (asked, right, keptAsked, keptRight) in [(4, 3, 4, 3), (4, 5, 4, 4), (-1, -1, 0, 0), (-1, 2, 0, 0)] {
      let ended = SittingEnded(sitting: "s", asked: asked, right: right)
      #expect(ended.asked == keptAsked && ended.right == keptRight)
    }
  }

  /// A line whose checksum is right, whatever it says.
  private static func line(_ members: String) -> [UInt8] {
    Array("{\(members),\"sum\":\"\(Checksum.text(Array("{\(members)".utf8)[...]))\"}\n".utf8)
  }

  @Test(arguments: [
    (#""seq":9223372036854775807"#, #""offset":0"#, "\"seq\" is not a whole number from 1 to 9007199254740992"),
    (#""seq":9007199254740993"#, #""offset":0"#, "\"seq\" is not a whole number from 1 to 9007199254740992"),
    (#""seq":1"#, #""offset":-9223372036854775808"#, "\"offset\" is not an offset in seconds"),
  ]) func refusesNumbersNobodyCanCountOnFrom(_ sequence: String, _ offset: String, _ reason: String) {
    let line = Self.line(
      #"\#(sequence),"id":"0","at":"2026-11-23T10:00:00.000Z",\#(offset),"day":"2026-11-23","event":"dream""#)
    let scan = HistoryScan(line + line, after: 0)
    #expect(scan.badLines.map(\.fault.text) == [reason, reason])
  }

  @Test func noNumberTrapsBehindARightChecksum() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    var taken = 0
    for _ in 0..<100 {
      func number() -> Int64 {
        let random = Int64.random(in: .min ... .max, using: &numbers)
        let extremes: [Int64] = [0, 1, -1, 4, .max, .max - 1, .min, 1 << 53, 1 << 53 + 1, 86_400, -86_400, random]
        return extremes.randomElement(using: &numbers) ?? 0
      }
      func day() -> String { ["0001-01-01", "9999-12-31", "2026-11-23"].randomElement(using: &numbers) ?? "" }
      let lines = (0..<30).map { index in
        let event =
          Bool.random(using: &numbers)
          ? #""event":"sittingEnded","sitting":"s","asked":\#(number()),"right":\#(number())"#
          : #""event":"review","sitting":"s","fact":"f","section":"b/s","kind":"k","from":"A","to":"B","item":"i","#
            + #""rating":\#(number()),"right":true,"guess":\#(number()),"confidence":"sure","#
            + #""milliseconds":\#(number()),"repeated":false"#
        return Self.line(
          #""seq":\#(number()),"id":"\#(index)","at":"\#(day())T23:59:59.999Z","offset":\#(number()),"day":"\#(day())","#
            + event)
      }
      let scan = HistoryScan(Array(lines.joined()), after: 0)
      #expect(scan.events.count + scan.badLines.count == lines.count, "seed \(seed)")
      taken += scan.events.count
      let scores = Scores.replay(scan.events)
      let snapshot = Snapshot(through: .init(sequence: scan.lastSequence, offset: 0), scores: scores)
      #expect(try Snapshot(snapshot.bytes).scores == scores, "seed \(seed)")
      let disk = FaultyFileSystem()
      disk.put(StoreTests.history, Array(lines.joined()))
      let store = try StoreTests.reopen(disk)
      try store.append([.review(.sample(1, right: true))])
      try store.saveSnapshot()
      store.close()
    }
    #expect(taken > 10, "seed \(seed)")
  }

  @Test func noiseNeverTraps() {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...400, using: &numbers)).map { _ in
        Bool.random(using: &numbers) ? UInt8.random(in: 0...255, using: &numbers) : UInt8(ascii: "\n")
      }
      let scan = HistoryScan(bytes, after: 0)
      #expect(scan.events.isEmpty)
      #expect(bytes.isEmpty || !scan.badLines.isEmpty || scan.ending != .complete)
    }
  }
}
