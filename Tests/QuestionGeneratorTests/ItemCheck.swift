import QuestionGenerator

/// Judges whole items by the oracle.
struct ItemCheck {
  let oracle: BankOracle

  /// What is wrong with an item; empty if nothing is.
  func faults(of item: Item) -> [String] {
    guard let place = oracle.place(item.sectionID, subject: item.subjectColumn, answer: item.answerColumn) else {
      return ["no table of \(item.sectionID) has \(item.subjectColumn) and \(item.answerColumn)"]
    }
    switch item.body {
    case .choice(let choice): return faults(of: choice, item, place)
    case .matching(let matching): return faults(of: matching, item, place)
    case .typed(let typed): return faults(of: typed, item, place)
    }
  }

  private func faults(
    of choice: Choice, _ item: Item, _ place: BankOracle.Place
  ) -> [String] {
    let ask = oracle.reader.asks.first { ask in
      ask.section == item.sectionID && ask.subject == item.subjectColumn && ask.answer == item.answerColumn
        && ask.stem.replacing("{\(ask.subject)}", with: choice.subject) == item.stem
    }
    guard let ask else { return ["no ask line gives the stem \(item.stem)"] }
    let asksForListed = Self.speaksOfLists(ask.stem.replacing("{\(ask.subject)}", with: ""))
    var faults: [String] = []
    if !(3...4).contains(choice.options.count) { faults.append("\(choice.options.count) options") }
    for (index, option) in choice.options.enumerated() {
      if index == choice.key {
        if !oracle.isRight(option.text, for: choice.subject, at: place) {
          faults.append("the key \(option.text) is wrong")
        }
      } else if !oracle.isWrong(option.text, for: choice.subject, at: place, asksForListed: asksForListed) {
        faults.append("\(option.text) may be right")
      }
    }
    return faults + closeTexts(choice.options.map(\.text))
  }

  private func faults(of typed: TypedAnswer, _ item: Item, _ place: BankOracle.Place) -> [String] {
    var faults: [String] = []
    if !typed.accepted.contains(typed.key) { faults.append("the key \(typed.key) is not accepted") }
    // A synonym need not stand in the table, but whatever does stand there must be right.
    for text in typed.accepted where oracle.isWrong(text, for: typed.subject, at: place, asksForListed: true) {
      faults.append("\(text) is accepted and wrong")
    }
    // What the question itself shows is no answer to it.
    for text in typed.otherNames where text != typed.subject && oracle.isRight(text, for: typed.subject, at: place) {
      faults.append("\(text) is right and not accepted")
    }
    return faults
  }

  private func faults(
    of matching: Matching, _ item: Item, _ place: BankOracle.Place
  ) -> [String] {
    var faults: [String] = []
    if !(4...6).contains(matching.premises.count) { faults.append("\(matching.premises.count) premises") }
    if matching.responses.count != matching.premises.count + 2 {
      faults.append("\(matching.responses.count) responses")
    }
    let asksForListed = Self.speaksOfLists(item.stem)
    for premise in matching.premises {
      for (index, response) in matching.responses.enumerated() {
        let isGood =
          index == premise.answer
          ? oracle.isRight(response.text, for: premise.text, at: place)
          : oracle.isWrong(response.text, for: premise.text, at: place, asksForListed: asksForListed)
        if !isGood { faults.append("\(premise.text) with \(response.text)") }
      }
    }
    let texts = matching.responses.map(\.text)
    if texts != texts.sorted(by: { ($0.lowercased(), $0) < ($1.lowercased(), $1) }) {
      faults.append("not alphabetical")
    }
    return faults + closeTexts(texts) + closeTexts(matching.premises.map(\.text))
  }

  private func closeTexts(_ texts: [String]) -> [String] {
    texts.indices.flatMap { left in
      texts.indices.filter { $0 > left && oracle.areClose(texts[left], texts[$0]) }.map {
        "\(texts[left]) ~ \(texts[$0])"
      }
    }
  }

  private static func speaksOfLists(_ stem: String) -> Bool {
    let words = stem.lowercased().split { !$0.isLetter }
    return ["list", "lists", "listed"].contains { words.contains($0[...]) }
  }
}
