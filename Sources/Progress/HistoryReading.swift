/// What the bytes of a history file hold for a merge.
public struct HistoryReading: Equatable, Sendable {
  /// All events that can be read.
  public let history: History
  /// The numbers of the lines that cannot be read, from 1, but for an incomplete last one.
  public let badLines: [Int]
  /// The bad lines themselves.
  let damaged: [UInt8]
  /// An incomplete last line, as a crash leaves it.
  let torn: [UInt8]
  /// The lines whose event stands in the file with other contents, too, which were preferred.
  let outdone: [UInt8]
  /// The ids of their events.
  let outdoneIDs: [EventID]
  /// Whether a repair had to go on without some events.
  let hasLostEvents: Bool

  /// Reads the history of a folder; nil if there is none.
  /// - Throws: ``ProgressError/file(_:)`` if it cannot be read.
  public init?(of folder: DataFolder, fileSystem: FileSystem = .live) throws(ProgressError) {
    do throws(FileSystemError) {
      let bytes = try fileSystem.readFile(folder.historyPath, limit: ProgressLimits.historyBytes)
      guard let bytes else { return nil }
      self.init(bytes)
    } catch {
      throw .file(error)
    }
  }

  /// Reads the bytes of a file; nothing in them can make it fail.
  /// - Parameter keepsMarks: whether the lines stay that stand for lost events; what one machine has lost, another has not.
  init(_ bytes: [UInt8], keepsMarks: Bool = true) {
    var lines: [HistoryLine] = []
    var badLines: [Int] = []
    var damaged: [UInt8] = []
    var torn: [UInt8] = []
    var number = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      number += 1
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let content = bytes[start..<(newline ?? bytes.endIndex)]
      if let line = HistoryLine(content) {
        lines.append(line)
      } else {
        let salvaged = HistoryScan.pieces(content).compactMap { HistoryLine($0) }
        lines += salvaged
        if newline != nil {
          badLines.append(number)
          damaged += content + [UInt8(ascii: "\n")]
        } else if salvaged.isEmpty {
          torn = Array(content)
        }
      }
      start = newline.map { $0 + 1 } ?? bytes.endIndex
    }
    hasLostEvents = lines.contains(where: \.isLost)
    if !keepsMarks { lines.removeAll(where: \.isLost) }
    let history = History(lines)
    self.history = history
    self.badLines = badLines
    self.damaged = damaged
    self.torn = torn
    let outdone = lines.filter { !history.holds($0) }
    self.outdone = outdone.flatMap { HistoryLine.bytes(sequence: $0.sequence, members: $0.members) }
    outdoneIDs = outdone.map(\.id)
  }
}
