/// Why histories were not merged.
public enum MergeError: Error, Equatable, Sendable {
  /// At the path is neither a history nor a folder with one.
  case noHistory(path: String)
  /// Nothing in the file at the path is an event.
  case notHistory(path: String)
  /// The own history is damaged or lacks events that the own snapshot counts: numbers would tell no longer what is missing.
  case damagedHere(path: String)
  /// Events of the history at the path were lost, and only the snapshot beside it still counts them.
  case lostEvents(path: String)
  /// A file could not be read or written, or progress may only be read.
  case progress(ProgressError)
}

extension MergeError: CustomStringConvertible {
  /// What is wrong, where, why, and what helps; whole sentences for the learner.
  public var description: String {
    switch self {
    case .noHistory(let path):
      "There is no history at \(path). Name a data folder or a file such as history.jsonl in it."
    case .notHistory(let path): "\(path) is no history: no line in it is an event. Nothing was merged."
    case .damagedHere(let path):
      "Nothing was merged, since \(path) is damaged. Run `kpo progress check --repair` first."
    case .lostEvents(let path):
      "Nothing was merged: \(path) has lost events, which only the snapshot beside it still counts, and they would be lost "
        + "for good. Merge the other way round, into the folder that has lost nothing: `kpo progress merge` there."
    case .progress(let error): error.description
    }
  }
}
