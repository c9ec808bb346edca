import TestSupport
import Testing

@testable import Progress

/// Histories of machines that answer, copy and merge, and whose files get damaged; the same for the same seed.
struct RandomHistories {
  private var numbers: SeededNumbers
  private var lastID: UInt64 = 0

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// A few machines after a few steps, as the bytes of their history files.
  /// - Parameter damaged: whether files are also put together by hand, cut, torn, and their events changed.
  mutating func machines(damaged: Bool) -> [[UInt8]] {
    var machines: [[UInt8]] = Array(repeating: [], count: 3)
    for _ in 0..<Int.random(in: 1...25, using: &numbers) {
      let (one, other) = (pick(machines.indices), pick(machines.indices))
      switch Int.random(in: 0..<(damaged ? 12 : 8), using: &numbers) {
      case 0..<6: append(to: &machines[one])
      case 6:
        machines[one] = HistoryReading(machines[one]).history.merging(HistoryReading(machines[other]).history).bytes()
      case 7 where machines[one].isEmpty: machines[one] = machines[other]
      case 8: machines[one] += machines[other]
      case 9: removeLine(&machines[one])
      case 10: changeEvent(&machines[one])
      case 11: machines[one].append(pick(Array("\nx{".utf8)))
      default: break
      }
    }
    return machines
  }

  /// One answer: up to three events of one moment.
  private mutating func append(to file: inout [UInt8]) {
    let known = HistoryScan(file, after: 0).events.suffix(3).map(\.id)
    // Clocks stand still, go back, and agree with those of other machines.
    let at = Timestamp(seconds: 1_763_800_000 + Int.random(in: 0..<6, using: &numbers))
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      lastID += 1
      // Ids do not grow with time.
      let id = EventID(paddedHexadecimal(lastID &* 0x9E37_79B9_7F4A_7C15, digits: 16))
      let sequence = file.count { $0 == UInt8(ascii: "\n") } + 1
      if let event = pick(Self.events + known.map { .undone(events: [$0]) }) {
        file += RecordedEvent(sequence: sequence, id: id, at: at, utcOffset: 0, day: day, event: event).line
      } else {
        let members = #""id":"\#(id)","at":"\#(at)","event":"dreamt","of":{"deep":[1,2.50,1234567890123456789]}"#
        file += HistoryLine.bytes(sequence: sequence, members: Array(members.utf8))
      }
    }
  }

  private var day: StudyDay { StudyDay(daysSince1970: 20_414) }

  /// Nil stands for an event that only a newer version knows, in a shape that this one cannot read.
  private static let events: [Event?] =
    sampleAnswers.flatMap { $0 } + sampleExams + [
      .unflagged(fact: "f1"), .flagged(Flagged(fact: "f1", note: "odd")),
      .setting(SettingChange(key: "retention", value: "0.8")), .setting(SettingChange(key: "retention", value: nil)),
      .setting(SettingChange(key: "future", value: "x")),
    ]
    + Array(repeating: nil, count: 5)

  private mutating func removeLine(_ file: inout [UInt8]) {
    var lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines.remove(at: pick(lines.indices))
    file = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Another content, and perhaps another time, under the same id.
  private mutating func changeEvent(_ file: inout [UInt8]) {
    var events = HistoryScan(file, after: 0).events
    guard !events.isEmpty else { return }
    let index = pick(events.indices)
    events[index].event = .unflagged(fact: Review.FactID("f\(Int.random(in: 0..<100, using: &numbers))"))
    if Bool.random(using: &numbers) {
      events[index].at = Timestamp(seconds: 1_763_800_000 + Int.random(in: 0..<6, using: &numbers))
    }
    file = events.flatMap(\.line)
  }

  private mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
    choices[choices.index(choices.startIndex, offsetBy: Int.random(in: 0..<choices.count, using: &numbers))]
  }
}
