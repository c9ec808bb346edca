import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import StrictJSON
import Terminal

struct FlaggedCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "flagged",
    abstract: "List the facts that were set aside, or restore them.",
    discussion: """
      Examples:
        kpo flagged                  what is set aside, with your notes
        kpo flagged --json
        kpo flagged --restore        ask all of them again
        kpo flagged --restore kpo/types/document-review:task
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Ask the facts again: those named, or all of them.")
  var restore = false

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "The ids of facts.")
  var facts: [String] = []

  func validate() throws {
    if !facts.isEmpty, !restore { throw ValidationError("Name facts together with --restore.") }
    if json, restore { throw ValidationError("Leave out --restore or --json.") }
  }

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: restore ? .readWrite : .readOnly, command: "kpo flagged")
    defer { store.close() }
    let flagged = store.scores.flagged.sorted { $0.key < $1.key }
    if let unknown = facts.first(where: { store.scores.flagged[Review.FactID($0)] == nil }) {
      throw AppError.usage("`\(unknown)` is not set aside. `kpo flagged` lists what is.")
    }
    if json { return try app.result(json: try list(flagged, app)) }
    guard !flagged.isEmpty else {
      try app.result("No fact is set aside.")
      return
    }
    if restore { try restore(flagged.map(\.key), in: store, app) } else { try show(flagged, app) }
  }

  @MainActor private func list(_ flagged: [(key: Review.FactID, value: String)], _ app: App) throws -> JSONValue {
    let generators = try BankLibrary(app: app, global).allBanks().map(QuestionGenerator.init)
    return .array(
      flagged.map { fact, note in
        let sentence = generators.sentence(for: FactID(fact.rawValue))
        return [
          "fact": .string(fact.rawValue), "note": .string(note), "sentence": sentence.map { .string($0) } ?? .null,
        ]
      })
  }

  @MainActor private func show(_ flagged: [(key: Review.FactID, value: String)], _ app: App) throws {
    let generators = try BankLibrary(app: app, global).allBanks().map(QuestionGenerator.init)
    for (fact, note) in flagged {
      let sentence = generators.sentence(for: FactID(fact.rawValue))
      let remark: SafeText = note.isEmpty ? "" : " \("Note:" as SafeText, .strong) \(line: note)"
      let text: SafeText = "\(line: fact.rawValue, .key): \(sentence ?? "no bank here states it.")" + remark
      try app.result(app.resultLayout.wrap(text, hangingIndent: "  "))
    }
  }

  @MainActor private func restore(_ flagged: [Review.FactID], in store: ProgressStore, _ app: App) throws {
    let restored = facts.isEmpty ? flagged : facts.map { Review.FactID($0) }
    try store.append(restored.map { .unflagged(fact: $0) })
    try store.saveSnapshot()
    try app.tellNotices(of: store)
    try app.result(restored.count == 1 ? "1 fact will be asked again." : "\(restored.count) facts will be asked again.")
  }
}
