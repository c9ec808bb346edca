extension Rule {
  static let deceptiveLetter = Rule(
    .deceptiveLetter, .warning, title: "A letter only looks like a Latin one",
    reason: "The word looks right and is another, so a right answer that is typed would be marked wrong.",
    remedy: "Type the word again; the letter came from another alphabet.",
    passing: [
      ExampleTable.text,
      "In Russian the oak is дуб, and Москва is a city.",
      "The change is written ΔT, an angle 2πr, and a small unit μm.",
      "Vitamin Α stands alone, and β-carotene keeps its Greek letter.",
    ],
    failing: ["An ^^\u{43E}ak has lobed leaves.", "A ^^R\u{43E}wan has feathered leaves."])
}

extension BankCheck {
  /// Reports Latin words that have a Cyrillic or Greek letter which looks Latin, the first of each line.
  static func checkLetters(_ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for line in lines where !line.isSkipped && !line.text.utf8.allSatisfy({ $0 < 0x80 }) {
      let words = line.text.split { !$0.isLetter }
      guard let word = words.first(where: isDeceptive), let letter = word.first(where: lookalikes.contains),
        let code = letter.unicodeScalars.first?.value
      else { continue }
      let number = String(code, radix: 16, uppercase: true)
      sink.report(
        .deceptiveLetter, at: Located(word, in: line),
        "The `\(letter)` in this word is no Latin letter, though it looks like one: it is U+0\(number).",
        fix: "Type the word again.")
    }
  }

  private static let lookalikes: Set<Character> = Set("авеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")

  private static func isDeceptive(_ word: Substring) -> Bool {
    word.contains { $0.isASCII } && word.contains(where: lookalikes.contains)
  }
}
