/// What an English word keeps when its endings are taken away, so that its forms meet.
enum WordStem {
  /// How many letters of a stem are compared.
  private static let length = 6

  /// The stem of a word in lower case.
  static func of(_ word: String) -> String {
    let one = singular(word)
    guard let root = withoutVerbEnding(one) else {
      let plain = withoutInflection(one, ["ing", "ied", "ed"]) ?? one
      return String(withoutLastVowel(withoutNounEnding(plain)).prefix(length))
    }
    return String(withoutLastVowel(root).prefix(length))
  }

  private static func singular(_ word: String) -> String {
    guard word.count > 3, word.last == "s", !["ss", "us", "is"].contains(where: word.hasSuffix) else { return word }
    if word.hasSuffix("ies"), word.count > 5 { return word.dropLast(3) + "y" }
    return String(word.dropLast(word.hasSuffix("xes") ? 2 : 1))
  }

  /// What is left of a verb in "ate" or "ise", or of its noun, if that is long enough; "repeat" is no such verb.
  private static func withoutVerbEnding(_ word: String) -> String? {
    let endings = [
      "isation", "ization", "ation", "ating", "ated", "ator", "ate", "ising", "izing", "ised", "ized", "ise", "ize",
    ]
    guard !["eating", "eated"].contains(where: word.hasSuffix) else { return nil }
    return endings.first { word.hasSuffix($0) && word.count - $0.count >= 4 }.map { String(word.dropLast($0.count)) }
  }

  private static func withoutNounEnding(_ word: String) -> String {
    // "India" and "Indian"
    if word.hasSuffix("ian"), word.count > 4 { return String(word.dropLast()) }
    if let root = withoutInflection(word, ["er"]) { return root }
    let leaving = ["ion": 4, "or": 4, "an": 5]
    let ending = leaving.first { word.hasSuffix($0.key) && word.count - $0.key.count >= $0.value }
    return ending.map { String(word.dropLast($0.key.count)) } ?? word
  }

  /// The verb that one of some endings was put to: "plan" of "planning", "file" of "filing".
  private static func withoutInflection(_ word: String, _ endings: [String]) -> String? {
    guard let ending = endings.first(where: word.hasSuffix) else { return nil }
    let verb = Array(word.dropLast(ending.count))
    guard let last = verb.last, verb.contains(where: isVowel) else { return nil }
    if ending == "ied" { return verb.count > 2 ? String(verb) + "y" : nil }
    // "Feed" and "steer" end otherwise.
    if last == "e" { return nil }
    let isDoubled = verb.count > 3 && verb[verb.count - 2] == last && !isVowel(last) && !"lszf".contains(last)
    // A planner has a plan, but "summer" has nothing of a sum.
    if isDoubled { return String(ending == "er" && verb.count == 4 ? verb : verb.dropLast()) }
    guard verb.count <= 3 else { return String(verb) }
    // Of so short a verb an "e" was taken: "use", "file".
    let lostItsE =
      !isVowel(last) && !"wxy".contains(last) && isVowel(verb[verb.count - 2])
      && (verb.count == 2 || !isVowel(verb[0]))
    if lostItsE { return String(verb) + "e" }
    return ending == "er" || verb.count < 3 ? nil : String(verb)
  }

  /// A stem without the vowel that other forms of its word lack: "trade" and "trading", "Paris" and "Parisian".
  private static func withoutLastVowel(_ stem: String) -> String {
    var stem = stem
    if stem.count > 4, let last = stem.last, "ea".contains(last) { stem.removeLast() }
    if stem.count > 3, stem.last == "y" { stem = stem.dropLast() + "i" }
    if stem.count > 5, stem.last == "i" { stem.removeLast() }
    return stem
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}
