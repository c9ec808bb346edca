// Asks for lines and says what came, for the tests on a pseudo-terminal.
//
// The line "busy" computes for ever, "quit" ends. Arguments: --timeout MILLISECONDS, --history FILE, --colour.

import FoundationEssentials
import Glibc
import Terminal

Signals.install()
let arguments = CommandLine.arguments

func value(of option: String) -> String? {
  arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

let environment = ProcessInfo.processInfo.environment
let output = Output.standard(colour: arguments.contains("--colour") ? .always : nil, environment: environment)
let historyFile = value(of: "--history").map { CommandHistoryFile(path: $0) }
let source = makeLineSource(
  output: output, environment: environment, history: try historyFile?.load() ?? CommandHistory())
source.completions = { word, _, start in
  guard start == 0 else { return [Completion(text: "Legal"), Completion(text: "hidden\u{202E}")] }
  return [
    Completion(text: "daily", description: "today's questions"),
    Completion(text: "data", description: "where the files are"),
    Completion(text: "missed", description: "what was answered wrong"),
  ].filter { $0.text.hasPrefix(word) }
}
let timeout = value(of: "--timeout").flatMap { Int($0) }.map { Duration.milliseconds($0) }

func visible(_ text: String) -> SafeText { SafeText(untrustedLine: text) }

try output.talk.writeLine("Ready.")
var exitCode: Int32 = 0
loop: while true {
  let input: Input
  do {
    input = try source.nextLine(prompt: "\("kpo>", .prompt) ", timeout: timeout)
  } catch let error as InputError {
    try output.talk.writeLine(error.message)
    continue
  }
  switch input {
  case .line("quit"): break loop
  case .line("busy"):
    // A long computation that never looks at the signals.
    try output.result.writeLine("busy")
    while !Signals.isInterrupted { usleep(1000) }
    try output.result.writeLine("still busy")
    while true { usleep(1000) }
  case .line(let line):
    source.remember(line)
    try output.result.writeLine("line[\(visible(line))]")
  case .endOfInput:
    try output.result.writeLine("end")
    break loop
  case .interrupted: try output.result.writeLine("interrupted")
  case .timedOut(let partial):
    try output.result.writeLine("time is up[\(visible(partial))]")
    break loop
  case .terminated:
    try output.result.writeLine("terminated")
    exitCode = 128 + (Signals.terminationSignal ?? 0)
    break loop
  }
}
try historyFile?.save(source.history)
exit(exitCode)
