/// What a merge comes to: the histories that were read, and their union.
public struct MergePlan: Equatable, Sendable {
  /// A history that was read.
  public struct Source: Equatable, Sendable {
    /// The file.
    public let path: String
    /// What it holds.
    public let reading: HistoryReading
    /// How many of its events no source before it has.
    public let newEvents: Int
  }

  /// The sources, the own history first.
  public let sources: [Source]
  /// The union.
  public let merged: History
  /// The ids of events of which the sources have different contents, sorted; one of each is in the union.
  public let differing: [EventID]

  init(_ files: [(path: String, bytes: [UInt8])]) {
    var merged = History()
    sources = files.enumerated().map { index, file in
      let (path, bytes) = file
      let reading = HistoryReading(bytes, keepsMarks: index == 0)
      defer { merged = merged.merging(reading.history) }
      return Source(path: path, reading: reading, newEvents: merged.newEvents(in: reading.history))
    }
    self.merged = merged
    differing = Set(sources.flatMap { $0.reading.history.differing(from: merged) + $0.reading.outdoneIDs }).sorted()
  }

  /// Whether something in the sources is damaged or contradicts itself.
  public var hasDoubts: Bool {
    !differing.isEmpty || sources.contains { !$0.reading.badLines.isEmpty || !$0.reading.torn.isEmpty }
  }

  /// The first source that has something in it, but no event.
  var stranger: String? {
    sources.first { $0.reading.history.count == 0 && !$0.reading.isEmpty }?.path
  }

  /// The lines that were outdone by others with the same ids.
  var outdone: [UInt8] {
    sources.flatMap { source in
      source.reading.outdone + source.reading.history.lines(of: source.reading.history.differing(from: merged))
    }
  }
}

extension HistoryReading {
  /// Whether the file had nothing in it.
  fileprivate var isEmpty: Bool { history.count == 0 && badLines.isEmpty && torn.isEmpty }
}
