import ContentModel
import Progress
import QuestionGenerator
import Terminal

/// What Tab offers at the prompt: commands, their options, and the values that are known.
@MainActor
final class REPLCompletions {
  private let banks: [Bank]
  /// The names of all banks, not only of those that are studied.
  private let allBankNames: [String]
  /// The words that are commands at the prompt only.
  private let more: [Completion]
  /// Made at the first Tab.
  private lazy var grammar = CommandGrammar.program

  init(banks: [Bank], bankNames: [String], more: [Completion]) {
    self.banks = banks
    allBankNames = bankNames
    self.more = more
  }

  func offer(_ word: String, _ line: String, _ start: Int) -> [Completion] {
    let before = line.utf8.prefix(start).split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    // Who types `kpo daily` here means `daily`.
    let words = before.first == "kpo" ? Array(before.dropFirst()) : before
    var command = grammar
    var rest = words[...]
    while let next = rest.first.flatMap(command.subcommand) {
      command = next
      rest = rest.dropFirst()
    }
    if words.isEmpty { return grammar.subcommands.map(\.completion) + more }
    if words == ["help"] {
      return grammar.subcommands.map(\.completion)
        + HelpTopic.allCases.map { Completion(text: $0.rawValue, description: $0.abstract) }
    }
    if let option = rest.last(where: { $0.hasPrefix("-") }).flatMap(command.option), option.takesValue {
      if option.isRepeating || rest.last == option.name, !word.hasPrefix("-") { return values(option.name) }
    }
    if word.hasPrefix("-") { return command.options.map(\.completion) }
    return rest.isEmpty && !command.subcommands.isEmpty
      ? command.subcommands.map(\.completion) : arguments(of: command.name, line, start, word)
  }

  /// What may follow an option.
  private func values(_ option: String) -> [Completion] {
    switch option {
    case "--bank": bankNames
    case "--section", "--sections": sections
    case "--kind", "--kinds": Item.Kind.allCases.map { Completion(text: $0.rawValue) }
    case "--color": ColourMode.allCases.map { Completion(text: $0.rawValue) }
    case "--keys": Settings.Keys.allCases.map { Completion(text: $0.rawValue) }
    default: []
    }
  }

  /// What may follow a command.
  private func arguments(of command: String, _ line: String, _ start: Int, _ word: String) -> [Completion] {
    switch command {
    case "read", "practice": return sections
    case "check", "measure": return bankNames
    case "settings": return Setting.allCases.map { Completion(text: $0.rawValue, description: $0.why) }
    case "explain": return ExplainCommand.rules.map { Completion(text: $0.code, description: "\($0.title)") }
    case "search":
      let typed = (String(decoding: line.utf8.prefix(start), as: UTF8.self) + word).drop { $0 == " " }
      let words = typed.dropFirst(typed.hasPrefix("kpo ") ? 4 : 0).drop { $0 == " " }.dropFirst("search".count)
      return NameCompletions.offers(names, typed: String(words), word: word)
    default: return []
    }
  }

  private var bankNames: [Completion] {
    allBankNames.map { name in
      Completion(text: name, description: banks.first { $0.id == name }.map { "\(line: $0.title)" } ?? "")
    }
  }

  private var sections: [Completion] {
    banks.flatMap { bank in bank.sections.map { Completion(text: $0.id, description: "\(line: $0.title)") } }
  }

  /// Every name once, with the first section that has it.
  private var names: [(text: String, meaning: SafeText)] {
    var seen: Set<String> = []
    return banks.flatMap(\.tables).flatMap { section, table in
      table.names.filter { seen.insert($0.text).inserted }.map { ($0.text, "\(line: section.title)") }
    }
  }
}
