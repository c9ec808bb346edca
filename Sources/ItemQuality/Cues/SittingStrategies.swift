extension Strategy {
  /// Sittings: what the other items of the same sitting tell.
  static let sitting = [
    Strategy("text new in the sitting", opposite: "text used before in the sitting") { situation in
      situation.item.optionWords.enumerated().map { index, words in
        let text = situation.item.face.options[index]
        return -Double(situation.earlier.count { $0.shows(text, of: words) })
      }
    },
    Strategy("key before in the sitting", opposite: "not key before in the sitting") { situation in
      situation.item.scores { option in
        Double(situation.earlier.count { $0.face.options[$0.key] == option })
      }
    },
    Strategy("words of other stems", opposite: "no words of other stems") { situation in
      situation.item.optionWords.map { words in
        situation.others.reduce(0) { max($0, words.share(in: $1.stemWords)) }
      }
    },
    Strategy("beside the subject elsewhere", opposite: "not beside the subject elsewhere") { situation in
      let subject = situation.item.subjectWords
      return situation.item.optionWords.map { words in
        situation.others.reduce(0) { best, other in
          let share = subject.share(in: other.words)
          return share > best ? max(best, share * words.share(in: other.words)) : best
        }
      }
    },
  ]
}

extension CueItem {
  /// Whether a text is an option, or all its words stand in the stem.
  fileprivate func shows(_ text: String, of words: Set<String>) -> Bool {
    face.options.contains(text) || !words.isEmpty && words.isSubset(of: stemWords)
  }
}

extension Set<String> {
  /// The share 0...1 of its words that others have too.
  fileprivate func share(in others: Set<String>) -> Double {
    isEmpty ? 0 : Double(self.count(where: others.contains)) / Double(count)
  }
}
