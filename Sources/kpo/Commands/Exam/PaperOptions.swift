import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study

/// The options that say which paper is drawn.
struct PaperOptions: ParsableArguments {
  @OptionGroup var banks: BankOptions

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Ask only from these sections.", valueName: "section"))
  var sections: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many questions, \(ExamPreparation.usualQuestions) unless given.", valueName: "number"))
  var questions: Int?

  @Option(help: ArgumentHelp("The time for the whole paper; no limit unless given.", valueName: "minutes"))
  var minutes: Double?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The kinds to ask, multiple-choice unless given: \(Item.Kind.list).",
      valueName: "kind"))
  var kinds: [String] = []

  @Option(help: ArgumentHelp("The paper with this name; drawn anew unless given.", valueName: "name"))
  var form: String?

  @Option(
    help: ArgumentHelp(
      "The share of points that passes, 0.7 or that of the planned exam unless given.", valueName: "share"))
  var pass: Double?

  func validate() throws {
    if let minutes, !(0.1...1440).contains(minutes) { throw ValidationError("--minutes goes from 0.1 to 1440.") }
    if let pass, !(0.01...1).contains(pass) {
      throw ValidationError("--pass is a share from 0.01 to 1, such as 0.7 for 70 %.")
    }
    if let form, form.allSatisfy(\.isWhitespace) { throw ValidationError("--form is empty; give the paper a name.") }
  }

  /// Whether anything beside the bank was asked for, which an open mock exam has already.
  var areGiven: Bool {
    !sections.isEmpty || questions != nil || minutes != nil || !kinds.isEmpty || form != nil
      || pass != nil
  }

  /// The kinds to ask.
  func chosenKinds() throws -> [Item.Kind] {
    let chosen = try kinds.flatMap { $0.split(separator: ",") }.map { try Item.Kind.named(String($0)) }
    guard kinds.isEmpty || !chosen.isEmpty else { throw AppError.usage("--kinds names no kind.") }
    return chosen.isEmpty ? [.multipleChoice] : Item.Kind.allCases.filter(chosen.contains)
  }

  /// The number of questions.
  func checkedQuestions() throws -> Int {
    let questions = questions ?? ExamPreparation.usualQuestions
    guard SittingOptions.counts.contains(questions) else {
      throw AppError.badNumber(option: "--questions", value: questions, allowed: SittingOptions.counts)
    }
    return questions
  }
}
