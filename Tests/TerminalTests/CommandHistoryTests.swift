import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Terminal

@Suite struct CommandHistoryTests {
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
  }

  @Test func whatIsAddedIsReadBackByItsOwnerOnly() throws {
    try withTemporaryFolder { folder in
      let file = CommandHistoryFile(path: folder + "/a/b/history")
      #expect(try file.load().entries.isEmpty)
      try file.add(" secret")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      try file.add("daily --count 3")
      try file.add("search naïve")
      #expect(try file.load().entries == ["daily --count 3", "search naïve"])
      var status = stat()
      #expect(stat(file.path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["history"])
    }
  }

  @Test func eachCommandOfARunIsAddedOnce() throws {
    try withTemporaryFolder { folder in
      let file = CommandHistoryFile(path: folder + "/history")
      for command in ["daily", "stats", "stats", "missed"] { try file.add(command) }
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "daily\nstats\nmissed\n")
    }
  }

  @Test func whatAKilledProgramLeftIsTakenUp() throws {
    try withTemporaryFolder { folder in
      let file = CommandHistoryFile(path: folder + "/history")
      try file.add("daily")
      try String(repeating: "half of a longer file", count: 100).write(
        toFile: file.path + ".new", atomically: false, encoding: .utf8)
      try file.add("missed")
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "daily\nmissed\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
    }
  }

  @Test func aLinkStaysALink() throws {
    try withTemporaryFolder { folder in
      let file = CommandHistoryFile(path: folder + "/link")
      try CommandHistoryFile(path: folder + "/history").add("daily")
      #expect(symlink("history", file.path) == 0)
      try file.add("missed")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == "history")
      #expect(try CommandHistoryFile(path: folder + "/history").load().entries == ["daily", "missed"])
    }
  }

  @Test func whatIsNoFileIsAnError() throws {
    try withTemporaryFolder { folder in
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
      #expect(throws: CommandHistoryFile.Failure.system(path: "/dev/null/history", code: ENOTDIR)) {
        try CommandHistoryFile(path: "/dev/null/history").add("daily")
      }
      mkfifo(folder + "/history.new", 0o600)
      #expect(throws: CommandHistoryFile.Failure.notARegularFile(path: folder + "/history.new")) {
        try CommandHistoryFile(path: folder + "/history").add("daily")
      }
    }
  }

  @Test func theMessageNamesTheFileAndTheReason() {
    let failure = CommandHistoryFile.Failure.system(path: "/x/a\nb", code: EACCES)
    #expect(
      failure.message.plain == """
        Command history: /x/a^Jb: Permission denied. Commands are not kept; \
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
