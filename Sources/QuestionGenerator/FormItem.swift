import ContentModel

extension FormFacts {
  /// An item of this form.
  ///
  /// - Parameter shown: what the learner sees besides the stem and what tells equal questions apart, for the item's id.
  func item(_ kind: Item.Kind, bankID: String, stem: String, shown: [String], _ body: Item.Body) -> Item {
    Item(
      id: Item.id(kind, [stem] + shown), kind: kind, bankID: bankID, sectionID: asked.sectionID,
      subjectColumn: asked.table.columns[asked.subject].header,
      answerColumn: asked.table.columns[asked.answer].header, stem: stem, body: body)
  }

  /// A value of the answer column as an option that tells where it belongs; nil if it stands in no asked fact.
  func option(_ value: Value) -> Choice.Option? {
    place(of: value).map { Choice.Option(text: value.displayText, fact: $0.fact, why: $0.why) }
  }

  /// A value of a fact as an option that tells just this fact.
  func option(_ value: Value, of fact: Fact) -> Choice.Option {
    Choice.Option(text: value.displayText, fact: fact.id, why: explanation.sentence(for: fact))
  }

  /// Facts as premises and values as responses, which stand in alphabetical order; nil if a value has no place in the form.
  func matching(
    _ pairs: [(fact: Fact, answer: Value)], responses values: [Value], reused: Bool
  ) -> Matching? {
    let values = values.sorted { left, right in
      (left.displayText.lowercased(), left.displayText) < (right.displayText.lowercased(), right.displayText)
    }
    let responses = values.compactMap(option)
    guard responses.count == values.count else { return nil }
    let premises = pairs.compactMap { fact, answer -> Matching.Premise? in
      guard let index = values.firstIndex(of: answer), let subject = fact.value(inColumn: asked.subject) else {
        return nil
      }
      return Matching.Premise(
        text: subject.displayText, fact: fact.id, answer: index, why: explanation.sentence(for: fact))
    }
    return Matching(premises: premises, responses: responses, reusesResponses: reused)
  }

  /// An item that pairs its premises with its responses.
  func item(_ kind: Item.Kind, bankID: String, stem: String, _ matching: Matching) -> Item {
    item(
      kind, bankID: bankID, stem: stem, shown: matching.premises.map(\.text) + matching.responses.map(\.text),
      .matching(matching))
  }

  /// What an item asks of the subjects and the answers in a sentence: the headings, but for a comparison,
  /// whose headings are our own.
  var nouns: (subject: String, answer: String) {
    func noun(_ column: Int) -> String {
      asked.table.columns[column].header.split(separator: " ").map { word in
        // Words such as KPO stay as they are.
        word.dropFirst().contains(where: \.isUppercase) ? String(word) : word.lowercased()
      }.joined(separator: " ")
    }
    return (noun(asked.subject), noun(asked.answer))
  }

  /// What a question of our own says about an open list: what it does not name is proved wrong only if it is "listed".
  var restriction: String { asked.asksWhatIsListed ? ", as these notes list them" : "" }
}
