/// What a repair will put in the place of damaged files, computed before anything is written.
///
/// Numbers stay as they are wherever they can, so that a program that is stopped between the two files leaves a snapshot that
/// still fits the history; what is lost is marked in the history where it stood.
struct RepairPlan {
  /// The new history.
  let history: [UInt8]
  /// The new snapshot.
  let snapshot: Snapshot
  /// The lines that are taken out of the history.
  let damagedLines: [UInt8]
  /// The old snapshot, if it is damaged or false.
  let damagedSnapshot: [UInt8]?
  /// How many events came from which folder of a dated copy.
  let recovered: [(path: String, count: Int)]
  /// The folder of the dated copy whose snapshot gave the scores of lost events; nil if none was needed.
  let scoresFrom: String?
  /// How many events are known to have been there and are nowhere to be found.
  let lost: Int

  /// Plans the repair; nil if nothing needs one.
  /// - Parameters:
  ///   - files: what is there.
  ///   - copies: the folders of the dated copies, the newest first.
  ///   - read: reads one of them, which happens only if the history needs it.
  ///   - marker: the line that stands for lost events, with a number and the time of a line beside it, if there is one.
  init?(
    _ files: ProgressFiles, copies: [DataFolder], read: (DataFolder) throws(FileSystemError) -> ProgressFiles,
    marker: (_ sequence: Int, _ moment: Timestamp?) -> [UInt8]
  ) throws(FileSystemError) {
    let scan = files.scan
    let counted = files.snapshot?.through.sequence ?? 0
    let misfit = files.snapshot.flatMap { ProgressCheck.compare($0, scan, files.history ?? []) }
    let needsNewSnapshot =
      misfit != nil || files.snapshotFault != nil || files.obstacles.contains(files.folder.snapshotPath)
    guard files.needsNewHistory || needsNewSnapshot else { return nil }

    var union = LineUnion(files.lines, markers: scan.events.filter { $0.event == .lost }.map(\.id))
    var base = files.snapshot
    var scoresFrom: String?
    var recovered: [(path: String, count: Int)] = []
    // Bad lines at the end may be events that no number tells of.
    let trailing = scan.badLines.count { $0.line > (scan.lines.last ?? 0) }
    var limit = union.isEmpty ? Int.max : max(scan.lastSequence, counted) + trailing
    let needsCopies =
      files.needsNewHistory || files.snapshotFault != nil && (scan.events.isEmpty || scan.hasLostEvents)
    for folder in needsCopies ? copies : [] {
      if base != nil || files.snapshotBytes == nil, union.isWhole(upTo: limit) { break }
      let copy = try read(folder)
      let lines = copy.lines
      guard union.isOfOneHistory(with: lines) else { continue }
      let wasEmpty = union.isEmpty
      let count = union.fill(from: lines, upTo: limit)
      if count > 0 { recovered.append((folder.path, count)) }
      if wasEmpty, let last = union.lines.last?.sequence { limit = max(last, counted) }
      if base == nil, let snapshot = copy.snapshot {
        base = snapshot
        scoresFrom = folder.path
      }
    }
    let (bytes, lost) = union.numbered(upTo: max(scan.lastSequence, counted), marker: marker)
    let new = HistoryScan(bytes, after: 0)
    var snapshot = Snapshot()
    if let base, new.hasLostEvents {
      // The snapshot knows more than the history.
      snapshot = base
      for event in new.events.filter({ $0.sequence > base.through.sequence }).withoutUndone {
        snapshot.scores.apply(event)
      }
    } else {
      scoresFrom = nil
      snapshot.scores = Scores.replay(new.events)
      if let old = files.snapshot {
        snapshot.unknown = old.unknown
        snapshot.through.unknown = old.through.unknown
        snapshot.scores.adoptUnknown(from: old.scores)
      }
    }
    snapshot.through.sequence = max(new.lastSequence, snapshot.through.sequence)
    snapshot.through.reach(endOf: bytes)
    history = bytes
    self.snapshot = snapshot
    damagedLines = files.lines(besides: union.lines)
    damagedSnapshot = files.snapshotFault != nil || misfit == .snapshotDiffers ? files.snapshotBytes : nil
    self.recovered = recovered
    self.scoresFrom = scoresFrom
    self.lost = lost
  }
}

