import FoundationEssentials
import Glibc
import StrictJSON
import TestSupport
import Testing

/// A fresh machine for one test: an empty home, nothing in the environment that it does not need, and `kpo`.
///
/// Everything is gone when the value goes away.
final class Sandbox {
  /// The home folder, which begins empty.
  let home: String
  private let kpo: String

  init() throws {
    kpo = try BuildProducts.path(of: "kpo")
    var template = Array("/tmp/kpo-end-to-end-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    home = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// The data folder that `KPO_DATA` names.
  var data: String { "\(home)/data" }

  /// The whole environment of the program; nil takes a variable away.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    let all: [String: String?] = [
      "HOME": home, "KPO_DATA": data, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "INPUTRC": "/dev/null", "NO_COLOR": "1",
      // A test must not depend on which question happens to come first.
      "KPO_SEED": "3",
    ]
    return all.merging(changes) { $1 }.compactMapValues { $0 }
  }

  /// Runs `kpo` with its input in a pipe.
  func run(
    _ arguments: [String], input: String = "", changes: [String: String?] = [:]
  ) throws -> ProcessRunner.Result {
    try run(arguments, bytes: Array(input.utf8), changes: changes)
  }

  /// Runs `kpo` with any bytes as its input.
  func run(
    _ arguments: [String], bytes: [UInt8], changes: [String: String?] = [:]
  ) throws -> ProcessRunner.Result {
    try ProcessRunner.run(kpo, arguments: arguments, environment: environment(changes), input: bytes)
  }

  /// Starts `kpo` on a terminal.
  func terminal(
    _ arguments: [String] = [], columns: Int = 80, changes: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(running: kpo, arguments: arguments, environment: environment(changes), columns: columns)
  }

  /// The paths of all files in the home folder, relative to it.
  var files: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: home)) ?? []).filter { path in
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(home)/\(path)", isDirectory: &isFolder) && !isFolder
    }.sorted()
  }

  /// The text of a file in the home folder.
  func text(_ path: String) throws -> String {
    String(decoding: try #require(FileManager.default.contents(atPath: "\(home)/\(path)"), "\(path)"), as: UTF8.self)
  }

  /// Puts a file into the home folder and returns its path.
  func write(_ text: String, to path: String) throws -> String {
    let file = try #require(fopen("\(home)/\(path)", "w"))
    defer { fclose(file) }
    #expect(fputs(text, file) >= 0)
    return "\(home)/\(path)"
  }

  /// Makes a folder in the home folder, and those around it.
  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: "\(home)/\(path)", withIntermediateDirectories: true)
  }

  /// Removes a file or a folder with all that is in it.
  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(home)/\(path)") }

  /// The events of the history, in order.
  func history() throws -> [JSONValue] {
    try text("data/history.jsonl").split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  /// The answers of the history, in order.
  func reviews() throws -> [JSONValue] {
    try history().filter { $0["event"]?.stringValue == "review" }
  }

  /// How many items were answered; one may ask several facts, whose reviews then bear the same time.
  func answeredItems() throws -> Int {
    try Set(reviews().map { [$0["at"], $0["item"]].map { $0?.stringValue } }).count
  }

  /// Expects that the files of progress are whole.
  func expectSoundProgress(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let check = try run(["progress", "check"])
    #expect(check.exitCode == 0, "\(check.outputText)", sourceLocation: sourceLocation)
    #expect(check.outputText.hasSuffix("all is well.\n"), "\(check.outputText)", sourceLocation: sourceLocation)
  }
}

extension ProcessRunner.Result {
  /// The lines of standard output.
  var lines: [Substring] { outputText.split(separator: "\n") }
  /// The lines of standard error.
  var errorLines: [Substring] { errorText.split(separator: "\n") }
}

extension [JSONValue] {
  /// The texts under a key.
  func texts(_ key: String) -> [String] { compactMap { $0[key]?.stringValue } }
}
