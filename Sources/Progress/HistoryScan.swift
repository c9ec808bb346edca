/// What a run of bytes of the history holds: its events, and what is not as it should be.
///
/// Nothing in the bytes can make it fail: what cannot be read is told, with its place, and the rest is kept.
struct HistoryScan {
  /// A line that is not an event, or only in part.
  struct BadLine: Equatable {
    /// The line's number, from 1 at the beginning of the scan.
    let line: Int
    let fault: LineFault
    let bytes: [UInt8]
  }

  /// A place where numbers are left out or go back.
  struct SequenceFault: Equatable {
    let line: Int
    let expected: Int
    let found: Int
  }

  /// How the bytes end.
  enum Ending: Equatable {
    /// With a newline, or there are none.
    case complete
    /// With an event whose newline is missing.
    case withoutNewline
    /// With part of a line, as a crash leaves it.
    case torn([UInt8])
  }

  private(set) var events: [RecordedEvent] = []
  /// The line of each event.
  private(set) var lines: [Int] = []
  private(set) var badLines: [BadLine] = []
  private(set) var sequenceFaults: [SequenceFault] = []
  private(set) var ending = Ending.complete
  /// The number of the last event so far, or the one before the bytes.
  private(set) var lastSequence: Int
  /// The number of the last line, whole or not.
  private(set) var lastLine = 0
  private var knownIDs: Set<EventID>?

  /// More numbers than these can not be missing between two lines.
  private static let longestGap = 1 << 32

  /// Scans from the beginning of a line.
  /// - Parameter after: the number of the last event before the bytes, 0 at the beginning of the history.
  init(_ bytes: [UInt8], after: Int) {
    lastSequence = after
    var line = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      line += 1
      lastLine = line
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let content = bytes[start..<(newline ?? bytes.endIndex)]
      do throws(LineFault) {
        let event = try RecordedEvent(line: content)
        guard event.sequence <= lastSequence + Self.longestGap else { throw .number(event.sequence) }
        take(event, line: line)
        if newline == nil { ending = .withoutNewline }
      } catch {
        let salvaged = Self.salvage(content)
        for event in salvaged where event.sequence <= lastSequence + Self.longestGap { take(event, line: line) }
        if newline != nil {
          badLines.append(BadLine(line: line, fault: error, bytes: Array(content)))
        } else {
          ending = salvaged.isEmpty ? .torn(Array(content)) : .withoutNewline
        }
      }
      start = newline.map { $0 + 1 } ?? bytes.endIndex
    }
  }

  /// Whether no line is damaged or out of order, but perhaps the end.
  var isSound: Bool { badLines.isEmpty && sequenceFaults.isEmpty }

  /// Whether it also holds all events that there ever were, so that scores can be computed from it.
  var isComplete: Bool { isSound && !hasLostEvents }

  /// Whether some event takes back one that is not in these bytes.
  var takesBackEarlierEvents: Bool {
    guard events.contains(where: \.takesBack) else { return false }
    let own = Set(events.map(\.id))
    return events.contains { recorded in
      guard case .undone(let undone) = recorded.event else { return false }
      return !own.isSuperset(of: undone)
    }
  }

  private mutating func take(_ event: RecordedEvent, line: Int) {
    if event.sequence != lastSequence + 1 {
      // An event that stands twice, as after a merge by hand, counts once.
      if event.sequence <= lastSequence, isKnown(event.id) {
        sequenceFaults.append(SequenceFault(line: line, expected: lastSequence + 1, found: event.sequence))
        return
      }
      // A bad line right before accounts for the numbers left out, or the line itself says that they are lost.
      let explained = event.event == .lost || badLines.last.map { $0.line >= (lines.last ?? 0) } ?? false
      if event.sequence <= lastSequence || !explained {
        sequenceFaults.append(SequenceFault(line: line, expected: lastSequence + 1, found: event.sequence))
      }
    }
    lastSequence = max(lastSequence, event.sequence)
    events.append(event)
    lines.append(line)
    knownIDs?.insert(event.id)
  }

  /// Whether an event was taken before; the set is made only for a history that needs it.
  private mutating func isKnown(_ id: EventID) -> Bool {
    let known = knownIDs ?? Set(events.map(\.id))
    knownIDs = known
    return known.contains(id)
  }

  /// The events inside a bad line, such as two lines whose newline was damaged or an event behind the remains of a torn one.
  private static func salvage(_ line: ArraySlice<UInt8>) -> [RecordedEvent] {
    pieces(line).compactMap { try? RecordedEvent(line: $0) }
  }

  /// The parts of a bad line that look like whole lines.
  static func pieces(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let beginning = Array("{\"seq\":".utf8)
    let end = Array("\"}".utf8)
    let starts = line.indices.filter {
      line[$0] == beginning[0] && line[$0...].starts(with: beginning)
    }
    return starts.enumerated().map { index, start in
      var piece = line[start..<(index + 1 < starts.count ? starts[index + 1] : line.endIndex)]
      while !piece.isEmpty, !piece.suffix(2).elementsEqual(end) { piece.removeLast() }
      return piece
    }
  }
}
