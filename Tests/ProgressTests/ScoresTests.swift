@testable import Progress
import MemoryModel
import StrictJSON
import TestSupport
import Testing

@Suite struct ScoresTests {
  @Test func countsAnswers() throws {
    let (_, scores, _) = try sampleHistory()
    let day = try #require(StudyDay("2026-11-23"))
    #expect(scores.sittings.count == 1)
    let sitting = try #require(scores.sittings.first)
    #expect((sitting.asked, sitting.right) == (4, 3))
    #expect(sitting.mode == .daily)
    #expect(sitting.hasEnded)
    #expect(scores.days[day]?.asked == 4)
    #expect(scores.days[day]?.right == 3)
    #expect(scores.sections["kpo/types"]?.asked == 2)
    #expect(scores.sections["kpo/types"]?.right == 1)
    #expect(scores.sections["kpo/benefits"]?.right == 2)
    let twice = try #require(scores.facts["f2"])
    #expect((twice.seen, twice.right, twice.wrong, twice.streak) == (2, 1, 1, 0))
    #expect(twice.lastRight)
    #expect(scores.facts["f1"]?.streak == 1)
    #expect(!scores.facts.values.contains { !$0.lastRight })
  }

  @Test func aSetAnsweredWithOneMarkCountsAsOneUseOfTheMark() throws {
    let store = try openStore(FaultyFileSystem(), clock: try TestClock().clock)
    let set = (1...4).map { Event.review(.sample($0, right: false)) }
    try store.append(set)
    // The sample's items differ from fact to fact; those of one set do not.
    #expect(store.scores.unsureUses == 4)
    let one = (5...8).map { fact in
      Event.review(
        Review(
          sitting: "s2", fact: Review.FactID("f\(fact)"), section: "kpo/types", kind: .matching, from: "Type",
          to: "Service", item: "set", rating: .good, right: true, guessChance: 0.2, confidence: .unsure,
          milliseconds: 5000))
    }
    let before = store.scores.pace
    try store.append(one)
    #expect(store.scores.unsureUses == 5)
    #expect(store.scores.pace.answers == before.answers + 1)
    #expect(store.scores.recent.answers.last?.facts.count == 4)
    store.close()
  }

  @Test func sayingDontKnowIsNoGuessThatFailed() throws {
    let clock = try TestClock()
    let store = try openStore(FaultyFileSystem(), clock: clock.clock)
    try store.append([
      .review(
        Review(
          sitting: "s1", fact: "f1", section: "kpo/types", kind: .multipleChoice, from: "Type", to: "Service",
          item: "i1", rating: .again, right: false, guessChance: 0.25, confidence: .dontKnow, milliseconds: 1))
    ])
    #expect(store.scores.prior.rightBeyondGuessing == 0)
    #expect(store.scores.prior.weight == 1)
    store.close()
  }

  @Test func snapshotsComeBack() throws {
    let (_, scores, _) = try sampleHistory()
    let snapshot = Snapshot(through: .init(sequence: 7, offset: 1234), scores: scores)
    #expect(try Snapshot(snapshot.bytes) == snapshot)
    #expect(try Snapshot(snapshot.bytes).bytes == snapshot.bytes)
  }