extension ProgressFiles {
  /// Whether something is wrong with the history that a new one can mend.
  fileprivate var needsNewHistory: Bool {
    guard snapshotBytes != nil || history != nil || !obstacles.isEmpty else { return false }
    return history == nil || !scan.badLines.isEmpty || !scan.sequenceFaults.isEmpty || scan.ending != .complete
      || snapshot.map { $0.through.sequence > scan.lastSequence } ?? false
  }
}

/// The lines of a damaged history, with those that copies of it can add.
private struct LineUnion {
  private(set) var lines: [HistoryLine]
  private var ids: [Int: Set<EventID>] = [:]
  /// The lines that an earlier repair put there for lost events.
  private let markers: Set<EventID>

  init(_ lines: [HistoryLine], markers: [EventID]) {
    self.lines = lines
    self.markers = Set(markers)
    for line in lines { ids[line.sequence, default: []].insert(line.id) }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// Whether other lines contradict these nowhere.
  ///
  /// A copy from before a restore or a merge goes another way from some number on: its events do not belong here.
  func isOfOneHistory(with others: [HistoryLine]) -> Bool {
    others.allSatisfy { ids[$0.sequence]?.contains($0.id) ?? true }
  }

  /// Takes in the events whose numbers are missing; returns how many.
  mutating func fill(from others: [HistoryLine], upTo limit: Int) -> Int {
    let new = others.filter { $0.sequence <= limit && ids[$0.sequence] == nil }.sorted { $0.sequence < $1.sequence }
    for line in new { ids[line.sequence, default: []].insert(line.id) }
    var rest = new[...]
    var all: [HistoryLine] = []
    for line in lines {
      while let next = rest.first, next.sequence < line.sequence { all.append(rest.removeFirst()) }
      all.append(line)
    }
    lines = all + rest
    return new.count
  }

  /// Whether no number up to the last is missing.
  func isWhole(upTo last: Int) -> Bool { last <= ids.count && (1...max(1, last)).allSatisfy { ids[$0] != nil } }

  /// The bytes of a history with all lines in ascending numbers, and how many numbers up to the last are missing.
  ///
  /// Where some are missing, a marker takes the last of their numbers, unless one stands there from an earlier repair.
  func numbered(upTo last: Int, marker: (_ sequence: Int, _ moment: Timestamp?) -> [UInt8]) -> (
    bytes: [UInt8], lost: Int
  ) {
    let numbers = ids.keys.sorted()
    var bytes: [UInt8] = []
    var lost = 0
    var seen = 0
    var next = 1
    var moment = lines.first?.at
    func markGap(before sequence: Int) {
      let missing = Self.missing(from: seen + 1, to: sequence - 1, in: numbers)
      guard missing > 0 else { return }
      lost += missing
      next = max(next, sequence - 1)
      // A later time would hold back all that follows when histories are merged.
      bytes += marker(next, moment)
      next += 1
    }
    for line in lines {
      if markers.contains(line.id) {
        next = max(next, line.sequence)
      } else {
        markGap(before: line.sequence)
      }
      bytes += HistoryLine.bytes(sequence: next, members: line.members)
      next += 1
      seen = max(seen, line.sequence)
      moment = line.at
    }
    markGap(before: last + 1)
    return (bytes, lost)
  }

  /// How many numbers of a range are those of no line.
  private static func missing(from first: Int, to last: Int, in numbers: [Int]) -> Int {
    guard first <= last else { return 0 }
    // A number can be anything, so a gap may be greater than all that is there.
    return last - first + 1 - (numbers.count(below: last + 1) - numbers.count(below: first))
  }
}

extension [Int] {
  /// How many of the ascending numbers are less than a limit.
  fileprivate func count(below limit: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
