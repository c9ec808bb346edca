import ArgumentParser
import Glibc
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
      paper, BankLibrary(app: app), store.scores, app.clock.today, seed: app.randomness.next())
    guard !draft.paper.entries.isEmpty else { throw AppError.nothingToAsk("There is nothing to ask here.") }
    let printed = draft.printed(minutes: paper.minutes)
    let name = "\(output)/exam-\(Self.fileName(draft.paper.form))"
    try write(format.questions(of: printed), to: "\(name).\(format.fileExtension)", app)
    try write(format.key(to: printed), to: "\(name)-key.\(format.fileExtension)", app)
  }

  @MainActor
  private func write(_ text: String, to path: String, _ app: App) throws {
    do throws(FileSystemError) {
      try app.fileSystem.writeNewFile(path, Array(text.utf8))
    } catch {
      guard error.reason == .errorNumber(EEXIST) else { throw error }
      throw AppError.usage(
        "\(path) exists and is not written over. Move it away, or name another folder with --output.")
    }
    try app.result("\(line: path)")
  }

  /// A form's name without what has a meaning in file names.
  private static func fileName(_ form: String) -> String {
    String(form.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
