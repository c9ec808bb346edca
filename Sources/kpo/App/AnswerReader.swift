import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// Reads what is typed under a question: a key, or a line with completion.
@MainActor
struct AnswerReader {
  let app: App
  let keys: Settings.Keys
  /// The words that may follow a colon, each with what it does.
  let commands: [(word: String, effect: String)]
  /// What a typed name is completed to: all names there are, whatever is asked, so that Tab tells nothing of the key.
  let names: [String]

  /// So much of a name must be typed before it is completed; less would turn recalling into choosing.
  static let shortestBeginning = 3

  /// Waits for a line under an item, or under none.
  func next(
    prompt: SafeText, for item: Item?, timeout: Duration? = nil, keepsPartialLine: Bool = false
  ) throws -> Input {
    let isSingle = keys == .single && item?.isChoice == true
    let isTyped = item?.isTyped == true
    let lines = app.lines
    if isSingle { lines.isWholeLine = SingleKey.isWhole }
    lines.completions = { word, line, start in self.offers(word, line, start, isTyped: isTyped) }
    defer {
      lines.isWholeLine = nil
      lines.completions = { _, _, _ in [] }
    }
    do {
      let input = try lines.nextLine(prompt: prompt, timeout: timeout, keepsPartialLine: keepsPartialLine)
      guard isSingle, case .line(let text) = input else { return input }
      return .line(SingleKey.line(text))
    } catch let error as InputError {
      guard case .lineTooLong = error else { throw error }
      try app.talk(app.talkLayout.wrap(error.message))
      return .line("")
    }
  }

  private func offers(_ word: String, _ line: String, _ start: Int, isTyped: Bool) -> [Completion] {
    if start == 0, word.hasPrefix(":") {
      return commands.map { Completion(text: ":\($0.word)", description: "\($0.effect)") }
    }
    // Leading spaces are no beginning of a name.
    let typed = String((String(decoding: line.utf8.prefix(start), as: UTF8.self) + word).drop { $0 == " " })
    guard isTyped, typed.count >= Self.shortestBeginning else { return [] }
    return NameCompletions.offers(names.map { ($0, "") }, typed: typed, word: word)
  }
}

/// Completes names of several words, of which Tab sees only the last.
enum NameCompletions {
  /// The names that go on with what was typed, of which `word` is the end; capitals do not matter.
  static func offers(_ names: [(text: String, meaning: SafeText)], typed: String, word: String) -> [Completion] {
    let typed = typed.drop { $0 == " " }
    let before = typed.count - word.count
    guard before >= 0 else { return [] }
    return names.filter {
      $0.text.count >= typed.count && $0.text.prefix(typed.count).lowercased() == typed.lowercased()
    }
    .map { Completion(text: String($0.text.dropFirst(before)), description: $0.meaning) }
  }
}

extension Item {
  /// Whether one of several options is the answer.
  fileprivate var isChoice: Bool { if case .choice = body { true } else { false } }
  /// Whether the answer is a name.
  fileprivate var isTyped: Bool { if case .typed = body { true } else { false } }
}
