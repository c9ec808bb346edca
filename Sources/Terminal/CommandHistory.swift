/// The commands that the Up key brings back, oldest first.
///
/// A value: `CommandHistoryFile` reads and writes it. Answers never enter it, since they would give a key away.
public struct CommandHistory: Equatable, Sendable {
  /// The most commands kept.
  public static let longest = 1000
  /// A longer command, in UTF-8 bytes, is not kept.
  static let longestEntry = 4096

  /// All commands, oldest first.
  public private(set) var entries: [String]

  /// A history of earlier commands, of which the last `longest` count.
  public init(entries: [String] = []) {
    self.entries = Array(entries.filter(Self.isKept).suffix(Self.longest))
  }

  /// Keeps a command, unless it begins with a space, repeats the last one or is not one line of plain text.
  ///
  /// - Returns: whether it was kept.
  @discardableResult
  public mutating func remember(_ line: String) -> Bool {
    guard Self.isKept(line), line != entries.last else { return false }
    entries.append(line)
    entries.removeFirst(max(0, entries.count - Self.longest))
    return true
  }

  /// A leading space keeps a line out, as in a shell; so do controls, which a file of lines cannot hold.
  static func isKept(_ line: String) -> Bool {
    guard let first = line.utf8.first, line.utf8.count <= longestEntry else { return false }
    return first != 0x20 && line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}
