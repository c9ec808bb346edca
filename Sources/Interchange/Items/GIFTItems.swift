import QuestionGenerator

/// Questions in GIFT; all kinds have a form there.
struct GIFTItems: ItemWriter {
  private var questions: [GIFTQuestion] = []

  var file: [UInt8] { Array(GIFTWriter.text(of: questions).utf8) }

  mutating func add(_ question: ItemExport.Question) -> String? {
    let item = question.item
    guard let answers = Self.answers(of: item) else { return MoodleCategory.tooManyRight }
    let written = GIFTQuestion(
      title: item.id, category: MoodleCategory.path(of: question), stem: Self.plain(item.stem), answers: answers,
      generalFeedback: Self.general(item))
    if let fault = GIFTWriter.fault(of: written) { return fault.rawValue }
    questions.append(written)
    return nil
  }

  private static func answers(of item: Item) -> GIFTQuestion.Answers? {
    switch item.body {
    case .choice(let choice) where item.kind == .trueFalse:
      let whys = choice.options.map { plain($0.why) }
      return .trueFalse(choice.key == 0, afterWrong: whys[1 - choice.key], afterRight: whys[choice.key])
    case .choice(let choice):
      return .choice(choice.options.enumerated().map { option($1, weight: $0 == choice.key ? 100 : 0) })
    case .selection(let selection):
      guard let weights = selection.moodleWeights else { return nil }
      return .severalRight(zip(selection.options, weights).map { option($0.option, weight: $1) })
    case .matching(let matching):
      return .matching(
        matching.premises.map { .init(plain($0.text), matching.responses[$0.answer].text) },
        extraResponses: matching.extraResponses)
    case .typed(let typed):
      return .shortAnswer(typed.accepted.map { .init(plain(MoodleWildcard.escaped($0)), weight: 100) })
    }
  }

  /// What is told after any answer, where the answers have no words of their own.
  private static func general(_ item: Item) -> GIFTQuestion.Text? {
    switch item.body {
    case .choice, .selection: nil
    case .matching(let matching): plain(matching.premises.map(\.why).joined(separator: "\n"))
    case .typed(let typed): plain(typed.why)
    }
  }

  private static func option(_ option: Choice.Option, weight: Double) -> GIFTQuestion.Option {
    GIFTQuestion.Option(plain(option.text), weight: weight, feedback: option.why.isEmpty ? nil : plain(option.why))
  }

  private static func plain(_ text: String) -> GIFTQuestion.Text { GIFTQuestion.Text(text, format: .plain) }
}