  @Test func everyFlippedBitOfASnapshotIsNoticed() throws {
    let (_, scores, _) = try sampleHistory()
    let bytes = Snapshot(through: .init(sequence: 7, offset: 1234), scores: scores).bytes
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        // Not even "written by a newer version" may be believed, or no answer would be saved any more.
        let fault = #expect(throws: SnapshotFault.self, "byte \(index) bit \(bit)") { try Snapshot(changed) }
        if case .newer = fault { Issue.record("byte \(index) bit \(bit)") }
      }
    }
  }

  @Test func unknownKeysSurviveAtEveryLevel() throws {
    let (_, scores, _) = try sampleHistory()
    let bytes = Snapshot(through: .init(sequence: 7, offset: 1234), scores: scores).bytes
    let value = Self.withUnknownKeys(try JSONValue(parsing: bytes), depth: 0)
    let rewritten = try Snapshot(sealedSnapshot(value)).bytes
    #expect(Self.sorted(try JSONValue(parsing: rewritten), except: "sum") == Self.sorted(value, except: "sum"))
    // One in the file, and one in each of through, 4 facts with their memories, 1 miss, 2 sections, 1 day, 1 sitting, the
    // learner, 2 marks, 2 confusions and 5 recent answers.
    #expect(String(decoding: rewritten, as: UTF8.self).split(separator: "future").count - 1 == 25)
  }

  /// Adds a key to every object that is not a dictionary by fact, section or day.
  static func withUnknownKeys(_ value: JSONValue, depth: Int) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { withUnknownKeys($0, depth: depth + 1) })
    case .object(let object):
      var changed = JSONObject()
      for member in object.members { changed[member.key] = withUnknownKeys(member.value, depth: depth + 1) }
      let isOfNumbers = depth == 3 && object.members.allSatisfy { $0.value.intValue != nil }
      let isDictionary =
        isOfNumbers || depth == 1 && object["sequence"] == nil && object["unsureUses"] == nil && object["form"] == nil
      if !isDictionary { changed["future"] = ["a": [1, nil, "x"]] }
      return .object(changed)
    default: return value
    }
  }

  static func sorted(_ value: JSONValue, except left: String) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { sorted($0, except: left) })
    case .object(let object):
      var changed = JSONObject()
      for member in object.without([left]).members.sorted(by: { $0.key < $1.key }) {
        changed[member.key] = sorted(member.value, except: left)
      }
      return .object(changed)
    default: return value
    }
  }

  @Test(
    arguments: [
      (["version"], JSONValue("1"), "\"version\" is not the number 1"),
      (["version"], 0, "\"version\" is not the number 1"),
      (["through"], [], "\"through\" is not an object"),
      (["through", "offset"], -1, "\"through/offset\" is not a whole number from 0 to 9007199254740992"),
      (["facts", "f1", "seen"], 1.5, "\"facts/f1/seen\" is not a whole number from 0 to 9007199254740992"),
      (
        ["sections", "kpo/types", "asked"], .integer(.max),
        "\"sections/kpo/types/asked\" is not a whole number from 0 to 9007199254740992"
      ),
      (
        ["through", "sequence"], .integer(1 << 53 + 1),
        "\"through/sequence\" is not a whole number from 0 to 4503599627370496"
      ),
      (["facts", "f1", "seen"], 7, "\"facts/f1/seen\" is not the sum of \"right\" and \"wrong\""),
      (["facts", "f1", "lastAt"], "noon", "\"facts/f1/lastAt\" is not a time such as 2026-11-23T10:00:00.123Z"),
      (["days", "today"], [:], "\"days/today\" is not a day such as 2026-11-23"),
      (["sections", "kpo/types", "right"], 9, "\"sections/kpo/types/right\" is not at most \"asked\""),
      (["sittings"], [:], "\"sittings\" is not a list"), (["sittings"], ["s1"], "\"sittings/0\" is not an object"),
      (["version"], 2, "format version 2 is newer than 1"),
      (["learner"], nil, "\"learner\" is not an object"),
      (["learner", "guessWeight"], "1", "\"learner/guessWeight\" is not a number"),
      (["learner", "unsureUses"], -1, "\"learner/unsureUses\" is not a whole number from 0 to 9007199254740992"),
      (["learner", "answers"], 0.5, "\"learner/answers\" is not a whole number from 0 to 9007199254740992"),
      (["learner", "millisecondsPerAnswer"], nil, "\"learner/millisecondsPerAnswer\" is not a number"),
      (["confusions"], [:], "\"confusions\" is not a list"),
      (["confusions"], [["first": "a", "second": "a"]], "\"confusions/0/second\" is not another fact than \"first\""),
      (
        ["confusions"], [["first": "b", "second": "a"]],
        "\"confusions/0/second\" is not behind \"first\", each pair once"
      ),
      (
        ["confusions"], [["first": "a", "second": "b"]],
        "\"confusions/0/count\" is not a whole number from 0 to 9007199254740992"
      ),
      (["recent"], nil, "\"recent\" is not a list"), (["recent"], [1], "\"recent/0\" is not an object"),
      (
        ["recent"], [["sitting": "s", "item": "i", "at": "now"]],
        "\"recent/0/at\" is not a time such as 2026-11-23T10:00:00.123Z"
      ),
      (["flagged"], [], "\"flagged\" is not an object"), (["flagged", "f1"], 1, "\"flagged/f1\" is not a text"),
      (["facts", "f1", "firstDay"], nil, "\"facts/f1/firstDay\" is not a day such as 2026-11-23"),
      (["facts", "f1", "miss"], nil, "\"facts/f1/miss\" is not an object"),
      (["facts", "f2", "miss", "wasSure"], 1, "\"facts/f2/miss/wasSure\" is not true or false"),
      (["facts", "f2", "miss", "rightOn"], 1, "\"facts/f2/miss/rightOn\" is not a day such as 2026-11-23"),
      (["facts", "f1", "shown"], [], "\"facts/f1/shown\" is not an object"),
      (
        ["facts", "f1", "shown", "f9"], -1,
        "\"facts/f1/shown/f9\" is not a whole number from 0 to 9007199254740992"
      ),
      (["facts", "f2", "taken", "f9"], 3, "\"facts/f2/taken/f9\" is not at most as often as \"shown\""),
      (["facts", "f1", "taken", "f5"], 1, "\"facts/f1/taken/f5\" is not at most as often as \"shown\""),
      (["facts", "f1", "memory"], [], "\"facts/f1/memory\" is not an object"),
      (["facts", "f1", "memory", "stability"], "1", "\"facts/f1/memory/stability\" is not a number"),
      (["facts", "f1", "memory", "difficulty"], nil, "\"facts/f1/memory/difficulty\" is not a number"),
      (["facts", "f1", "memory", "day"], 0.5, "\"facts/f1/memory/day\" is not a whole number"),
      (["facts", "f1", "memory", "due"], "soon", "\"facts/f1/memory/due\" is not a whole number"),
      (["facts", "f1", "memory", "isRight"], 1, "\"facts/f1/memory/isRight\" is not true or false"),
      (["facts", "f1", "memory", "rightIn"], [:], "\"facts/f1/memory/rightIn\" is not a list"),
      (
        ["facts", "f1", "memory", "rightIn"], [["a form", "a day"]],
        "\"facts/f1/memory/rightIn\" is not a list of forms and days"
      ),
    ] as [([String], JSONValue, String)])
  func saysWhatIsWrongWithASnapshot(_ path: [String], _ new: JSONValue, _ reason: String) throws {
    let (_, scores, _) = try sampleHistory()
    let bytes = Snapshot(through: .init(sequence: 7, offset: 1234), scores: scores).bytes
    let value = Self.replacing(path[...], in: try JSONValue(parsing: bytes), with: new)
    do {
      _ = try Snapshot(sealedSnapshot(value))
      Issue.record("read a damaged snapshot")
    } catch {
      #expect(error.text == reason)
    }
  }

  static func replacing(_ path: ArraySlice<String>, in value: JSONValue, with new: JSONValue) -> JSONValue {
    guard let key = path.first, case .object(var object) = value else { return new }
    object[key] = replacing(path.dropFirst(), in: object[key] ?? [:], with: new)
    return .object(object)
  }
}
