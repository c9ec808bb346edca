import Glibc
import Synchronization
@testable import Progress
import TestSupport
import Testing

/// What only a real file system has: permissions, links, pipes, locks of other programs.
@Suite(.serialized) struct LiveFilesTests {
  /// A clock with which waiting takes time: a process that another test starts holds our lock for a moment.
  private static func waiting(_ clock: StudyClock) -> StudyClock {
    var clock = clock
    clock.sleep = StudyClock.live.sleep
    return clock
  }

  func open(
    _ path: String, mode: ProgressStore.Mode = .readWrite, command: String = "kpo daily", clock: StudyClock? = nil,
    randomness: Randomness = .seeded(3)
  ) throws -> ProgressStore {
    return try ProgressStore.open(
      DataFolder(path: path), clock: try clock ?? Self.waiting(TestClock().clock), randomness: randomness, mode: mode,
      command: command)
  }

  @Test func savesAndReads() throws {
    try withTemporaryFolder { root in
      let store = try open("\(root)/deep/er/kpo")
      for answer in sampleAnswers { try store.append(answer) }
      try store.saveSnapshot()
      store.close()
      let again = try open("\(root)/deep/er/kpo", mode: .readOnly)
      #expect(again.scores == store.scores)
      #expect(again.scores.facts.count == 4)
      #expect(try FileSystem.live.list("\(root)/deep/er/kpo") == ["history.jsonl", "lock", "progress.json"])
    }
  }

  @Test func permissionsDoNotDependOnTheUmask() throws {
    try withTemporaryFolder { root in
      let before = umask(0)
      defer { _ = umask(before) }
      let clock = try TestClock()
      let store = try open("\(root)/a/kpo", clock: Self.waiting(clock.clock))
      try store.append(sampleAnswers[0])
      try store.saveSnapshot()
      store.close()
      try clock.set("2026-11-25T10:00:00Z")
      let next = try open("\(root)/a/kpo", clock: Self.waiting(clock.clock))
      try next.append(sampleAnswers[1])
      next.close()
      let backups = try FileSystem.live.list("\(root)/a/kpo/backups")
      let backup = "a/kpo/backups/\(try #require(backups.first))"
      for folder in ["a", "a/kpo", "a/kpo/backups", backup] {
        #expect(try FileSystem.live.statusAtPath("\(root)/\(folder)")?.permissions == 0o700, "\(folder)")
      }
      for file in ["history.jsonl", "progress.json", "lock"].map({ "a/kpo/\($0)" })
        + ["\(backup)/history.jsonl", "\(backup)/progress.json"]
      {
        #expect(try FileSystem.live.statusAtPath("\(root)/\(file)")?.permissions == 0o600, "\(file)")
      }
    }
  }

  @Test func permissionsThatVersionControlGaveAreTakenBack() throws {
    try withTemporaryFolder { root in
      let store = try open("\(root)/kpo")
      try store.append(sampleAnswers[0])
      store.close()
      #expect(chmod("\(root)/kpo/history.jsonl", 0o644) == 0)
      let next = try open("\(root)/kpo")
      try next.append(sampleAnswers[1])
      next.close()
      #expect(try FileSystem.live.statusAtPath("\(root)/kpo/history.jsonl")?.permissions == 0o600)
    }
  }

  @Test func aLockThatWasErasedWhileOneWaitedIsNone() throws {
    try withTemporaryFolder { root in
      try open("\(root)/kpo").append(sampleAnswers[0])
      let first = Glibc.open("\(root)/kpo/lock", O_RDWR | O_CLOEXEC)
      #expect(first >= 0 && flock(first, LOCK_EX) == 0)
      // The first sleep of the second is the moment in which the first erases everything and ends.
      let isErased = Mutex(false)
      var clock = try TestClock().clock
      clock.sleep = { duration in
        isErased.withLock { isErased in
          guard !isErased else { return StudyClock.live.sleep(duration) }
          isErased = true
          _ = unlink("\(root)/kpo/lock")
          _ = close(first)
        }
      }
      let second = try open("\(root)/kpo", clock: clock)
      #expect(second.readOnlyReason == nil)
      let third = try open("\(root)/kpo", clock: try TestClock().clock)
      #expect(third.readOnlyReason != nil)
      second.close()
    }
  }

