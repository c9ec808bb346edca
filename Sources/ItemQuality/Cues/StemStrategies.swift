extension Strategy {
  /// Clang: the right option repeats what the question says.
  static let stem = [
    Strategy("most words of the stem", opposite: "fewest words of the stem") { situation in
      situation.item.optionWords.map { Double($0.intersection(situation.item.stemWords).count) }
    },
    Strategy("most like the stem", opposite: "least like the stem") { situation in
      let subject = Trigrams(situation.item.face.subject)
      return situation.item.grams.map { $0.cosine(subject) }
    },
  ]
}
