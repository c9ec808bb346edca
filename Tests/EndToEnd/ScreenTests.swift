import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What the screens look like, at three widths, in colour and for a screen reader, compared with the files in `Screens`.
///
/// `KPO_RECORD=1 swift test --filter ScreenTests` writes the files anew and fails; look at the difference before you commit it.
@Suite struct ScreenTests {
  /// A screen: a command and what is typed at its prompts.
  struct Screen: CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var typed: [String] = []

    var testDescription: String { name }
  }

  private static let sitting = [":help", ":hint", ":why", "zz", "", "?", "b!", ":why", ":quit"]

  static let screens: [Screen] =
    [
      Screen(name: "prompt", arguments: [], typed: ["frob", "dialy", "quit"]),
      Screen(name: "daily", arguments: ["daily", "--seed", "3"], typed: sitting),
      Screen(
        name: "single-key", arguments: ["practice", "--kind", "multiple-choice", "--keys", "single", "--seed", "3"],
        typed: ["", ":quit"]),
      Screen(name: "missed", arguments: ["missed", "--seed", "3"], typed: ["b!", "?", ":quit"]),
      Screen(name: "match", arguments: ["match", "--seed", "3"], typed: sitting),
      Screen(
        name: "mock", arguments: ["exam", "--form", "C", "--questions", "3"],
        typed: [":help", "a!", ":flag", ":sheet", ":go 9", ":hand-in", ":quit"]),
      Screen(name: "flagged", arguments: ["flagged"]),
      Screen(name: "read", arguments: ["read"]),
      Screen(name: "search", arguments: ["search", "sofia"]),
      Screen(name: "questions", arguments: ["questions", "--count", "3", "--seed", "3"]),
      Screen(name: "bank-list", arguments: ["bank", "list"]),
      Screen(name: "bank-check", arguments: ["bank", "check", "bad.md"]),
      Screen(name: "explain", arguments: ["explain", "clang"]),
      Screen(name: "exam-plan", arguments: ["exam", "plan", "--date", Sandbox.date(of: 9)]),
      Screen(name: "exam-plans", arguments: ["exam", "plans"]),
      Screen(name: "progress-check", arguments: ["progress", "check"]),
      Screen(name: "unknown-section", arguments: ["read", "frob"]),
    ]
    + ["true-false", "multiple-response", "odd-one-out", "categories", "cloze", "short-answer"].map {
      Screen(name: $0, arguments: ["practice", "--kind", $0, "--seed", "3"], typed: sitting)
    }

  static let folder =
    String(#filePath.prefix(#filePath.count - "ScreenTests.swift".count)) + "Screens"

  /// Facts of which every kind can be asked.
  private static let bank = Sandbox.capitals + rivers

  private static let rivers = """

    ## Their rivers {#rivers}

    > names: City
    > ask River from City: Which river flows through {City}?
    > ask City from River: Which of these cities lie on the river {River}?
    > why: The river {River} flows through {City}.

    | City     | River  |
    | -------- | ------ |
    | Vienna   | Danube |
    | Budapest | Danube |
    | Belgrade | Danube |
    | Bonn     | Rhine  |
    | Cologne  | Rhine  |
    | Basel    | Rhine  |
    | Rouen    | Seine  |
    | Paris    | Seine  |
    | Troyes   | Seine  |

    """

  /// Plays a screen on a terminal of its own, from the same beginning each time.
  private func play(_ screen: Screen, columns: Int, changes: [String: String?]) throws -> String {
    let sandbox = try Sandbox()
    let bank = try sandbox.write(Self.bank, to: "capitals.md")
    _ = try sandbox.write("set enable-bracketed-paste off\n", to: "inputrc")
    _ = try sandbox.write(Self.bank.replacing("from Country:", with: "from Land:"), to: "bad.md")
    _ = try sandbox.run(
      ["daily", "--count", "4", "--seed", "2", "--bank", bank], on: -2,
      answers: ["a!", "b", ":flag a note", "?", ":quit"])
    let takesBank =
      !["bank", "explain", "flagged", "progress"].contains(screen.arguments.first)
      && !["plans", "check"].contains(screen.arguments.last) && !screen.arguments.isEmpty
    let arguments = screen.arguments.map { $0 == "bad.md" ? "\(sandbox.home)/bad.md" : $0 }
    let all: [String: String?] = [
      "KPO_NOW": Sandbox.morning(of: 0), "INPUTRC": "\(sandbox.home)/inputrc", "NO_COLOR": nil,
    ]
    let terminal = try sandbox.terminal(
      arguments + (takesBank ? ["--bank", bank] : []), columns: columns, changes: all.merging(changes) { $1 })
    for line in screen.typed {
      try terminal.expect("> ")
      // Where one key answers, keys that come faster than anybody reads are not heard.
      if arguments.contains("single") { usleep(400_000) }
      terminal.type(.text(line), .enter)
    }
    _ = try terminal.waitForExit()
    // As long as the name it stands for, so that lines end at the same places.
    return terminal.text.replacing("\r\n", with: "\n").replacing("\r", with: "").replacing(
      sandbox.home, with: "/tmp/kpo-end-to-end-XXXXXX")
  }

  /// Colours as one can read them: `<1;94>` for the escape sequence, `<0>` for its end.
  private static func legible(_ text: String) -> String {
    text.replacing(/\u{1B}\[([0-9;]*)m/) { "<\($0.output.1)>" }
  }

  static func withoutColour(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test(arguments: screens)
  func aScreenIsAsRecorded(screen: Screen) throws {
    var record = ""
    for columns in [40, 80, 200] {
      let coloured = try play(screen, columns: columns, changes: [:])
      let plain = try play(screen, columns: columns, changes: ["NO_COLOR": "1"])
      #expect(Self.withoutColour(coloured) == plain, "colour tells something at \(columns) columns")
      let wide = plain.split(separator: "\n").filter { $0.count > columns }
      #expect(wide.isEmpty, "\(columns) columns")
      let accessible = try play(screen, columns: columns, changes: ["NO_COLOR": "1", "ACCESSIBLE": "1"])
      record += "=== \(columns) columns, in colour\n\(Self.legible(coloured))"
      record += "=== \(columns) columns, for a screen reader\n"
      record += accessible == plain ? "(the same)\n" : accessible
    }
    let path = "\(Self.folder)/\(screen.name).txt"
    if getenv("KPO_RECORD") != nil {
      try record.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(path) is written anew.")
    } else {
      let recorded = try #require(FileManager.default.contents(atPath: path), "\(path) is missing.")
      #expect(record == String(decoding: recorded, as: UTF8.self))
    }
  }

  /// Below forty columns nothing is as pretty, but nothing is lost either.
  @Test(arguments: screens)
  func twentyColumnsAreEnough(screen: Screen) throws {
    let text = try play(screen, columns: 20, changes: ["NO_COLOR": "1"])
    // Readline writes a space and a backspace at the edge, to move the cursor on.
    let lines = text.replacing(" \u{8}", with: "").split(separator: "\n").filter { !$0.contains("> ") }
    #expect(lines.filter { $0.count > 20 }.isEmpty)
    #expect(!lines.isEmpty)
  }
}
