import Glibc
import TestSupport
import Testing

/// Tests from outside: every one types at `TerminalProbe` as a person would and reads what it writes.
protocol ProbeTests {}

extension ProbeTests {
  /// Starts the probe and waits for its prompt.
  func start(
    _ arguments: [String] = [], changes: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: BuildProducts.path(of: "TerminalProbe"), arguments: arguments,
      environment: PseudoTerminal.terminalEnvironment(["NO_COLOR": "1"].merging(changes) { $1 }), columns: columns)
    try terminal.expect("kpo>")
    return terminal
  }

  /// Ends the probe, which must leave the terminal as it found it.
  func quit(_ terminal: PseudoTerminal) throws {
    terminal.type("quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
  }

  /// Types half a line while the kernel still echoes, and only then has the probe read it, without any time left.
  ///
  /// The keys have to hold "par", since their echo is waited for.
  func typeAndLetTimeRunOut(
    _ terminal: PseudoTerminal, _ command: String = "timed", typing keys: [PseudoTerminal.Key] = ["par"]
  ) throws {
    terminal.type("\(command)", .enter)
    try terminal.expect("waiting")
    for key in keys { terminal.type(key) }
    try terminal.expect("par")
    terminal.signal(SIGUSR1)
  }
}
