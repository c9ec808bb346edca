import QuestionGenerator

/// Judges whole items by the oracle.
struct ItemCheck {
  let oracle: BankOracle

  /// What is wrong with an item; empty if nothing is.
  func faults(of item: Item) -> [String] {
    guard let place = oracle.place(item.sectionID, subject: item.subjectColumn, answer: item.answerColumn) else {
      return ["no table of \(item.sectionID) has \(item.subjectColumn) and \(item.answerColumn)"]
    }
    switch (item.kind, item.body) {
    case (.multipleChoice, .choice(let choice)): return faults(of: choice, item, place)
    case (.trueFalse, .choice(let choice)): return statementFaults(of: choice, item, place)
    case (.oddOneOut, .choice(let choice)): return oddOneFaults(of: choice, place)
    case (.matching, .matching(let matching)):
      return faults(of: matching, item, place, premises: 4...6, responses: matching.premises.count + 2)
    case (.categories, .matching(let matching)):
      let used = Set(matching.premises.map(\.answer)).count
      return faults(of: matching, item, place, premises: 5...8, responses: used)
        + ((2...4).contains(used) ? [] : ["\(used) categories"])
    case (.shortAnswer, .typed(let typed)): return faults(of: typed, item, place)
    case (.cloze, .typed(let typed)): return faults(of: typed, item, place) + gapFaults(of: typed, item)
    case (.multipleResponse, .selection(let selection)): return faults(of: selection, item, place)
    default: return ["\(item.kind) has the wrong body"]
    }
  }

  private func faults(of choice: Choice, _ item: Item, _ place: BankOracle.Place) -> [String] {
    guard let ask = ask(item, about: choice.subject, asking: item.stem) else {
      return ["no ask line gives the stem \(item.stem)"]
    }
    let asksForListed = Self.speaksOfLists(ask.stem.replacing("{\(ask.subject)}", with: ""))
    var faults: [String] = []
    if !(3...4).contains(choice.options.count) { faults.append("\(choice.options.count) options") }
    for (index, option) in choice.options.enumerated() {
      faults += self.faults(
        of: option.text, isRight: index == choice.key, for: choice.subject, at: place, asksForListed)
    }
    return faults + closeTexts(choice.options.map(\.text))
  }

  /// Takes the statement to pieces by trying every text of the column.
  private func statementFaults(of choice: Choice, _ item: Item, _ place: BankOracle.Place) -> [String] {
    let sheet = oracle.reader.sheets[place.index]
    guard choice.options.map(\.text) == ["True", "False"] else { return ["options are not True and False"] }
    let asks = oracle.reader.asks.filter { $0.subject == item.subjectColumn && $0.answer == item.answerColumn }
    var shown: [String: String] = [:]
    for row in sheet.rows where row[place.subject].contains(choice.subject) {
      for text in Set(sheet.rows.flatMap { $0[place.answer] }) {
        for template in asks.map({ "\"{\(item.answerColumn)}\" is a right answer to this: \($0.stem)" })
          + oracle.reader.whys.filter({ $0.section == item.sectionID }).map(\.text)
        {
          var (statement, own) = (template, template)
          for (column, header) in sheet.authored.enumerated() where column < row.count {
            let header = sheet.headers[column] == header ? header : sheet.headers[column]
            let value =
              column == place.answer
              ? text : column == place.subject ? choice.subject : row[column].joined(separator: "; ")
            statement = statement.replacing("{\(header)}", with: value)
            own = own.replacing("{\(header)}", with: "")
          }
          for start in ["True or false? ", "True or false, as these notes list them? "]
          where start + statement == item.stem {
            shown[text] = start + own
          }
        }
      }
    }
    guard shown.count == 1, let (text, words) = shown.first else {
      return ["\(item.stem) shows \(shown.count) texts of the column"]
    }
    return faults(
      of: text, isRight: choice.key == 0, for: choice.subject, at: place, Self.speaksOfLists(words))
  }

  private func oddOneFaults(of choice: Choice, _ place: BankOracle.Place) -> [String] {
    let texts = choice.options.map(\.text)
    let odd = texts[choice.key]
    let groups = Set(oracle.reader.sheets[place.index].rows.flatMap { $0[place.subject] })
    let joins = groups.filter { group in
      texts.allSatisfy { text in
        text == odd
          ? oracle.isWrong(text, for: group, at: place, asksForListed: true)
          : oracle.isRight(text, for: group, at: place)
      }
    }
    return (texts.count == 4 ? [] : ["\(texts.count) options"])
      + (joins.isEmpty ? ["nothing joins the three beside \(odd)"] : []) + closeTexts(texts)
      + oracle.otherGroupings(of: odd, among: texts)
  }

