/// Why progress cannot be found, read or saved.
public enum ProgressError: Error, Equatable, Sendable {
  /// Neither an option nor the environment says where progress lives.
  case noDataFolder
  /// The option names no folder.
  case emptyDataFolder
  /// `KPO_NOW` is not a time.
  case invalidNow(String)
  /// A file could not be read or written; nothing was saved by this call.
  case file(FileSystemError)
  /// Nothing may be saved, for a reason that was known at the beginning.
  case readOnly(ReadOnlyReason)
  /// An earlier write failed, and so nothing more is written; holds that failure.
  case stopped(FileSystemError)
  /// The store was closed before.
  case closed
}

/// Why progress is only read.
public enum ReadOnlyReason: Equatable, Sendable {
  /// The caller asked for no more.
  case requested
  /// Another program is saving answers; nil if it did not say who it is.
  case lockHeld(by: LockHolder?)
  /// A newer program wrote the snapshot at the path.
  case newerVersion(path: String, version: Int)
  /// The snapshot at the path is damaged, and it alone counted what the history has lost; a copy may have it, too.
  case needsRepair(path: String)
  /// The lock could not be taken, for instance in a folder without permission to write.
  case cannotLock(FileSystemError)
}

extension ProgressError: CustomStringConvertible {
  /// What is wrong, where, why, and what helps; whole sentences for the learner.
  public var description: String {
    switch self {
    case .noDataFolder:
      "There is no place for your progress: neither KPO_DATA nor XDG_DATA_HOME nor HOME names a folder. "
        + "Give one with --data DIR."
    case .emptyDataFolder:
      "--data names no folder: its value is empty. Name one, or leave --data out for the usual one."
    case .invalidNow(let text):
      "KPO_NOW is \"\(text)\", which is not a time. Write it like 2026-11-23T10:00:00Z or 2026-11-23T10:00:00+01:00."
    case .file(let error): error.textWithRemedy
    case .readOnly(let reason): "Nothing was changed. \(reason)"
    case .stopped(let error): "Nothing more is saved, because an earlier write failed. \(error.textWithRemedy)"
    case .closed: "Nothing was saved: progress was closed before. Start kpo again."
    }
  }
}

extension ReadOnlyReason: CustomStringConvertible {
  /// Why nothing is saved and what helps; whole sentences for the learner.
  public var description: String {
    switch self {
    case .requested: "Progress is open for reading only."
    case .lockHeld(let holder?):
      "Another program is saving answers: \"\(holder.command)\" (process \(holder.process), since \(holder.since)). "
        + "End it and try again."
    case .lockHeld(nil): "Another program is saving answers. End it and try again."
    case .newerVersion(let path, let version):
      "\(path) was written by a newer kpo (format version \(version); this one knows \(Snapshot.formatVersion)). "
        + "It is left as it is. Update kpo."
    case .needsRepair(let path):
      "\(path) is damaged, and the history alone does not have all answers. Run `kpo progress check --repair`, which looks "
        + "for them in the dated copies."
    case .cannotLock(let error): "Progress is open for reading only. \(error.textWithRemedy)"
    }
  }
}
