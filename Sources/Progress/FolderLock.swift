import Glibc
import StrictJSON

/// The program that keeps a data folder locked, as it describes itself in the lock file.
public struct LockHolder: Equatable, Sendable {
  /// Its process number.
  public let process: Int
  /// Its command, such as `kpo daily`.
  public let command: String
  /// Since when it holds the lock.
  public let since: Timestamp

  /// Describes a program.
  public init(process: Int, command: String, since: Timestamp) {
    self.process = process
    self.command = command
    self.since = since
  }

  /// Describes this program.
  init(command: String, since: Timestamp) {
    self.init(process: Int(getpid()), command: String(command.prefix(200)), since: since.cutToMilliseconds)
  }

  var bytes: [UInt8] {
    let value: JSONValue = [
      "process": JSONValue(process), "command": .string(command), "since": .string(since.description),
    ]
    return value.bytes() + [UInt8(ascii: "\n")]
  }

  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes), let process = value["process"]?.intValue,
      let command = value["command"]?.stringValue, let since = value["since"]?.stringValue.flatMap({ Timestamp($0) })
    else { return nil }
    self.init(process: process, command: command, since: since)
  }
}

/// The lock of a data folder: held by one program at a time, and given up by the system when that program ends, however it ends.
enum FolderLock {
  enum Outcome: Equatable {
    /// The lock is ours until the file is closed.
    case acquired(OpenFile)
    /// Another program kept it for the whole wait; nil if it did not say who it is.
    case held(by: LockHolder?)
  }

  private static let wait = Duration.milliseconds(50)
  private static let tries = 40

  /// Tries for two seconds.
  ///
  /// The lock is on a file of its own and never on a data file: those get replaced, and a lock stays with the old one.
  static func acquire(
    _ path: String, for holder: LockHolder, fileSystem: FileSystem, sleep: (Duration) -> Void
  ) throws(FileSystemError) -> Outcome {
    var triesLeft = tries
    while true {
      let file = try fileSystem.openRegular(path, .lock)
      do throws(FileSystemError) {
        while !(try fileSystem.lock(file)) {
          guard triesLeft > 0 else {
            let bytes = try fileSystem.readAll(file, from: 0, to: ProgressLimits.lockBytes)
            fileSystem.close(file)
            return .held(by: LockHolder(bytes))
          }
          triesLeft -= 1
          sleep(wait)
        }
        // Who erased everything while we waited took the name away: a lock without one keeps nobody out.
        if try fileSystem.status(file).identity == fileSystem.statusAtPath(path)?.identity {
          tell(holder, in: file, fileSystem)
          return .acquired(file)
        }
      } catch {
        fileSystem.close(file)
        throw error
      }
      fileSystem.close(file)
    }
  }

  /// Who we are is a courtesy to others: on a full disk the lock holds without it.
  private static func tell(_ holder: LockHolder, in file: OpenFile, _ fileSystem: FileSystem) {
    do throws(FileSystemError) {
      try fileSystem.truncate(file, 0)
      try fileSystem.writeAll(holder.bytes, to: file)
    } catch {}
  }

  /// Makes the folder and takes its lock for something that cannot do without; closing the file gives it up.
  static func take(
    _ folder: DataFolder, for command: String, fileSystem: FileSystem, clock: StudyClock
  ) throws(ProgressError) -> OpenFile {
    let outcome: Outcome
    do throws(FileSystemError) {
      try fileSystem.makeFolders(folder.path)
      let holder = LockHolder(command: command, since: clock.now())
      outcome = try acquire(folder.lockPath, for: holder, fileSystem: fileSystem, sleep: clock.sleep)
    } catch {
      throw .file(error)
    }
    switch outcome {
    case .acquired(let file): return file
    case .held(let holder): throw .readOnly(.lockHeld(by: holder))
    }
  }
}
