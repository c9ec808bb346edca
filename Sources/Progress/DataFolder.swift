/// Where a learner's progress lives, and the names of the files in it.
public struct DataFolder: Equatable, Sendable {
  /// The folder's path.
  public let path: String

  /// Takes a folder as it is given.
  public init(path: String) { self.path = path }

  /// Finds the folder: `--data`, else `KPO_DATA`, else `$XDG_DATA_HOME/kpo`, else `~/.local/share/kpo`.
  ///
  /// An empty variable counts as none, and a relative `XDG_DATA_HOME` is ignored, as its specification asks.
  /// - Parameters:
  ///   - option: the value of `--data`, if given.
  ///   - environment: the program's environment variables.
  /// - Throws: ``ProgressError/noDataFolder`` if none of them says where; ``ProgressError/emptyDataFolder``.
  public init(option: String?, environment: [String: String]) throws(ProgressError) {
    func value(_ name: String) -> String? {
      guard let text = environment[name], !text.isEmpty else { return nil }
      return text
    }
    if let option {
      // Perhaps an unset variable of a script, which must not fall on another folder.
      guard !option.isEmpty else { throw .emptyDataFolder }
      path = option
    } else if let folder = value("KPO_DATA") {
      path = folder
    } else if let folder = value("XDG_DATA_HOME"), folder.hasPrefix("/") {
      path = joinPath(folder, "kpo")
    } else if let home = value("HOME"), home.hasPrefix("/") {
      path = joinPath(home, ".local/share/kpo")
    } else {
      throw .noDataFolder
    }
  }

  /// The path of the history, `history.jsonl`.
  public var historyPath: String { file("history.jsonl") }
  /// The path of the snapshot, `progress.json`.
  public var snapshotPath: String { file("progress.json") }
  /// The path of the lock, `lock`.
  public var lockPath: String { file("lock") }
  /// The path of the folder of dated copies, `backups`.
  public var backupsPath: String { file("backups") }
  /// The path of the folder of the learner's own banks, `banks`.
  public var banksPath: String { file("banks") }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { joinPath(path, name) }
}
