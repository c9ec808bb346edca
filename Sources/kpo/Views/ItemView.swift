import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// How an item looks, and what is said around it before it is answered.
struct ItemView {
  let banks: [Bank]
  let keys: Settings.Keys

  /// The item with its number and section, its stem, and what can be chosen.
  func item(_ asked: Sitting.Asked, number: Int, remaining: Int, _ layout: Layout) -> SafeText {
    let item = asked.item
    let section = banks.first { $0.id == item.bankID }?.section(item.sectionID)?.title ?? item.sectionID
    let left = remaining == 1 ? "last" : "\(remaining) to go"
    let again: SafeText = asked.isRepeat ? "again, " : ""
    let head = "\(number). \(line: section) (" + again + "\(left))"
    return ["", layout.wrap(head.styled(.faint)), layout.wrap("\(item.stem, .strong)")].joined(separator: "\n")
      + "\n" + Self.choices(item, layout)
  }

  /// The options of a choice; the premises and responses of a matching item.
  static func choices(_ item: Item, _ layout: Layout) -> SafeText {
    switch item.body {
    case .choice(let choice):
      return lettered(choice.options.map(\.text), letters(of: item), layout)
    case .matching(let matching):
      let premises = matching.premises.enumerated().map { index, premise in
        layout.wrap("\(premise.text)", firstIndent: "  \("\(index + 1)", .key)) ", hangingIndent: "     ")
      }
      return premises.joined(separator: "\n") + "\n\n"
        + lettered(matching.responses.map(\.text), letters(of: item), layout)
    case .selection(let selection):
      return lettered(selection.options.map(\.option.text), letters(of: item), layout)
    case .typed:
      return layout.wrap("Type the answer.", firstIndent: "  ", hangingIndent: "  ")
    }
  }

  /// The letter of each option or response: `t` and `f` where one says true or false.
  static func letters(of item: Item) -> [String] {
    switch item.body {
    case .choice where item.kind == .trueFalse: ["t", "f"]
    case .choice(let choice): choice.options.indices.map { "\(AnswerParser.letter($0))" }
    case .matching(let matching): matching.responses.indices.map { "\(AnswerParser.letter($0))" }
    case .selection(let selection): selection.options.indices.map { "\(AnswerParser.letter($0))" }
    case .typed: []
    }
  }

  private static func lettered(_ texts: [String], _ letters: [String], _ layout: Layout) -> SafeText {
    zip(letters, texts).map { letter, text in
      layout.wrap("\(text)", firstIndent: "  \("\(letter)", .key)) ", hangingIndent: "     ")
    }.joined(separator: "\n")
  }

  func prompt(_ item: Item) -> SafeText {
    let marks: SafeText = keys == .single ? " (+sure -guess)" : ""
    return switch item.body {
    case .choice where item.kind == .trueFalse: "\("True or false" as SafeText + marks, .prompt)> "
    case .choice: "\("Answer" as SafeText + marks, .prompt)> "
    case .selection: "\("Answers" as SafeText, .prompt)> "
    case .matching(let matching): "\((matching.reusesResponses ? "Sort" : "Pairs") as SafeText, .prompt)> "
    case .typed: "\("Type" as SafeText, .prompt)> "
    }
  }

  func howToAnswer(_ item: Item) -> SafeText {
    switch item.body {
    case .choice where keys == .single:
      "One key answers: \(Self.keys(of: item)), or ? if you don't know. Type + before it if you are sure, - if you are "
        + "guessing. A colon begins a command, which ends with Enter; :help lists them."
    case .choice where item.kind == .trueFalse:
      "Type t for true or f for false; t? if you are guessing, t! if you are sure, ? if you don't know. "
        + ":help lists the commands."
    case .choice(let choice):
      "Type a letter from a to \(String(AnswerParser.letter(choice.options.count - 1))); b? if you are guessing, b! if you are sure, "
        + "? if you don't know. :help lists the commands."
    case .matching(let matching) where matching.reusesResponses:
      "Type the letter of a group for each number, such as \(Self.example(matching)); letters may stand "
        + "several times, - leaves one open, ? means you don't know. :help lists the commands."
    case .matching(let matching):
      "Type a letter for each number, such as \(Self.example(matching)); - leaves one open, ? means you don't know. "
        + ":help lists the commands."
    case .selection:
      "Type the letters of all that are right, such as ac; - for none, ? means you don't know. :help lists the commands."
    case .typed:
      "Type the name; capitals, hyphens and plurals do not matter. ? means you don't know. :help lists the commands."
    }
  }

  private static func keys(of item: Item) -> String {
    let letters = letters(of: item)
    return item.kind == .trueFalse
      ? letters.joined(separator: " or ") : "\(letters.first ?? "") to \(letters.last ?? "")"
  }

  private static func example(_ matching: Matching) -> String {
    matching.premises.indices.map { "\($0 + 1)\(AnswerParser.letter(($0 + 1) % matching.responses.count))" }.joined(
      separator: " ")
  }

