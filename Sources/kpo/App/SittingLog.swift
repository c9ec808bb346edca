import Progress
import Terminal

/// Saves the events of one sitting, what begins it together with the first of them.
@MainActor
struct SittingLog {
  let app: App
  let store: ProgressStore
  /// What begins the sitting; saved with the first answer, so that looking in leaves nothing behind.
  private var beginning: [Event]

  init(app: App, store: ProgressStore, beginning: [Event]) {
    self.app = app
    self.store = store
    self.beginning = beginning
  }

  /// Whether anything of the sitting is on the disk.
  var hasBegun: Bool { beginning.isEmpty }

  /// Whether answers are saved at all; if not, the learner was told why.
  var isSaving: Bool { store.readOnlyReason == nil }

  /// Saves what begins the sitting at once.
  mutating func begin() throws {
    let events = beginning
    beginning = []
    if try save(events).isEmpty { beginning = events }
  }

  /// Saves events, unless progress is only read, and returns their ids.
  @discardableResult
  mutating func save(_ events: [Event]) throws -> [EventID] {
    guard isSaving, !events.isEmpty else { return [] }
    let first = beginning
    var saved: [RecordedEvent] = []
    do throws(ProgressError) {
      saved = try store.append(first + events)
      beginning = []
    } catch {
      // That progress is only read may turn out now, as when the folder did not exist before; a notice says so.
      guard case .readOnly = error else { throw error }
    }
    try app.tellNotices(of: store)
    return saved.dropFirst(first.count).map(\.id)
  }

  /// Writes the snapshot; if that fails, says so and goes on, since all answers are in the history.
  func saveSnapshot() throws {
    guard isSaving else { return }
    do throws(ProgressError) {
      try store.saveSnapshot()
    } catch {
      try app.warn(
        "All answers are saved; only the scores could not be written and are computed anew at the next start. "
          + "\(error.description)" as SafeText)
    }
  }

  /// Ends with the code for a failed write if answers were given that could not be saved.
  func expectSaved(asked: Int) throws {
    if asked > 0, !isSaving { throw AppExit(code: 74) }
  }
}
