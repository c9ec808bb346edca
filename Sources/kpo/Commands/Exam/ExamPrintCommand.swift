import ArgumentParser
import Interchange
import Progress
import Study
import Terminal

struct ExamPrintCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Write a paper and its key to files.",
    discussion: """
      The paper of a form is the one that `kpo exam --form` asks. Files that exist are not written over.

      Examples:
        kpo exam print --form C
        kpo exam print --form C --format html --questions 20 --minutes 30 --output papers
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var paper: PaperOptions

  @Option(
    help: ArgumentHelp("markdown or html; markdown unless given.", valueName: "format"),
    transform: { text in
      guard let format = PaperFormat(rawValue: text) else { throw ValidationError("Use markdown or html.") }
      return format
    })
  var format = PaperFormat.markdown

  @Option(help: ArgumentHelp("The folder for the files, which must exist; this one unless given.", valueName: "folder"))
  var output = "."

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let draft = try PaperDraft(
      paper, BankLibrary(app: app, global), store.scores, app.clock.today, seed: app.randomness.next())
    guard !draft.paper.entries.isEmpty else { throw AppError.nothingToAsk("There is nothing to ask here.") }
    let printed = draft.printed(minutes: paper.minutes)
    guard try app.fileSystem.statusAtPath(output)?.kind == .folder else {
      throw AppError.usage("There is no folder `\(output)`. Make it, or name another one with --output.")
    }
    let name = "\(output)/exam-\(Self.fileName(draft.paper.form))"
    let files = [
      (path: "\(name).\(format.fileExtension)", text: format.questions(of: printed)),
      (path: "\(name)-key.\(format.fileExtension)", text: format.key(to: printed)),
    ]
    // Both or none: a paper beside the key of another would be worse than no paper.
    for file in files where try app.fileSystem.statusAtPath(file.path) != nil {
      throw AppError.usage(
        "\(file.path) exists and is not written over. Move it away, or name another folder with --output.")
    }
    for file in files {
      try app.fileSystem.writeNewFile(file.path, Array(file.text.utf8))
      try app.result("\(line: file.path)")
    }
  }

  /// A form's name without what has a meaning in file names.
  private static func fileName(_ form: String) -> String {
    String(form.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
