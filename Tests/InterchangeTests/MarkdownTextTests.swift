import QuestionGenerator
import Testing

@testable import Interchange

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("# x", "\\# x"), ("x #", "x \\#"), ("- x", "\\- x"), ("a - b", "a - b"), ("+", "\\+"), ("===", "\\==="),
    ("> x", "\\> x"), ("a > b", "a > b"), (":-:", "\\:-:"), ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("12 x", "12 x"),
    ("1.5", "1.5"), ("3.", "3\\."), ("x 1. y", "x 1. y"), ("a*b_c`d", "a\\*b\\_c\\`d"), ("[a](b)", "\\[a\\](b)"),
    ("<b>", "\\<b>"), ("&amp;", "\\&amp;"), ("a\\", "a\\\\"), ("a|b", "a\\|b"), ("~~a~~", "\\~\\~a\\~\\~"),
    ("$x$", "\\$x\\$"), ("*\u{0301}", "\\*\u{0301}"), ("  x  ", "x"), ("\tx", "x"), ("שלום 👩‍👩‍👧", "שלום 👩‍👩‍👧"),
    ("a\nb", "a\\\n   b"), ("a\r\n\r\n  # b\n", "a\\\n   \\# b"), ("a\\\nb", "a\\\\\\\n   b"), ("\n", ""),
  ])
  func escaping(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text, indent: "   ") == escaped)
  }

  /// What a CommonMark reader shows: a backslash before ASCII punctuation is not shown.
  private func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      let isEscape = scalar == "\\" && scalars.first.map { $0.isASCII && isPunctuation($0) } == true
      result.append(isEscape ? scalars.removeFirst() : scalar)
    }
    return String(result)
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars.contains(scalar)
  }

  /// Whether some scalar could still be read as markup.
  private func isActive(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var isEscaped = false
    for (index, scalar) in scalars.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if "*_`[]<&|~$#".unicodeScalars.contains(scalar) || index == 0 && ">+-=:".unicodeScalars.contains(scalar) {
        return true
      }
    }
    let afterNumber = scalars.drop { ("0"..."9").contains($0) }
    let beginsList =
      afterNumber.count < scalars.count && (afterNumber.first == "." || afterNumber.first == ")")
      && [nil, " "].contains(afterNumber.dropFirst().first)
    return isEscaped || beginsList
  }

  @Test(arguments: hostileTexts)
  func aHostileTextIsShownAsItIs(text: String) {
    let escaped = MarkdownText.escaped(text)
    #expect(Array(shown(escaped).unicodeScalars) == Array(text.unicodeScalars))
    #expect(!isActive(escaped), "\(escaped)")
  }

  @Test func randomTextsAreShownAsTheyAre() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededRandom(seed: seed)
    let alphabet = Array("\\`*_[]<>&|~$#+-=:.)(!\"'{}12ab \u{0301}é😀ש".unicodeScalars)
    for _ in 0..<2000 {
      var scalars = String.UnicodeScalarView("x".unicodeScalars)
      for _ in 0..<numbers.below(12) { scalars.append(alphabet[numbers.below(alphabet.count)]) }
      // With and without a letter first; spaces at the ends are dropped on purpose, and an accent needs a letter.
      scalars.append("x")
      let second = scalars.dropFirst().drop { [" ", "\u{301}"].contains($0) }
      for text in [String(scalars), String(String.UnicodeScalarView(second))] {
        let escaped = MarkdownText.escaped(text)
        #expect(Array(shown(escaped).unicodeScalars) == Array(text.unicodeScalars), "seed \(seed): \(text)")
        #expect(!isActive(escaped), "seed \(seed): \(text) became \(escaped)")
      }
    }
  }
}
