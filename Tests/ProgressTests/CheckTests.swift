import Glibc
@testable import Progress
import StrictJSON
import TestSupport
import Testing

@Suite struct CheckTests {
  static let folder = DataFolder(path: "/data")

  @Test func soundFilesHaveNoFindings() throws {
    for snapshot in [false, true] {
      let (disk, _) = try StoreTests.sampleDisk(snapshot: snapshot)
      let check = try ProgressCheck(Self.folder, fileSystem: disk.fileSystem)
      #expect(check.findings.isEmpty)
      #expect(check.events == 7)
    }
    #expect(try ProgressCheck(Self.folder, fileSystem: FaultyFileSystem().fileSystem).findings.isEmpty)
  }

  @Test func everyFlippedBitOfTheHistoryIsFoundWithItsLine() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    let bytes = try #require(disk.contents(StoreTests.history))
    var line = 1
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << (index % 8)
      disk.put(StoreTests.history, changed)
      let check = try ProgressCheck(Self.folder, fileSystem: disk.fileSystem)
      #expect(check.findings.contains { $0.line == line }, "byte \(index)")
      if bytes[index] == 10 { line += 1 }
    }
  }

  @Test func everyWrongDigitOfTheSnapshotIsFound() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    let sealed = try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot)))
    let bytes = JSONValue.object(try #require(sealed.objectValue).without(["sum"])).bytes()
    let original = try JSONValue(parsing: bytes)
    for index in bytes.indices where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      var changed = bytes
      changed[index] ^= 1
      // The last of 17 digits may differ without another number coming of it.
      guard let value = try? JSONValue(parsing: changed), value != original else { continue }
      // The checksum is right: it is the history that gives the digit away.
      disk.put(StoreTests.snapshot, sealedSnapshot(value))
      let check = try ProgressCheck(Self.folder, fileSystem: disk.fileSystem)
      #expect(check.findings.contains { $0.path == StoreTests.snapshot }, "byte \(index)")
    }
  }

  @Test func tellsWhatIsWrongWithFileAndLine() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    var bytes = try #require(disk.contents(StoreTests.history))
    bytes[try #require(bytes.firstIndex(of: 10)) + 5] ^= 1
    disk.put(StoreTests.history, bytes + Array("{\"seq\"".utf8))
    disk.put(StoreTests.snapshot, [])
    let check = try ProgressCheck(Self.folder, fileSystem: disk.fileSystem)
    #expect(
      check.findings.map(\.description) == [
        "/data/history.jsonl:2: This line is damaged: the checksum does not match: the line was changed or cut.",
        "/data/history.jsonl:8: The last line is incomplete (6 bytes), as after a crash; no confirmed answer is lost. "
          + "The next answer that is saved sets it aside.",
        "/data/progress.json: The snapshot is damaged: the text ends too early (byte 0). "
          + "The next answer that is saved computes it anew from the history.",
      ])
    #expect(check.foundDamage)
  }

  @Test(arguments: [
    (1, "One event named \"x\" (it is here) comes from a newer kpo. It is kept but not counted."),
    (2, "2 events named \"x\" (the first is here) come from a newer kpo. They are kept but not counted."),
  ]) func eventsOfNewerVersionsAreTold(_ count: Int, _ text: String) {
    #expect("\(ProgressCheck.Finding(.unknownEvents(name: "x", count: count), path: "h", line: 3))" == "h:3: \(text)")
  }

  @Test func aCrashIsNoDamage() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    disk.put(StoreTests.history, try #require(disk.contents(StoreTests.history)) + [1, 2, 3])
    let check = try ProgressCheck(Self.folder, fileSystem: disk.fileSystem)
    #expect(check.findings.map(\.kind) == [.incompleteLastLine(bytes: 3)])
    #expect(!check.foundDamage)
  }

  @Test func everyErrorTellsWhatWhereWhyAndTheRemedy() {
    let full = FileSystemError(.write, path: "/d/history.jsonl", errno: ENOSPC)
    #expect("\(full)" == "/d/history.jsonl: cannot write to the file: the disk is full.")
    #expect(full.why == "the disk is full")
    #expect("\(ProgressError.file(full))" == "\(full) Free some space and start again.")
    let numbers = [
      ENOSPC, EDQUOT, EIO, EROFS, EACCES, EPERM, ENOENT, EMFILE, ENFILE, ENOTDIR, ELOOP, ENAMETOOLONG, EFBIG, EBADF,
    ]
    let reasons: [FileSystemError.Reason] =
      numbers.map { .errorNumber($0) } + [
        .notRegular(.folder), .notFolder(.other), .danglingLink, .tooLarge(bytes: 2, limit: 1), .differsAfterWriting,
        .keepsChanging,
      ]
    for operation in FileSystemError.Operation.allCases {
      for reason in reasons {
        let error = FileSystemError(operation, path: "/d/f", reason: reason)
        // What helps with progress need not help with other files, such as banks.
        #expect("\(error)".hasSuffix(": \(error.why)."))
        let text = "\(ProgressError.file(error))"
        #expect(text.hasPrefix("/d/f: cannot "))
        #expect(text.hasSuffix("."))
        #expect(text.split(separator: ". ").count == 2)
      }
    }
    let holder = LockHolder(process: 7, command: "kpo daily", since: Timestamp(seconds: 0))
    #expect(
      "\(ProgressError.readOnly(.lockHeld(by: holder)))"
        == "Nothing was changed. Another program is saving answers: \"kpo daily\" (process 7, since "
        + "1970-01-01T00:00:00.000Z). End it and try again.")
    #expect(
      "\(ProgressError.stopped(full))"
        == "Nothing more is saved, because an earlier write failed. \(full) Free some space and start again.")
    #expect("\(ProgressNotice.backupFailed(full))".hasSuffix("\(full) Free some space and start again."))
    #expect("\(ReadOnlyReason.cannotLock(full))".hasSuffix("\(full) Free some space and start again."))
    #expect("\(ProgressError.invalidNow("noon"))".contains("\"noon\""))
    #expect("\(ProgressNotice.historyMissing(path: "/d/h"))".hasPrefix("/d/h is missing. "))
  }
}
