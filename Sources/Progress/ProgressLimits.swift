/// The most bytes we read of each file; a message names the limit where it is exceeded.
enum ProgressLimits {
  /// 1 GiB, some seven million answers.
  static let historyBytes = 1 << 30
  /// 256 MiB.
  static let snapshotBytes = 256 << 20
  /// The holder's description in the lock file.
  static let lockBytes = 4096
  /// How many answers may stand behind the snapshot before a new one is written without being asked for.
  static let eventsBehindSnapshot = 2000
}
