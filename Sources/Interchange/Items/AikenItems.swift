import QuestionGenerator

/// Questions in Aiken, which knows one right answer among some and nothing else.
///
/// A statement that is true or false is such a question too: its options are `True` and `False`.
struct AikenItems: ItemWriter {
  private var text = ""

  var file: [UInt8] { Array(text.utf8) }

  mutating func add(_ question: ItemExport.Question) -> String? {
    guard case .choice(let choice) = question.item.body else {
      return "Aiken holds only questions with one right option"
    }
    let stem = question.item.stem
    let texts = [stem] + choice.options.map(\.text)
    guard texts.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isNewline) }) else {
      return "Aiken has one line for each text"
    }
    guard !stem.unicodeScalars.starts(with: "ANSWER:".unicodeScalars), !Self.looksLikeOption(stem) else {
      return "in Aiken its text would be read as an option or an answer"
    }
    guard choice.options.count <= 26 else { return "Aiken has letters for 26 options" }
    let options = choice.options.enumerated().map { "\(Self.letter($0)). \($1.text)\n" }
    text += (text.isEmpty ? "" : "\n") + "\(stem)\n\(options.joined())ANSWER: \(Self.letter(choice.key))\n"
    return nil
  }

  private static func letter(_ index: Int) -> String { PrintedKey.letter(index).uppercased() }

  private static func looksLikeOption(_ text: String) -> Bool {
    let start = Array(text.unicodeScalars.prefix(2))
    return start.count == 2 && ("A"..."Z").contains(start[0]) && (start[1] == "." || start[1] == ")")
  }
}
