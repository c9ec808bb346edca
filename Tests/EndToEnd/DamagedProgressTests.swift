import Glibc
import StrictJSON
import TestSupport
import Testing

/// The program on files of progress that were damaged, swapped for something else, or come from the future.
@Suite struct DamagedProgressTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    _ = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "a\nb\n:quit\n")
  }

  static let snapshots: [(name: String, bytes: [UInt8])] = [
    ("empty", []),
    ("NULs", [UInt8](repeating: 0, count: 5000)),
    ("nested", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
    ("nested objects", Array(String(repeating: "{\"a\":", count: 100_000).utf8)),
    ("duplicate keys", Array("{\"version\":1,\"version\":1}".utf8)),
    ("wrong types", Array("{\"version\":\"one\",\"facts\":7}".utf8)),
    ("huge number", Array("{\"version\":1e999,\"sequence\":99999999999999999999}".utf8)),
    ("merge conflict", Array("<<<<<<< ours\n{\"version\":1}\n=======\n{\"version\":1}\n>>>>>>> theirs\n".utf8)),
    ("invalid UTF-8", [0x7B, 0x22, 0xFF, 0x22, 0x7D]),
    ("escape sequences", Array("{\"\u{1B}[2J\":\u{1B}]52;c;aGk=\u{7}}".utf8)),
  ]

  @Test(arguments: snapshots.indices) func aDamagedSnapshotIsToldKeptAndReplaced(index: Int) throws {
    let (name, bytes) = Self.snapshots[index]
    _ = try sandbox.write(bytes: bytes, to: "data/progress.json")
    #expect(try sandbox.run(["progress", "check"]).exitCode == 1, "\(name)")
    let sitting = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "?\n:quit\n")
    #expect(sitting.exitCode == 0, "\(name)")
    #expect(sitting.errorText.contains("is damaged"), "\(name): \(sitting.errorText)")
    #expect(!sitting.errorText.contains("\u{1B}") && !sitting.errorText.contains("\u{0}"), "\(name)")
    #expect(try sandbox.answeredItems() == 3, "\(name)")
    let kept = try sandbox.files.filter { $0.hasPrefix("data/progress.json.corrupt-") }.map(sandbox.text)
    #expect(kept == [String(decoding: bytes, as: UTF8.self)], "\(name)")
    try sandbox.expectSoundProgress()
  }

  @Test func aSnapshotOfANewerVersionIsLeftAsItIs() throws {
    let newer = "{\"version\": 2, \"everything\": {\"else\": true}}\n"
    _ = try sandbox.write(bytes: Array(newer.utf8), to: "data/progress.json")
    let history = try sandbox.text("data/history.jsonl")
    let sitting = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "?\n:quit\n")
    #expect(sitting.errorText.contains("newer kpo"), "\(sitting.errorText)")
    #expect(sitting.errorText.contains("not saved"), "\(sitting.errorText)")
    #expect(try sandbox.text("data/progress.json") == newer)
    #expect(try sandbox.text("data/history.jsonl") == history)
  }

  static let histories: [(name: String, bytes: [UInt8])] = [
    ("NULs", [UInt8](repeating: 0, count: 10 << 20)),
    ("noise", (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }),
    ("nested", [UInt8](repeating: UInt8(ascii: "["), count: 100_000) + [0x0A]),
    ("merge conflict", Array("<<<<<<< ours\n=======\n>>>>>>> theirs\n".utf8)),
    ("escape sequences", Array("\u{1B}]52;c;aGk=\u{7}\n".utf8)),
  ]

  /// The good lines before the damage still count, and the next answer is saved.
  @Test(arguments: histories.indices) func damageAtTheEndOfTheHistoryIsSalvagedAround(index: Int) throws {
    let (name, bytes) = Self.histories[index]
    let good = try sandbox.text("data/history.jsonl")
    _ = try sandbox.write(bytes: Array(good.utf8) + bytes, to: "data/history.jsonl")
    let stats = try sandbox.run(["stats", "--json"])
    #expect(try JSONValue(parsing: stats.outputText)["answers"]?["asked"]?.intValue == 2, "\(name)")
    let sitting = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "?\n:quit\n")
    #expect(sitting.exitCode == 0, "\(name): \(sitting.errorText)")
    #expect(sitting.errorText.contains("history.jsonl"), "\(name)")
    #expect(!sitting.errorText.contains("\u{1B}") && !sitting.errorText.contains("\u{0}"), "\(name)")
    #expect(sitting.standardError.count < 5000, "\(name)")
    let after = try JSONValue(parsing: try sandbox.run(["stats", "--json"]).outputText)
    #expect(after["answers"]?["asked"]?.intValue == 3, "\(name)")
    #expect(try sandbox.text("data/history.jsonl").hasPrefix(good), "\(name)")
  }

  @Test(
    arguments: ["data/history.jsonl", "data/progress.json", "data/lock", "data"],
    ["folder", "pipe", "dangling link"])
  func whatStandsInPlaceOfAFileIsNamedAndStays(path: String, kind: String) throws {
    let place = "\(sandbox.home)/\(path)"
    #expect(rename(place, "\(sandbox.home)/before") == 0)
    switch kind {
    case "folder": #expect(mkdir(place, 0o700) == 0)
    case "pipe": #expect(mkfifo(place, 0o600) == 0)
    default: #expect(symlink("nowhere", place) == 0)
    }
    var before = stat()
    #expect(lstat(place, &before) == 0)
    for command in [["daily", "--count", "2", "--seed", "7"], ["stats"], ["progress", "check"]] {
      let result = try sandbox.run(command, input: "?\n:quit\n")
      #expect(result.exitCode != nil, "\(command)")
      // An empty folder in place of the data folder is one to begin in; only saving needs the lock.
      if (path, kind) != ("data", "folder") && (path != "data/lock" || command[0] == "daily") {
        let said = (result.outputText + result.errorText).replacing("\n  ", with: "")
        #expect([73, 74].contains(result.exitCode), "\(command): \(said)")
        #expect(said.contains(path), "\(command): \(said)")
      }
    }
    var after = stat()
    #expect(lstat(place, &after) == 0)
    #expect(after.st_mode == before.st_mode)
    #expect(access("\(sandbox.home)/before", F_OK) == 0)
  }
}
