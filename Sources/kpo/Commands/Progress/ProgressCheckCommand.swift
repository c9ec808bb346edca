import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct ProgressCheckCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Examine every line of the history and compare the snapshot with it.",
    discussion: """
      Without --repair nothing is changed. A repair puts back what sound lines and dated copies hold; before, it copies \
      the files, and it deletes nothing. Exit codes: 0 all is well, 1 damage was found, or is left after a repair.

      Examples:
        kpo progress check
        kpo progress check --json
        kpo progress check --repair
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Mend what is damaged, and say each thing that is done.")
  var repair = false

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func validate() throws {
    if json, repair { throw ValidationError("Leave out --repair or --json.") }
  }

  func run(in app: App) throws {
    if repair { try mend(app) }
    let check = try ProgressCheck(try app.dataFolder(global), fileSystem: app.fileSystem)
    guard !json else {
      try app.result(json: check.json)
      if check.foundDamage { throw AppExit(code: 1) }
      return
    }
    let layout = app.resultLayout
    for finding in check.findings { try app.result(layout.wrap("\(line: finding.description)", hangingIndent: "  ")) }
    let events = check.events == 1 ? "1 event" : "\(check.events) events"
    try app.result(
      layout.wrap(check.foundDamage ? "\(events) read; see above for the damage." : "\(events) read; all is well."))
    if check.foundDamage { throw AppExit(code: 1) }
  }

  @MainActor private func mend(_ app: App) throws {
    var repair = ProgressRepair(
      try app.dataFolder(global), fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    let outcome = Result { try repair.run() }
    try app.tell(repair.steps)
    try outcome.get()
    if repair.steps.isEmpty { try app.result("Nothing needs a repair.") }
  }
}

extension ProgressCheck {
  fileprivate var json: JSONValue {
    [
      "healthy": .bool(!foundDamage), "events": JSONValue(events),
      "findings": .array(
        findings.map { finding in
          [
            "path": .string(finding.path), "line": finding.line.map { JSONValue($0) } ?? .null,
            "text": .string(finding.description),
          ]
        }),
    ]
  }
}

extension App {
  /// Says what was done to the files of progress.
  func tell(_ steps: [ProgressRepair.Step]) throws {
    for step in steps { try result(resultLayout.wrap("\(line: step.description)", hangingIndent: "  ")) }
  }
}
