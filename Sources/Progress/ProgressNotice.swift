/// Something the learner should know about the files of progress: what was found, repaired or kept aside.
public enum ProgressNotice: Equatable, Sendable {
  /// Nothing will be saved.
  case readOnly(ReadOnlyReason)
  /// The history ends in the middle of a line, as after a crash; the answer in it had not been confirmed.
  case incompleteLastLine(path: String, bytes: Int)
  /// Lines in the middle of the history cannot be read; the numbers count from the line after the snapshot if that was used.
  case badLines(path: String, count: Int, firstReason: String)
  /// Numbers are left out in the history or stand twice.
  case sequenceFaults(path: String, count: Int)
  /// The snapshot cannot be read; the scores come from this many events of the history.
  case snapshotDamaged(path: String, reason: String, events: Int)
  /// The snapshot cannot be read and the history is missing, so the scores are empty; copies may be in a folder.
  case nothingLeft(snapshot: String, reason: String, history: String, backups: String?)
  /// The snapshot and the history belong to different times; the scores come from the history, which is complete.
  case snapshotOutOfStep(path: String, events: Int)
  /// The history is missing; the scores come from the snapshot.
  case historyMissing(path: String)
  /// The history lacks events that the snapshot knows; the scores come from the snapshot and what the history has beyond.
  case historyIncomplete(path: String)
  /// An answer that was taken back still counts, because a damaged history does not allow to count anew.
  case undoneStillCounts(path: String)
  /// Neither history nor snapshot is there, but backups are.
  case onlyBackupsLeft(path: String)
  /// Damaged bytes were copied to a file of their own before anything was changed.
  case keptAside(path: String)
  /// The dated copy could not be made.
  case backupFailed(FileSystemError)
}

extension ProgressNotice: CustomStringConvertible {
  /// What was found, where, and what it means; whole sentences for the learner.
  public var description: String {
    switch self {
    case .readOnly(let reason): "\(reason)"
    case .incompleteLastLine(let path, let bytes):
      "\(path) ends with an incomplete line (\(bytes) bytes), as after a crash or a power cut. Every answer that was "
        + "confirmed is there; the incomplete line is kept aside before the next answer is saved."
    case .badLines(let path, let count, let firstReason):
      "\(path): \(count == 1 ? "one line" : "\(count) lines") cannot be read (\(firstReason)). All other answers count; "
        + "\"kpo progress check\" shows where."
    case .sequenceFaults(let path, let count):
      "\(path): the numbering of the lines has \(count == 1 ? "a fault" : "\(count) faults"), so lines were removed, "
        + "added or moved. What is there counts; \"kpo progress check\" shows where."
    case .snapshotDamaged(let path, let reason, 0):
      "\(path) is damaged (\(reason)). The history holds no event, so your scores begin anew. If you have copies of both "
        + "files, put them back; the damaged file is kept aside before anything is saved."
    case .nothingLeft(let snapshot, let reason, let history, let backups):
      "\(snapshot) is damaged (\(reason)) and \(history) is missing, so your scores begin anew. "
        + (backups.map { "Copies of both are in \($0): copy the newest ones back before you go on. " }
          ?? "If you have copies of both files, put them back before you go on. ")
        + "The damaged file is kept aside before anything is saved."
    case .snapshotDamaged(let path, let reason, let events):
      "\(path) is damaged (\(reason)). Your scores were computed anew from "
        + "\(events == 1 ? "the one event" : "the \(events) events") of the history; the damaged file is kept aside before "
        + "anything is saved."
    case .snapshotOutOfStep(let path, let events):
      "\(path) does not fit the history. Your scores were computed anew from its \(events) events."
    case .historyMissing(let path):
      "\(path) is missing. Your scores are those of the snapshot; the single answers in it cannot be shown. "
        + "`kpo progress check --repair` takes what it can from the dated copies."
    case .historyIncomplete(let path):
      "\(path) lacks answers that the snapshot counts. Your scores are those of the snapshot with what came later. "
        + "`kpo progress check --repair` takes what is missing from the dated copies."
    case .undoneStillCounts(let path):
      "An answer that you took back still counts, because \(path) is damaged further up and cannot be counted anew. "
        + "\"kpo progress check\" shows where."
    case .onlyBackupsLeft(let path):
      "Your progress files are missing, but copies of them are in \(path). `kpo progress backups` lists them, and `kpo progress restore` brings one back."
    case .keptAside(let path): "What could not be read is kept in \(path)."
    case .backupFailed(let error): "The copy of the day could not be made. \(error.textWithRemedy)"
    }
  }
}
