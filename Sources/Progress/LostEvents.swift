extension Event {
  /// Stands in a repaired history for the events before it that are lost; counts for nothing.
  ///
  /// As an event without members of its own it needs no case: a program that does not know it keeps it as it is.
  static let lost = Event.unknown(name: "lost")
}

extension HistoryScan {
  /// Whether a repair had to go on without some events.
  var hasLostEvents: Bool { events.contains { $0.event == .lost } }
}
