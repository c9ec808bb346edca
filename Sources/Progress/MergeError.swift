/// Why histories were not merged.
public enum MergeError: Error, Equatable, Sendable {
  /// At the path is neither a history nor a folder with one.
  case noHistory(path: String)
  /// Nothing in the file at the path is an event.
  case notHistory(path: String)
  /// The own history lacks answers that the own snapshot counts, and the merged one lacks them, too.
  case answersOnlyInSnapshot(history: String, snapshot: String)
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
    case .answersOnlyInSnapshot(let history, let snapshot):
      "Nothing was merged: \(snapshot) counts answers that neither \(history) nor the other histories have, and they would "
        + "be lost. Merge a history that has them, such as one from the backups, or move the snapshot away."
    case .progress(let error): error.description
    }
  }
}
