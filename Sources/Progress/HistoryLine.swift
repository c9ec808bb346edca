import StrictJSON

/// A sound line of the history, whatever its event is: also one that only a newer version can read.
struct HistoryLine: Equatable {
  let sequence: Int
  let id: EventID
  let at: Timestamp
  /// Whether it stands for events that were lost, see ``Event/lost``.
  let isLost: Bool
  /// What stands between the number and the checksum, as it was written.
  let members: [UInt8]

  /// Reads a line without its newline; nil if the checksum is wrong or number, id or time are missing.
  init?(_ line: ArraySlice<UInt8>) {
    guard let covered = RecordedEvent.coveredByChecksum(line), let value = try? JSONValue(parsing: line),
      let reader = try? MemberReader(value, path: ""), let sequence = value["seq"]?.intValue,
      (1...MemberReader.largestCount).contains(sequence), let id = value["id"]?.stringValue,
      let at = try? reader.timestamp("at")
    else { return nil }
    self.sequence = sequence
    self.id = EventID(id)
    self.at = at
    isLost = value["event"]?.stringValue == Event.lost.name
    let number = Self.beginning(sequence)
    // Nothing that a stream would have to escape may stand between the members.
    if covered.starts(with: number), covered.allSatisfy({ $0 >= 0x20 }) {
      members = Array(covered.dropFirst(number.count))
    } else {
      members = Array(JSONValue.object(reader.object.without(["seq", "sum"])).bytes().dropFirst().dropLast())
    }
  }

  private static func beginning(_ sequence: Int) -> [UInt8] { Array("{\"seq\":\(sequence),".utf8) }

  /// The line with its newline.
  static func bytes(sequence: Int, members: [UInt8]) -> [UInt8] { RecordedEvent.sealed(beginning(sequence) + members) }
}
