import QuestionGenerator

extension Strategy {
  /// Statements: what a true/false item's own words tell, where "True" is the first option.
  static let statement = [
    statement("long statement is true", opposite: "long statement is false") { situation in
      Double(situation.item.face.stem.count) - situation.experience.stemLength
    },
    statement("repeated word is true", opposite: "repeated word is false") { situation in
      // A statement that holds speaks of one thing, so that a word may come twice.
      let words = situation.item.stemText.filter { $0.count > 3 }.map { $0.prefix(6) }
      return Double(words.count - Set(words).count) - 0.5
    },
    statement("statement of known words is true", opposite: "statement of new words is true") { situation in
      let words = situation.item.stemWords
      let known = situation.earlier.reduce(into: Set<String>()) { $0.formUnion($1.words) }
      guard !words.isEmpty, !known.isEmpty else { return 0 }
      return Double(words.intersection(known).count) / Double(words.count) - 0.5
    },
  ]

  private static func statement(
    _ name: String, opposite: String, truth: @escaping @Sendable (Situation) -> Double
  ) -> Strategy {
    Strategy(name, opposite: opposite) { situation in
      let item = situation.item
      guard item.face.kind == .trueFalse else { return item.face.options.map { _ in 0 } }
      let score = truth(situation)
      return item.face.options.indices.map { $0 == 0 ? score : -score }
    }
  }
}
