import ContentModel
import QuestionGenerator

/// Questions as notes of the type Basic for Anki's text importer; every kind fits on two sides of a card.
///
/// A note is known by its guid, so that importing a newer file brings the notes up to date and adds only what is new.
struct AnkiItems: ItemWriter {
  /// The name of the deck.
  let deck: String
  private var guids: Set<String> = []
  private var rows = ""

  init(deck: String) { self.deck = deck }

  var file: [UInt8] {
    let title = deck.split { $0.isWhitespace }.joined(separator: " ")
    let header = """
      #separator:tab
      #html:true
      #notetype:Basic
      #deck:\(title)
      #tags column:4
      #guid column:1

      """
    return Array((header + rows).utf8)
  }

  mutating func add(_ question: ItemExport.Question) -> String? {
    let item = question.item
    guard guids.insert(item.ankiGUID).inserted else { return "another note of this file asks the same" }
    let tags = ["bank::\(item.bankID)", "section::\(item.sectionID)", "kind::\(item.kind.rawValue)"]
    let fields = [item.ankiGUID, front(of: item), back(of: item), tags.joined(separator: " ")]
    rows += fields.map(Self.quoted).joined(separator: "\t") + "\n"
    return nil
  }

  private func front(of item: Item) -> String {
    let stem = Self.markup(of: item.stem)
    switch item.body {
    case .choice where item.kind == .trueFalse: return stem
    case .choice(let choice): return stem + list(choice.options.map(\.text), type: "a")
    case .selection(let selection): return stem + list(selection.options.map(\.option.text), type: "a")
    case .matching(let matching):
      return stem + list(matching.premises.map(\.text), type: "1") + list(matching.responses.map(\.text), type: "a")
    case .typed: return stem
    }
  }

  /// The answer and why it is right.
  private func back(of item: Item) -> String {
    switch item.body {
    case .choice(let choice):
      let key = choice.options[choice.key]
      return answer([item.kind == .trueFalse ? key.text : "\(PrintedKey.letter(choice.key))) \(key.text)"], [key.why])
    case .selection(let selection):
      let right = selection.options.enumerated().filter(\.element.isRight)
      return answer(
        right.map { "\(PrintedKey.letter($0.offset))) \($0.element.option.text)" }, right.map(\.element.option.why))
    case .matching(let matching):
      let pairs = matching.premises.enumerated().map { index, premise in
        "\(index + 1)\(PrintedKey.letter(premise.answer)) \(premise.text): \(matching.responses[premise.answer].text)"
      }
      return answer(pairs, matching.premises.map(\.why))
    case .typed(let typed): return answer([typed.accepted.joined(separator: " or ")], [typed.why])
    }
  }

  private func answer(_ answers: [String], _ reasons: [String]) -> String {
    let shown =
      answers.map { "<b>\(Self.markup(of: $0))</b>" } + reasons.filter { !$0.isEmpty }.map(Self.markup)
    return shown.joined(separator: "<br>")
  }

  private func list(_ texts: [String], type: String) -> String {
    "<ol type=\(type)>\(texts.map { "<li>\(Self.markup(of: $0))</li>" }.joined())</ol>"
  }

  /// A text as HTML in which no `[sound:...]` is played and no `[latex]` is drawn.
  private static func markup(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in HTMLText.markup(of: text).unicodeScalars {
      if scalar == "[" { result.append(contentsOf: "&#91;".unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// A field, in quotation marks where it would end early or where such a mark begins it.
  static func quoted(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { "\t\n\r\"".unicodeScalars.contains($0) }) else { return field }
    // A mark combines with what stands before it, so scalars are doubled rather than characters.
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}

extension Item {
  /// What tells a note from all others: the fact, `|`, the kind, and the columns that are shown and asked for.
  ///
  /// No fact's id has a `|`. An item about several facts has the others behind that, all in the order of their text, so
  /// that the same facts make the same note in whatever order they are asked.
  var ankiGUID: String {
    let facts = facts.map(\.rawValue).sorted()
    let columns = [subjectColumn, answerColumn].map { column in
      column.map { $0.isWhitespace || $0 == "|" ? " " : String($0) }.joined()
    }
    return ([facts.first ?? id, kind.rawValue] + columns + facts.dropFirst()).joined(separator: "|")
  }
}
