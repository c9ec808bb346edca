import Glibc
import MemoryModel
import StrictJSON
import Synchronization
import TestSupport
import Testing

@testable import Progress

/// A clock that tests set; each look at it is one second later. Waiting takes no time but is counted.
final class TestClock: Sendable {
  private let time: Mutex<Timestamp>
  private let waits = Mutex(0)
  private let utcOffset: Int

  init(_ text: String = "2026-11-23T10:00:00Z", utcOffset: Int = 3600) throws {
    time = Mutex(try #require(Timestamp(text)))
    self.utcOffset = utcOffset
  }

  func set(_ text: String) throws {
    let new = try #require(Timestamp(text))
    time.withLock { $0 = new }
  }

  var timesWaited: Int { waits.withLock { $0 } }

  var clock: StudyClock {
    StudyClock(
      now: {
        self.time.withLock {
          $0 = Timestamp(microseconds: $0.microseconds + 1_000_000)
          return $0
        }
      },
      utcOffset: { _ in self.utcOffset }, monotonicNow: { .zero }, sleep: { _ in self.waits.withLock { $0 += 1 } })
  }
}

func writeFile(_ path: String, _ bytes: some Sequence<UInt8>) throws {
  let bytes = Array(bytes)
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes
}

extension Review {
  static func sample(_ fact: Int, right: Bool, sitting: SittingID = "s1", repeated: Bool = false) -> Review {
    Review(
      sitting: sitting, fact: FactID("f\(fact)"), section: fact % 2 == 0 ? "kpo/types" : "kpo/benefits",
      kind: .multipleChoice, from: "Type", to: "Service", item: ItemID("i\(fact)"), rating: right ? .good : .again,
      right: right,
      guessChance: 1.0 / 3, confidence: right ? .sure : .unsure, milliseconds: 1234, chosen: "Équity \"Research\"",
      chosenFact: "f9", repeated: repeated, shown: ["f8", "f9"], taken: right ? [] : ["f8"],
      corrected: right && !repeated)
  }
}

/// The events of a short sitting, one list for each answer.
let sampleAnswers: [[Event]] = [
  [.sittingBegan(SittingBegan(sitting: "s1", mode: .daily, banks: ["kpo"], seed: .max))],
  [.review(.sample(1, right: true))],
  [.review(.sample(2, right: false)), .review(.sample(3, right: true)), .review(.sample(4, right: true))],
  [.review(.sample(2, right: true, repeated: true))],
  [.sittingEnded(SittingEnded(sitting: "s1", asked: 4, right: 3))],
]

/// A store in a memory disk.
func openStore(
  _ disk: FaultyFileSystem, at path: String = "/data", clock: StudyClock, mode: ProgressStore.Mode = .readWrite,
  seed: UInt64 = 1
) throws -> ProgressStore {
  try ProgressStore.open(
    DataFolder(path: path), fileSystem: disk.fileSystem, clock: clock, randomness: .seeded(seed), mode: mode,
    command: "kpo daily")
}

/// The bytes of a snapshot that a test changed, with the checksum that fits them.
func sealedSnapshot(_ value: JSONValue) -> [UInt8] {
  let contents = JSONValue.object((value.objectValue ?? [:]).without(["sum"]))
  return Snapshot.sealed(contents.bytes(.pretty) + [UInt8(ascii: "\n")])
}

/// A history of thirty answers from another machine.
func longerHistory() throws -> [UInt8] {
  let other = FaultyFileSystem()
  let store = try openStore(other, clock: try TestClock().clock, seed: 77)
  for fact in 0..<30 { try store.append([.review(.sample(fact, right: fact % 3 == 0))]) }
  store.close()
  return try #require(other.contents("/data/history.jsonl"))
}

/// The history of the sample sitting and the scores it amounts to.
func sampleHistory() throws -> (bytes: [UInt8], scores: Scores, events: [RecordedEvent]) {
  let disk = FaultyFileSystem()
  let store = try openStore(disk, clock: try TestClock().clock)
  let events = try sampleAnswers.flatMap { try store.append($0) }
  store.close()
  return (try #require(disk.contents("/data/history.jsonl")), store.scores, events)
}
