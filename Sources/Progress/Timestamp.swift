/// A moment in UTC, in microseconds since 1970, printed as ISO 8601 with milliseconds.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let microseconds: Int64

  /// Makes a moment from microseconds since 1970.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// Makes a moment from whole seconds since 1970.
  public init(seconds: Int) { microseconds = Int64(seconds) * 1_000_000 }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int { floorDivide(Int(microseconds), by: 1_000_000) }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

  /// The moment cut down to whole milliseconds, as the files hold it.
  public var cutToMilliseconds: Timestamp {
    Timestamp(microseconds: Int64(floorDivide(Int(microseconds), by: 1000)) * 1000)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment as `2026-11-23T10:00:00.123Z`.
  public var description: String {
    let milliseconds = padded(floorDivide(Int(microseconds), by: 1000) - seconds * 1000, digits: 3)
    return "\(text(timeSeparator: ":")).\(milliseconds)Z"
  }

  /// The moment as a part of a file name: `2026-11-23T10-00-00Z`.
  public var fileName: String { text(timeSeparator: "-") + "Z" }

  private func text(timeSeparator: String) -> String {
    let second = seconds
    let day = floorDivide(second, by: 86_400)
    let inDay = second - day * 86_400
    let time = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { padded($0, digits: 2) }
    return "\(StudyDay(daysSince1970: day))T\(time.joined(separator: timeSeparator))"
  }
}

extension Timestamp {
  /// Reads `2026-11-23T10:00:00.123Z`; the fraction may be missing or have one to six digits.
  ///
  /// In place of `Z` an offset such as `+01:00` may stand. Nil if the text is anything else.
  public init?(_ text: String) {
    guard let (timestamp, _) = Timestamp.withOffset(text) else { return nil }
    self = timestamp
  }

  /// Reads the same and tells the written offset in seconds; nil stands for `Z`.
  static func withOffset(_ text: String) -> (Timestamp, offset: Int?)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 32, let day = StudyDay(bytes[..<10]), bytes[10] == UInt8(ascii: "T"),
      let hour = number(bytes[11..<13]), hour < 24, bytes[13] == UInt8(ascii: ":"),
      let minute = number(bytes[14..<16]), minute < 60, bytes[16] == UInt8(ascii: ":"),
      let second = number(bytes[17..<19]), second < 60
    else { return nil }
    var rest = bytes[19...]
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard (1...6).contains(digits.count), let value = number(digits) else { return nil }
      fraction = (digits.count..<6).reduce(value) { scaled, _ in scaled * 10 }
      rest = rest[digits.endIndex...]
    }
    let offset: Int?
    if rest.elementsEqual("Z".utf8) {
      offset = nil
    } else {
      let part = Array(rest)
      guard part.count == 6, part[3] == UInt8(ascii: ":"), let hours = number(part[1..<3]), hours < 24,
        let minutes = number(part[4..<6]), minutes < 60,
        part[0] == UInt8(ascii: "+") || part[0] == UInt8(ascii: "-")
      else { return nil }
      offset = (part[0] == UInt8(ascii: "-") ? -60 : 60) * (hours * 60 + minutes)
    }
    let total = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - (offset ?? 0)
    return (Timestamp(microseconds: Int64(total) * 1_000_000 + Int64(fraction)), offset)
  }

  /// The value of decimal digits; nil if there are none or something else stands there.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
