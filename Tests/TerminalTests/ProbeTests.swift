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
}
