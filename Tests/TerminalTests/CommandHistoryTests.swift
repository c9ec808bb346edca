import FoundationEssentials
import Glibc
import Testing

@testable import Terminal

@Suite struct CommandHistoryTests {
  /// Runs with a folder of its own, removed afterwards.
  func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/kpo-history-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func onlyPlainCommandsAreKept() {
    var history = CommandHistory()
    history.remember("daily")
    for line in ["daily", " secret", "", "two\nlines", "esc\u{1B}[A", String(repeating: "x", count: 5000)] {
      let isKept = history.remember(line)
      #expect(!isKept, "\(line)")
    }
    history.remember("missed")
    history.remember("daily")
    #expect(history.entries == ["daily", "missed", "daily"])
  }

  @Test func theOldestCommandsGoFirst() {
    var history = CommandHistory(entries: (0..<1500).map { "c\($0)" })
    #expect(history.entries.count == 1000)
    #expect(history.entries.first == "c500")
    history.remember("new")
    #expect(history.entries.count == 1000)
    #expect(history.entries.last == "new")
    #expect(history.additions == ["new"])
  }

  @Test func whatIsSavedIsReadBackByItsOwnerOnly() throws {
    try withFolder { folder in
      let file = CommandHistoryFile(path: folder + "/a/b/history")
      var history = try file.load()
      #expect(history.entries.isEmpty)
      history.remember("daily --count 3")
      history.remember("search naïve")
      try file.save(history)
      #expect(try file.load().entries == ["daily --count 3", "search naïve"])
      var status = stat()
      #expect(stat(file.path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["history"])
    }
  }

  @Test func twoProgramsBothKeepTheirs() throws {
    try withFolder { folder in
      let file = CommandHistoryFile(path: folder + "/history")
      var first = try file.load()
      var second = try file.load()
      first.remember("one")
      second.remember("two")
      try file.save(first)
      try file.save(second)
      #expect(try file.load().entries == ["one", "two"])
    }
  }

  @Test func whatIsNoFileIsAnError() throws {
    try withFolder { folder in
      mkfifo(folder + "/pipe", 0o600)
      #expect(throws: CommandHistoryFile.Failure.notARegularFile(path: folder + "/pipe")) {
        try CommandHistoryFile(path: folder + "/pipe").load()
      }
      #expect(throws: CommandHistoryFile.Failure.notARegularFile(path: folder)) {
        try CommandHistoryFile(path: folder).load()
      }
      #expect(throws: CommandHistoryFile.Failure.system(path: "/dev/null/history", code: ENOTDIR)) {
        try CommandHistoryFile(path: "/dev/null/history").load()
      }
    }
  }

  @Test func theMessageNamesTheFileAndTheReason() {
    let failure = CommandHistoryFile.Failure.system(path: "/x/a\nb", code: EACCES)
    #expect(
      failure.message.plain == """
        warning: command history: /x/a^Jb: Permission denied. Commands are not kept; \
        check the permissions of the file and its folder.
        """)
  }

  @Test func completionsThatHideSomethingAreNotOffered() {
    let offered = CompletionList.usable(
      ["daily", "da\u{202E}ily", "missed"].map { Completion(text: $0) }, for: "da")
    #expect(offered.map(\.text) == ["daily"])
  }

  @Test(arguments: [20, 40, 80])
  func theListOfMatchesFits(columns: Int) {
    let many = (0..<50).map {
      Completion(text: "a-rather-long-name-\($0)", description: "what this name stands for in a few words")
    }
    let list = CompletionList.display(many, columns: columns)
    #expect(list.lines.allSatisfy { $0.columns <= columns })
    #expect(list.plain.hasSuffix("and 10 more: type another letter") || columns < 32)
  }
}
