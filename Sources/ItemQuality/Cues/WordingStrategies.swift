import ContentModel

extension Strategy {
  /// Wording: strong words are seldom right, hedged ones often.
  static let wording = [
    Strategy("no absolutes", opposite: "absolutes") { situation in
      situation.item.scores { WatchedWords.absolute.first(in: $0) == nil ? 0 : -1 }
    },
    Strategy("vague words", opposite: "no vague words") { situation in
      situation.item.scores { WatchedWords.vague.first(in: $0) == nil ? 0 : 1 }
    },
  ]
}
