/// The events of a history as a set that can be united with those of other machines.
///
/// Uniting is commutative, associative and idempotent, whatever the histories are. Time decides the order, then the id; but no
/// event moves before one that its machine had written earlier, so a clock that went back does not tear a sitting apart.
public struct History: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    let at: Timestamp
    /// The members of the line between its number and its checksum, as they were written.
    let members: [UInt8]
    /// The nearest event before it in its history that has a later time, or the same time and a greater id.
    ///
    /// This is all that has to be remembered of the order: the history is the walk through the tree of these, the
    /// children of an event by time. It is the same before and after any number of merges.
    let behind: EventID?
  }

  private var entries: [EventID: Entry] = [:]

  /// Makes a history without events.
  public init() {}

  /// Takes lines in the order of their file; of equal ones the first counts.
  init(_ lines: [HistoryLine]) {
    var later: [(place: Place, sequence: Int)] = []
    for line in lines {
      let place = Place(at: line.at, id: line.id)
      // A number that goes back shows that two histories were put together by hand: what has a greater one was not there.
      while let last = later.last, last.place <= place || last.sequence >= line.sequence { later.removeLast() }
      add(Entry(at: line.at, members: line.members, behind: later.last?.place.id), line.id, keepingEqual: true)
      later.append((place, line.sequence))
    }
  }

  /// How many events there are.
  public var count: Int { entries.count }

  /// The union with another history.
  ///
  /// Of two events with one id and different contents the one with the later time stays, else the longer one, as newer versions
  /// write more; ``differing(from:)`` tells of them.
  public func merging(_ other: History) -> History {
    var union = self
    for (id, entry) in other.entries { union.add(entry, id) }
    return union
  }

  /// How many events of another history are not in this one.
  public func newEvents(in other: History) -> Int { other.entries.keys.count { entries[$0] == nil } }

  /// The ids that both histories have with different contents, sorted.
  public func differing(from other: History) -> [EventID] {
    entries.keys.filter { id in other.entries[id].map { $0.members != entries[id]?.members } ?? false }.sorted()
  }

  /// The events as the bytes of a history file, numbered from 1.
  /// - Parameter rewriting: changes how the JSON of a line is written, but not what it means.
  public func bytes(rewriting: ((String) -> String)? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, id) in order.enumerated() {
      guard var members = entries[id]?.members else { continue }
      if let rewriting { members = Array(rewriting(String(decoding: members, as: UTF8.self)).utf8) }
      bytes += HistoryLine.bytes(sequence: index + 1, members: members)
    }
    return bytes
  }

  /// Whether an event with this id is here.
  public func contains(_ id: EventID) -> Bool { entries[id] != nil }

  /// Whether the event of a line is here with the same contents.
  func holds(_ line: HistoryLine) -> Bool { entries[line.id]?.members == line.members }

  /// The lines of some of the events, as they would stand in a file of their own.
  func lines(of ids: [EventID]) -> [UInt8] {
    ids.enumerated().flatMap { index, id in
      entries[id].map { HistoryLine.bytes(sequence: index + 1, members: $0.members) } ?? []
    }
  }

  /// The ids in the order of the history.
  var order: [EventID] {
    var children: [EventID?: [Place]] = [:]
    for (id, entry) in entries { children[entry.behind, default: []].append(Place(at: entry.at, id: id)) }
    var order: [EventID] = []
    order.reserveCapacity(entries.count)
    var waiting = (children[nil] ?? []).sorted(by: >)
    while let next = waiting.popLast() {
      order.append(next.id)
      waiting += (children[next.id] ?? []).sorted(by: >)
    }
    return order
  }

  private mutating func add(_ entry: Entry, _ id: EventID, keepingEqual: Bool = false) {
    guard let old = entries[id] else {
      entries[id] = entry
      return
    }
    if keepingEqual, old.members == entry.members { return }
    if entry.isPreferred(to: old) { entries[id] = entry }
  }
}

extension History {
  /// What decides the order of events that do not depend on each other.
  private struct Place: Comparable {
    let at: Timestamp
    let id: EventID

    static func < (left: Place, right: Place) -> Bool { (left.at, left.id) < (right.at, right.id) }
  }
}

extension History.Entry {
  /// A total order, so that it does not matter in which order entries meet. The time comes first: so an event stays later than
  /// all that stand behind it, and the tree remains one.
  fileprivate func isPreferred(to other: History.Entry) -> Bool {
    if at != other.at { return at > other.at }
    if members != other.members {
      if members.count != other.members.count { return members.count > other.members.count }
      return other.members.lexicographicallyPrecedes(members)
    }
    // A file that has the event in the order of time says more than one that has not.
    guard let behind, let otherBehind = other.behind else { return behind == nil && other.behind != nil }
    return behind > otherBehind
  }
}