  /// Why a line was no answer, and what would be one.
  func problem(_ problem: AnswerParser.Problem, _ item: Item) -> SafeText {
    switch problem {
    case .unknownCommand(let typed): "There is no command \(line: Self.excerpt(typed)). :help lists them."
    case .neitherTrueNorFalse(let typed):
      "`\(line: Self.excerpt(typed))` is neither. Type t for true or f for false, or ? if you don't know; :help lists the commands."
    case .notAnOption(let typed, let last) where item.kind == .multipleResponse:
      "`\(line: Self.excerpt(typed))` is none of the options. Type the letters of all that are right, from a to \(String(last)), such as ac; - for none."
    case .notAnOption(let typed, let last):
      "`\(line: Self.excerpt(typed))` is none of the options. Type a letter from a to \(String(last)), or ? if you don't know; :help lists the commands."
    case .wrongCount(let given, let needed):
      "There are \(needed) numbers, and you gave \(given == 1 ? "one letter" : "\(given) letters"). "
        + "Give one for each; - leaves a number open."
    case .givenTwice(let what) where item.kind == .multipleResponse:
      "`\(line: what)` stands twice. Type each letter once."
    case .givenTwice(let what) where item.kind == .categories:
      "`\(line: what)` stands twice. Each number belongs to one group."
    case .givenTwice(let what): "`\(line: what)` stands twice. Each number has a letter of its own."
    case .notAPair(let typed, let premises, let last):
      "`\(line: Self.excerpt(typed))` is no pair. Type a number from 1 to \(premises) and a letter from a to \(String(last)), such as 1c."
    }
  }

  /// The beginning of what was typed: a pasted page need not come back whole.
  static func excerpt(_ typed: String) -> String {
    typed.count > 40 ? "\(typed.prefix(40))..." : typed
  }

  /// Why there is no hint.
  func noHint(_ item: Item) -> SafeText {
    switch item.body {
    case .typed: "A typed answer has no options to rule out."
    case .selection: "There is no further hint than how many are right."
    case .choice where item.kind == .trueFalse: "Of two options none can be ruled out."
    case .matching(let matching) where matching.reusesResponses: "No group can be ruled out: each of them is needed."
    case .choice, .matching: "There is nothing left to rule out."
    }
  }

  func hint(_ hint: Sitting.Hint, _ item: Item) -> SafeText {
    switch (hint, item.body) {
    case (.rightOptions(let count), _): "\(count == 1 ? "1 of them is right." : "\(count) of them are right.")"
    case (.ruledOut(let index), .choice(let choice)):
      "It is not \(String(AnswerParser.letter(index))), \(choice.options[index].text)."
    case (.ruledOut(let index), .matching(let matching)):
      "\(String(AnswerParser.letter(index))), \(matching.responses[index].text), belongs to none of the numbers."
    case (.ruledOut, .typed), (.ruledOut, .selection): ""
    }
  }

  /// Why this question came now.
  func reason(_ reason: PlannedFact.Reason) -> SafeText {
    switch reason {
    case .new: "A new fact: you had not been asked it before."
    case .missed(let days, let wasSure):
      "You missed this fact \(Self.ago(days))\(wasSure ? ", though you were sure" : ""), so it comes until it is right."
    case .due(let recall, let days):
      "It was due: last asked \(Self.ago(days)), its chance to be recalled had faded to \(Percent(recall))."
    case .exam(let daysLeft, let recall):
      "It helps your score in the exam \(ExamPlanView.away(daysLeft)) most for its time: you would recall it then with "
        + "\(Percent(recall))."
    case .confused: "You took its answer and another for each other, so here both stand side by side."
    case .wrongBefore: "You missed this fact a few questions ago. One right answer now helps it to stay."
    case .readBefore: "It came before while you had the notes open, so it counts only now."
    case .chosen: "You asked for it."
    }
  }

  /// When the facts of an item come back.
  func returning(_ memories: [FactMemory?], today: StudyDay) -> SafeText {
    let days = memories.compactMap { $0?.dueDay }.sorted().map { StudyDay(daysSince1970: $0) }
    guard let first = days.first, let last = days.last else { return "It has no day to return yet." }
    guard memories.count == 1 else {
      return first == last
        ? "Its facts return \(Self.day(first, today))."
        : "Its facts return at different times: the first \(Self.day(first, today)), the last \(Self.day(last, today))."
    }
    let returns: SafeText = "It returns \(Self.day(first, today))."
    guard let lapses = memories.first??.lapses, lapses >= FactMemory.leechLapses else { return returns }
    return returns + " It was forgotten \(lapses) times: reword its line in the bank, or :flag it when it comes."
  }

  private static func day(_ day: StudyDay, _ today: StudyDay) -> String {
    let days = today.days(until: day)
    return days <= 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days, on \(day)"
  }

  private static func ago(_ days: Int) -> String {
    switch days {
    case 0: "earlier today"
    case 1: "yesterday"
    default: "\(days) days ago"
    }
  }

  func commands(_ layout: Layout) -> SafeText {
    let rows = SittingCommand.summaries.map { word, effect -> SafeText in
      layout.wrap("\(effect)", firstIndent: Layout.pad("\(":\(word)", .key)", to: 8), hangingIndent: "        ")
    }
    return rows.joined(separator: "\n")
  }
}
