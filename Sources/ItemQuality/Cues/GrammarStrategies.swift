extension Strategy {
  /// Grammar: an option that does not fit the stem was not written for it.
  static let grammar = [
    Strategy("fits a or an", opposite: "does not fit a or an") { situation in
      situation.item.optionTexts.map { Grammar.fitsArticle($0, after: situation.item.stemText) ? 1 : 0 }
    },
    Strategy("fits is or are", opposite: "does not fit is or are") { situation in
      situation.item.optionTexts.map { Grammar.fitsNumber($0, of: situation.item.stemText) ? 1 : 0 }
    },
  ]
}

/// As much English as a strategy needs.
enum Grammar {
  /// Whether an option may stand after a stem that ends in "a" or "an"; any option fits any other stem.
  static func fitsArticle(_ option: [String], after stem: [String]) -> Bool {
    guard let article = stem.last, article == "a" || article == "an", let first = option.first?.first
    else { return true }
    return "aeiou".contains(first) == (article == "an")
  }

  /// Whether an option is plural where the stem says "are" and singular where it says "is".
  static func fitsNumber(_ option: [String], of stem: [String]) -> Bool {
    let verbs = stem.filter { ["is", "are", "was", "were"].contains($0) }
    guard let verb = verbs.last, let last = option.last else { return true }
    let isPlural = last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("is")
    return isPlural == (verb == "are" || verb == "were")
  }

  /// The words of a text in lower case.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }
}
