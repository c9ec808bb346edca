// Asks for lines and says what came, for the tests on a pseudo-terminal.
//
// The line "busy" computes for ever, "quit" ends, "timed" waits for SIGUSR1 and gives the next line no time at all:
// only what was typed before counts. "announced" does the same but keeps the half-typed line; "announced timed" does
// both, one after the other. Arguments: --history FILE, --colour, --no-wake-pipe.

import FoundationEssentials
import Glibc
import Terminal

let arguments = CommandLine.arguments

// SIGUSR1 waits until it is asked for.
var requests = sigset_t()
sigemptyset(&requests)
sigaddset(&requests, SIGUSR1)
sigprocmask(SIG_BLOCK, &requests, nil)

if arguments.contains("--no-wake-pipe") {
  let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  var limit = rlimit()
  getrlimit(resource, &limit)
  var none = rlimit(rlim_cur: 0, rlim_max: limit.rlim_max)
  setrlimit(resource, &none)
  Signals.install()
  setrlimit(resource, &limit)
} else {
  Signals.install()
}

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
/// Whether each of the next lines, which get no time, keeps what is half typed.
var hurriedLines: [Bool] = []

func visible(_ text: String) -> SafeText { SafeText(untrustedLine: text) }

try output.talk.writeLine("Ready.")
var exitCode: Int32 = 0
loop: while true {
  let input: Input
  let keepsPartialLine = hurriedLines.first
  hurriedLines = Array(hurriedLines.dropFirst())
  do {
    input = try source.nextLine(
      prompt: "\("kpo>", .prompt) ", timeout: keepsPartialLine == nil ? nil : .zero,
      keepsPartialLine: keepsPartialLine ?? false)
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
  case .line(let words) where ["timed", "announced", "announced timed"].contains(words):
    try output.result.writeLine("waiting")
    var number: Int32 = 0
    sigwait(&requests, &number)
    hurriedLines = words.split(separator: " ").map { $0 == "announced" }
  case .line(let line):
    source.remember(line)
    try historyFile?.add(line)
    try output.result.writeLine("line[\(visible(line))]")
  case .endOfInput:
    try output.result.writeLine("end")
    break loop
  case .interrupted: try output.result.writeLine("interrupted")
  case .timedOut(let partial):
    try output.result.writeLine("time is up[\(visible(partial))]")
  case .terminated:
    try output.result.writeLine("terminated")
    exitCode = 128 + (Signals.terminationSignal ?? 0)
    break loop
  }
}
exit(exitCode)
