// The last member of the snapshot is the checksum of all that stands before it, as in each line of the history. Every version
// of the format keeps it there.

extension Snapshot {
  /// How an object ends that is written with one member a line.
  private static let end = Array("\n}\n".utf8)

  /// Adds the checksum to an object with at least one member, laid out with one member a line and a newline at the end.
  static func sealed(_ unsealed: [UInt8]) -> [UInt8] {
    let covered = unsealed.dropLast(end.count)
    return covered + seal(of: covered)
  }

  /// Whether the bytes end with their checksum; a missing newline at the end does no harm.
  static func isSealed(_ bytes: [UInt8]) -> Bool {
    let missing = bytes.last == end.last ? 0 : 1
    let length = seal(of: []).count - missing
    return bytes.suffix(length).elementsEqual(seal(of: bytes.dropLast(length)).dropLast(missing))
  }

  private static func seal(of covered: ArraySlice<UInt8>) -> [UInt8] {
    Array(",\n  \"sum\": \"\(Checksum.text(covered))\"".utf8) + end
  }
}
