import ArgumentParser
import Terminal

/// What `kpo help` explains beside the commands.
enum HelpTopic: String, CaseIterable, ExpressibleByArgument {
  case environment
  case exitCodes = "exit-codes"
  case banks
  case bankFormat = "bank-format"
  case scheduling
  case files

  /// What it is about, in a few words.
  var abstract: SafeText {
    switch self {
    case .environment: "the variables that kpo reads"
    case .exitCodes: "what the exit codes mean"
    case .banks: "which banks there are, and which are studied"
    case .bankFormat: "how a bank is written"
    case .scheduling: "when a fact comes back, and why"
    case .files: "where progress is kept"
    }
  }

  /// The whole text.
  func text(_ layout: Layout) -> SafeText {
    switch self {
    case .environment:
      layout.table(
        header: ["Variable", "What it does"],
        rows: EnvironmentVariable.all.map { ["\($0.names, .key)", "\($0.effect)"] })
    case .exitCodes:
      layout.table(
        header: ["Code", "Meaning"], rows: ExitCodeMeaning.all.map { ["\($0.code, .key)", "\($0.meaning)"] })
    case .banks: layout.paragraphs(bankLibrary)
    case .bankFormat: bankFormat(layout)
    case .scheduling: layout.paragraphs(scheduling)
    case .files: files(layout)
    }
  }
}

/// `kpo help TOPIC`; the argument parser's own help knows commands only.
struct HelpTopicCommand: AppCommand, HasGlobalOptions {
  @OptionGroup var global: GlobalOptions
  @Argument var topic: HelpTopic

  func run(in app: App) throws { try app.result(topic.text(app.resultLayout)) }
}

extension Layout {
  /// Paragraphs of prose with an empty line between them.
  func paragraphs(_ texts: [SafeText]) -> SafeText { texts.map { wrap($0) }.joined(separator: "\n\n") }
}
