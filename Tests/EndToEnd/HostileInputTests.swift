import Glibc
import StrictJSON
import TestSupport
import Testing

/// Banks, names and arguments that were made to break something.
@Suite struct HostileInputTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Texts that would steer a terminal, lie about their order, or hide something.
  static let hostile = [
    "\u{1B}]52;c;aGk=\u{7}", "\u{1B}[21t", "\u{1B}]8;;http://evil\u{1B}\\good\u{1B}]8;;\u{1B}\\", "\u{1B}[2J\u{1B}[H",
    "\u{9B}31m", "\u{90}q", "wrong\rright", "no\u{8}\u{8}yes", "\u{7F}", "\u{202E}gpj.exe", "\u{2066}a\u{2069}",
    "pass\u{200B}word", "\u{FEFF}", "a\u{2028}b", "Z" + String(repeating: "\u{301}", count: 300),
  ]

  private func harmless(
    _ result: ProcessRunner.Result, isJSON: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = result.outputText + result.errorText
    let bad = text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
      default: false
      }
    }
    #expect(bad == nil, "\(text.debugDescription)", sourceLocation: sourceLocation)
    // JSON keeps its meaning, and so all its marks.
    if isJSON { return }
    let marks = text.split { !$0.unicodeScalars.dropFirst(10).isEmpty }.joined().count
    #expect(marks == text.count, "marks are not capped", sourceLocation: sourceLocation)
  }

  /// A bank with a name and a description of one's own.
  private func bank(name: String, description: String, title: String = "Trees", lineEnd: String = "\n") -> String {
    """
    ---
    bank: trees
    title: \(title)
    ---

    # \(title)

    ## Kinds {#kinds}

    > ask Tree from Leaf: Which tree has a leaf that looks like this: {Leaf}?

    | Tree | Leaf |
    | --- | --- |
    | \(name) | \(description) |
    | Rowan | Pinnate |
    | Juniper | Needles |

    """.replacing("\n", with: lineEnd)
  }

  // MARK: Large and broken banks

  enum LargeBank: CaseIterable {
    case noise, nuls, invalidUTF8, linesOfInvalidUTF8, utf16, emptyLines, rows, pairs

    func bytes(_ good: String, seed: UInt64) -> [UInt8] {
      let size = 10 << 20
      func repeated(_ piece: [UInt8]) -> [UInt8] { Array(repeatElement(piece, count: size / piece.count).joined()) }
      switch self {
      case .noise:
        var numbers = SeededNumbers(seed: seed)
        return (0..<size / 8).flatMap { _ in withUnsafeBytes(of: numbers.next()) { Array($0) } }
      case .nuls: return repeated([0])
      case .invalidUTF8: return repeated([0xFF])
      case .linesOfInvalidUTF8: return repeated([0xC3, 0x28, 0x0A])
      case .utf16: return [0xFF, 0xFE] + repeated([0x61, 0])
      case .emptyLines: return repeated([0x0A])
      case .rows: return Array(good.utf8) + repeated(Array("| Elm | Oval |\n".utf8))
      case .pairs:
        let list = (0..<3000).map { "n\($0)" }.joined(separator: "; ")
        return Array(good.replacing("> ask", with: "> names: Leaf\n> ask").utf8) + Array("| \(list) | \(list) |\n".utf8)
      }
    }
  }

  @Test(arguments: LargeBank.allCases) func aLargeBankIsRefusedInAFewLines(_ kind: LargeBank) throws {
    let seed = UInt64.random(in: 0 ... .max)
    let bytes = kind.bytes(bank(name: "Ash", description: "Feathered"), seed: seed)
    let path = try sandbox.write(bytes: bytes, to: "large.md")
    let daily = try sandbox.run(["daily", "--bank", path], input: "a\n")
    #expect(daily.exitCode == 65, "seed \(seed): \(daily.errorText.prefix(500))")
    #expect(daily.standardError.count < 3000, "seed \(seed)")
    harmless(daily)
    // The advice on three thousand names is long.
    guard kind != .pairs else { return }
    let check = try sandbox.run(["bank", "check", path])
    #expect(check.exitCode == 65, "seed \(seed)")
    #expect(check.standardOutput.count < 3000, "seed \(seed)")
    harmless(check)
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreTaken() throws {
    let text = "\u{FEFF}" + bank(name: "Ash", description: "Feathered", lineEnd: "\r\n")
    let check = try sandbox.run(["bank", "check", "--strict", try sandbox.write(text, to: "trees.md")])
    #expect(check.exitCode == 0, "\(check.outputText)")
  }

  @Test func wordsOfThreeHundredLettersAreBrokenOrRefused() throws {
    let word = String(repeating: "w", count: 300)
    let name = try sandbox.run(
      ["bank", "check", try sandbox.write(bank(name: word, description: "Oval"), to: "name.md")])
    #expect(name.exitCode == 65)
    #expect(name.outputText.contains("This name has 300 characters; the most is 200."))
    let path = try sandbox.write(bank(name: "Ash", description: word), to: "description.md")
    for columns in ["40", "80"] {
      let read = try sandbox.run(["read", "--bank", path], changes: ["COLUMNS": columns])
      #expect(read.exitCode == 0)
      #expect(read.lines.allSatisfy { $0.count <= Int(columns) ?? 0 })
      #expect(read.outputText.count { $0 == "w" } >= 300)
    }
  }

  @Test(arguments: ["folder", "pipe", "dangling link", "loop", "device", "nothing"])
  func whatIsNoFileIsNamed(kind: String) throws {
    let path = "\(sandbox.home)/bank.md"
    switch kind {
    case "folder": #expect(mkdir(path, 0o700) == 0)
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "dangling link": #expect(symlink("nowhere.md", path) == 0)
    case "loop": #expect(symlink("bank.md", path) == 0)
    case "device": #expect(symlink("/dev/zero", path) == 0)
    default: break
    }
    for command in [["daily", "--bank", path], ["bank", "check", path], ["read", "--bank", path]] {
      let result = try sandbox.run(command)
      #expect(result.exitCode == 66, "\(command)")
      #expect(result.errorText.contains(kind == "device" ? "/dev/zero" : "bank.md"), "\(command)")
      #expect(result.outputText.isEmpty, "\(command)")
    }
  }

  // MARK: Text

  @Test(arguments: hostile) func hostileTextInABankIsShownAndNeverObeyed(text: String) throws {
    let isZalgo = text.unicodeScalars.first == "Z"
    let banks = [
      bank(name: "Ash\(text)", description: "Feathered"), bank(name: "Ash", description: "Feathered\(text)"),
      bank(name: "Ash", description: "Feathered", title: "Trees\(text)"), "\(text)\(text)",
    ]
    for (index, source) in banks.enumerated() {
      let path = try sandbox.write(source, to: "bank.md")
      for command in [["bank", "check", path], ["bank", "check", "--json", path], ["read", "--bank", path]] {
        let result = try sandbox.run(command)
        if !isZalgo { #expect(result.exitCode == 65 || text.first == "\u{FEFF}", "\(index) \(command)") }
        harmless(result, isJSON: command.contains("--json"))
      }
      harmless(try sandbox.run(["daily", "--count", "2", "--bank", path], input: "?\n?\n"))
    }
  }

  @Test(arguments: hostile) func hostileArgumentsAreShownAndNeverObeyed(text: String) throws {
    for arguments in [
      [text], ["daily", "--bank", text], ["daily", "--section", text], ["explain", text],
      ["bank", "check", "\(text).md"], ["practice", "--kind", text], ["--data", text, "progress", text], ["--\(text)"],
      ["daily", "--count", text], ["exam", "--form", text, "--questions", text],
    ] {
      let result = try sandbox.run(arguments)
      #expect(result.exitCode != nil && result.exitCode != 0, "\(arguments)")
      harmless(result)
    }
    harmless(try sandbox.run(["search", text]))
    harmless(try sandbox.run(["stats"], changes: ["KPO_NOW": text]))
    harmless(try sandbox.run([], input: "\(text)\nquit\n"))
  }

  @Test(arguments: hostile) func hostileFoldersAreUsedAndShownHarmlessly(text: String) throws {
    // A name has 255 bytes at most.
    let folder = "\(sandbox.home)/" + String(text.unicodeScalars.prefix(100))
    for (way, changes) in [(["--data", folder], [:]), ([], ["KPO_DATA": folder])] as [([String], [String: String?])] {
      let quiz = ["daily", "--count", "2", "--seed", "7"] + way
      let sitting = try sandbox.run(quiz, input: "?\n:quit\n", changes: changes)
      #expect(sitting.exitCode == 0, "\(sitting.errorText)")
      harmless(sitting)
      harmless(try sandbox.run(["progress", "path"] + way, changes: changes))
      harmless(try sandbox.run(["progress", "check"] + way, changes: changes))
    }
    #expect(access("\(folder)/history.jsonl", F_OK) == 0)
  }

  @Test(arguments: hostile) func hostileNotesAreKeptAndShownHarmlessly(text: String) throws {
    let sitting = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: ":flag see \(text)\n?\n:quit\n")
    #expect(sitting.exitCode == 0)
    harmless(sitting)
    let flagged = try sandbox.run(["flagged"])
    #expect(flagged.outputText.contains("see"))
    harmless(flagged)
    for event in try sandbox.text("data/history.jsonl").unicodeScalars where event.value < 0x20 {
      #expect(event == "\n")
    }
    try sandbox.expectSoundProgress()
  }

  @Test(arguments: [
    "שלום עולם", "مرحبا بالعالم", "می\u{200C}خواهم", "日本語", "👩‍👩‍👧‍👦", "👩🏽‍💻", "❤️", "🇩🇪", "ไทย", "Tiếng Việt", "e\u{301}\u{323}",
  ])
  func textOfAllScriptsSurvives(text: String) throws {
    let source = bank(name: "Ash \(text)", description: "Feathered \(text)", title: text)
    let path = try sandbox.write(source, to: "bank.md")
    let result = try sandbox.run(["read", "--bank", path])
    #expect(result.exitCode == 0, "\(result.errorText)")
    let shown = Array(result.outputText.replacing("\n", with: " ").unicodeScalars)
    #expect(shown.contains(Array(text.unicodeScalars)))
  }
}

extension Sandbox {
  /// Puts a file of any bytes into the home folder, in place of one that is there, and returns its path.
  func write(bytes: [UInt8], to path: String) throws -> String {
    let file = try #require(fopen("\(home)/\(path)", "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return "\(home)/\(path)"
  }
}