  private func faults(of selection: Selection, _ item: Item, _ place: BankOracle.Place) -> [String] {
    let end = " Choose all that apply."
    let stem = String(item.stem.dropLast(end.count))
    guard item.stem.hasSuffix(end),
      let ask = ask(item, about: selection.subject, asking: stem)
        ?? ask(
          item, about: selection.subject, asking: stem.replacing("Which of these are ", with: "Which of these is "))
    else { return ["no ask line gives the stem \(item.stem)"] }
    let asksForListed = Self.speaksOfLists(ask.stem.replacing("{\(ask.subject)}", with: ""))
    let right = selection.options.count { $0.isRight }
    var faults: [String] = []
    if !(4...6).contains(selection.options.count) { faults.append("\(selection.options.count) options") }
    if right == 0 || right == selection.options.count { faults.append("\(right) right options") }
    for option in selection.options {
      faults += self.faults(
        of: option.option.text, isRight: option.isRight, for: selection.subject, at: place, asksForListed)
    }
    return faults + closeTexts(selection.options.map(\.option.text))
  }

  private func faults(of typed: TypedAnswer, _ item: Item, _ place: BankOracle.Place) -> [String] {
    var faults: [String] = []
    if !typed.accepted.contains(typed.key) { faults.append("the key \(typed.key) is not accepted") }
    // A synonym need not stand in the table, but whatever does stand there must be right.
    for text in typed.accepted where oracle.isWrong(text, for: typed.subject, at: place, asksForListed: true) {
      faults.append("\(text) is accepted and wrong")
    }
    // What the question itself shows is no answer to it, and what is close is asked for again.
    let others = typed.otherNames.filter { $0 != typed.subject && !typed.closeNames.contains($0) }
    for text in others where oracle.isRight(text, for: typed.subject, at: place) {
      faults.append("\(text) is right and not accepted")
    }
    return faults
  }

  private func gapFaults(of typed: TypedAnswer, _ item: Item) -> [String] {
    let shown = " \(item.stem.lowercased()) "
    return (item.stem.split(separator: "_____", omittingEmptySubsequences: false).count == 2 ? [] : ["not one gap"])
      + typed.accepted.filter { shown.contains(" \($0.lowercased()) ") }.map { "\($0) stands in \(item.stem)" }
  }

  private func faults(
    of matching: Matching, _ item: Item, _ place: BankOracle.Place, premises: ClosedRange<Int>, responses: Int
  ) -> [String] {
    var faults: [String] = []
    if !premises.contains(matching.premises.count) { faults.append("\(matching.premises.count) premises") }
    if matching.responses.count != responses { faults.append("\(matching.responses.count) responses") }
    if matching.reusesResponses != (item.kind == .categories) { faults.append("wrong use of responses") }
    let asksForListed = Self.speaksOfLists(item.stem)
    for premise in matching.premises {
      for (index, response) in matching.responses.enumerated() {
        faults += self.faults(
          of: response.text, isRight: index == premise.answer, for: premise.text, at: place, asksForListed)
      }
    }
    let texts = matching.responses.map(\.text)
    if texts != texts.sorted(by: { ($0.lowercased(), $0) < ($1.lowercased(), $1) }) {
      faults.append("not alphabetical")
    }
    return faults + closeTexts(texts) + closeTexts(matching.premises.map(\.text))
  }

  private func faults(
    of text: String, isRight: Bool, for subject: String, at place: BankOracle.Place, _ asksForListed: Bool
  ) -> [String] {
    if isRight { return oracle.isRight(text, for: subject, at: place) ? [] : ["\(text) is wrong for \(subject)"] }
    return oracle.isWrong(text, for: subject, at: place, asksForListed: asksForListed)
      ? [] : ["\(text) may be right for \(subject)"]
  }

  private func ask(_ item: Item, about subject: String, asking stem: String) -> BankReader.Ask? {
    oracle.reader.asks.first { ask in
      ask.section == item.sectionID && ask.subject == item.subjectColumn && ask.answer == item.answerColumn
        && ask.stem.replacing("{\(ask.subject)}", with: subject) == stem
    }
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