  @Test func linkedFilesStayLinks() throws {
    try withTemporaryFolder { root in
      for folder in ["elsewhere", "real"] { #expect(mkdir("\(root)/\(folder)", 0o700) == 0) }
      #expect(symlink("real", "\(root)/kpo") == 0)
      for name in ["history.jsonl", "progress.json"] {
        try writeFile("\(root)/elsewhere/\(name)", name == "progress.json" ? Array(Snapshot().bytes) : [])
        #expect(symlink("../elsewhere/\(name)", "\(root)/real/\(name)") == 0)
      }
      let store = try open("\(root)/kpo")
      #expect(store.notices.isEmpty)
      for answer in sampleAnswers { try store.append(answer) }
      try store.saveSnapshot()
      store.close()
      for path in ["kpo", "real/history.jsonl", "real/progress.json"] {
        #expect(try FileSystem.live.statusAtPath("\(root)/\(path)")?.kind == .symbolicLink, "\(path)")
      }
      #expect(try FileSystem.live.list("\(root)/elsewhere") == ["history.jsonl", "progress.json"])
      #expect(HistoryScan(try #require(readFile("\(root)/elsewhere/history.jsonl")), after: 0).events.count == 7)
      #expect(try open("\(root)/kpo", mode: .readOnly).scores == store.scores)
    }
  }

  enum Obstacle: CaseIterable { case folder, pipe, danglingLink, linkToFolder, linkToPipe, linkLoop }

  @Test(arguments: ["history.jsonl", "progress.json"], Obstacle.allCases)
  func obstaclesAreNamedAndNeverWaitedFor(_ name: String, _ obstacle: Obstacle) throws {
    try withTemporaryFolder { root in
      #expect(mkdir("\(root)/kpo", 0o700) == 0)
      let path = "\(root)/kpo/\(name)"
      let reason: FileSystemError.Reason
      switch obstacle {
      case .folder:
        #expect(mkdir(path, 0o700) == 0)
        reason = .notRegular(.folder)
      case .pipe:
        #expect(mkfifo(path, 0o600) == 0)
        reason = .notRegular(.other)
      case .danglingLink:
        #expect(symlink("nowhere", path) == 0)
        reason = .danglingLink
      case .linkToFolder:
        #expect(symlink(root, path) == 0)
        reason = .notRegular(.folder)
      case .linkToPipe:
        #expect(mkfifo("\(root)/pipe", 0o600) == 0)
        #expect(symlink("\(root)/pipe", path) == 0)
        reason = .notRegular(.other)
      case .linkLoop:
        #expect(symlink(name, path) == 0)
        reason = .errorNumber(ELOOP)
      }
      for mode in [ProgressStore.Mode.readOnly, .readWrite] {
        do {
          _ = try open("\(root)/kpo", mode: mode)
          Issue.record("opened")
        } catch ProgressError.file(let error) {
          #expect(error.reason == reason)
        }
      }
      // The lock is given up again: nobody holds it after a failed opening.
      #expect(remove(path) == 0)
      let store = try open("\(root)/kpo")
      #expect(store.readOnlyReason == nil)
      store.close()
    }
  }

  @Test func fileInPlaceOfTheFolder() throws {
    try withTemporaryFolder { root in
      try writeFile("\(root)/kpo", [])
      #expect(throws: ProgressError.self) { try open("\(root)/kpo").append(sampleAnswers[0]) }
      #expect(readFile("\(root)/kpo") == [])
    }
  }

  @Test func secondProgramWaitsAndThenOnlyReads() throws {
    try withTemporaryFolder { root in
      let first = try open("\(root)/kpo", command: "kpo daily")
      try first.append(sampleAnswers[0])
      let clock = try TestClock("2026-11-23T12:00:00Z")
      let second = try open("\(root)/kpo", command: "kpo match", clock: clock.clock)
      // 40 waits of 50 ms.
      #expect(clock.timesWaited == 40)
      guard case .lockHeld(let holder?)? = second.readOnlyReason else {
        Issue.record("\(String(describing: second.readOnlyReason))")
        return
      }
      #expect(holder.command == "kpo daily")
      #expect(holder.process == Int(getpid()))
      #expect("\(holder.since)" == "2026-11-23T10:00:01.000Z")
      #expect(second.notices == [.readOnly(.lockHeld(by: holder))])
      #expect(second.scores == first.scores)
      #expect(throws: ProgressError.readOnly(.lockHeld(by: holder))) { try second.append(sampleAnswers[1]) }
      first.close()
      let third = try open("\(root)/kpo", command: "kpo match")
      try third.append(sampleAnswers[1])
      third.close()
      #expect(third.readOnlyReason == nil)
    }
  }

  @Test func twoTimesThreeHundredAnswersAtOnceAreSixHundred() async throws {
    let root = try TemporaryFolder()
    defer { withExtendedLifetime(root) {} }
    let path = "\(root.path)/kpo"
    @Sendable func answer(_ program: Int) throws -> Int {
      var saved = 0
      while saved < 300 {
        // As a program does that is started for each answer; one that must wait for too long is started again.
        let store = try open(path, randomness: .seeded(UInt64(1000 * program + saved)))
        if store.readOnlyReason == nil {
          saved += try store.append([.review(.sample(saved % 20, right: saved % 3 > 0))]).count
        }
        store.close()
        usleep(500)
      }
      return saved
    }
    let first = Task.detached { try answer(1) }
    let second = Task.detached { try answer(2) }
    #expect(try await first.value + second.value == 600)
    let check = try ProgressCheck(DataFolder(path: path))
    #expect(check.findings.isEmpty)
    #expect(check.events == 600)
    #expect(try open(path, mode: .readOnly).scores.days.values.map(\.asked).reduce(0, +) == 600)
  }

  @Test func twoProgramsThatBothBeginWithoutAFolder() throws {
    try withTemporaryFolder { root in
      let first = try open("\(root)/kpo")
      let second = try open("\(root)/kpo")
      try first.append(sampleAnswers[0])
      first.close()
      // The second finds what the first saved before it had the lock.
      #expect(try second.append(sampleAnswers[1]).map(\.sequence) == [2])
      second.close()
      #expect(try open("\(root)/kpo", mode: .readOnly).scores == second.scores)
    }
  }

  @Test func readOnlyFolderIsOnlyRead() throws {
    try withTemporaryFolder { root in
      let store = try open("\(root)/kpo")
      try store.append(sampleAnswers[0])
      store.close()
      // Root may write anywhere, so the folder's refusal is put in place of the permission.
      var refusing = FileSystem.live
      refusing.open = { (path, purpose) throws(FileSystemError) in
        guard purpose == .read else { throw FileSystemError(.open, path: path, errno: EROFS) }
        return try FileSystem.live.open(path, purpose)
      }
      let reader = try ProgressStore.open(DataFolder(path: "\(root)/kpo"), fileSystem: refusing, mode: .readWrite)
      let reason = ReadOnlyReason.cannotLock(FileSystemError(.open, path: "\(root)/kpo/lock", errno: EROFS))
      #expect(reader.notices == [.readOnly(reason)])
      #expect(reader.scores == store.scores)
    }
  }

  @Test func readsInPartsAndListsSorted() throws {
    try withTemporaryFolder { root in
      let bytes = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try writeFile("\(root)/b", bytes)
      try writeFile("\(root)/a", [])
      #expect(try FileSystem.live.contents(of: "\(root)/b", limit: .max) == bytes)
      #expect(try FileSystem.live.contents(of: "\(root)/none", limit: .max) == nil)
      #expect(try FileSystem.live.list(root) == ["a", "b"])
      #expect(
        throws: FileSystemError(.read, path: "\(root)/b", reason: .tooLarge(bytes: 2_500_000, limit: 9))
      ) { try FileSystem.live.contents(of: "\(root)/b", limit: 9) }
    }
  }
}
