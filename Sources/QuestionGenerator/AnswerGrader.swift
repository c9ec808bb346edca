import ContentModel

/// Compares what a learner typed with the names that are right.
///
/// Capitals, accents, hyphens, `&` for "and", slashes, plurals, articles and a note in parentheses do not matter. One slip for
/// every five letters is "almost", unless the text is, or is as near to, another name of the bank.
public struct AnswerGrader: Sendable {
  /// What a typed answer is.
  public enum Grade: Sendable, Equatable {
    /// Right to the letter.
    case exact
    /// Right, with a difference that does not matter.
    case right
    /// A few letters off: to be typed again.
    case almost
    /// Another name of the bank.
    case otherName(String)
    /// Wrong.
    case wrong
  }

  private let answer: TypedAnswer

  /// Prepares the grading of one item.
  public init(_ answer: TypedAnswer) {
    self.answer = answer
  }

  /// Grades a text.
  public func grade(_ text: String) -> Grade {
    if answer.accepted.contains(text) { return .exact }
    let typed = Self.normalised(text)
    guard !typed.isEmpty else { return .wrong }
    if answer.accepted.contains(where: { Self.forms($0).contains(typed) }) { return .right }
    if let other = answer.otherNames.first(where: { Self.forms($0).contains(typed) }) { return .otherName(other) }
    let slips = typed.count / 5
    let distance = Self.distance(from: typed, to: answer.accepted, atMost: slips)
    guard distance <= slips, distance < Self.distance(from: typed, to: answer.otherNames, atMost: slips) else {
      return .wrong
    }
    return .almost
  }

  /// The forms in which a name may be typed: with and without what stands in parentheses.
  private static func forms(_ name: String) -> Set<String> {
    var depth = 0
    let outside = name.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth = max(0, depth - 1) } }
      return depth == 0
    }
    return Set([normalised(name), normalised(outside)]).filter { !$0.isEmpty }
  }

  /// A text without the differences that do not matter.
  static func normalised(_ text: String) -> String {
    let spelled = text.lowercased().replacing("&", with: " and ")
    let words = withoutAccents(spelled).split { !$0.isLetter && !$0.isNumber }
    let articles: Set<Substring> = ["a", "an", "the"]
    // The last word is no article but a name, as in "Hepatitis A".
    let kept = words.dropLast().filter { !articles.contains($0) } + words.suffix(1)
    // Without spaces, so that a hyphen may be left out.
    return kept.map(singular).joined()
  }

  /// Letters without their marks: a Unicode name such as LATIN SMALL LETTER E WITH ACUTE begins with the plain letter's.
  private static func withoutAccents(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var plain = ""
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      guard !scalar.isASCII, let name = scalar.properties.name, let mark = name.firstRange(of: " WITH "),
        let letter = name[..<mark.lowerBound].split(separator: " ").last, letter.count == 1
      else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      plain += letter.lowercased()
    }
    return plain
  }

  private static func singular(_ word: Substring) -> Substring {
    var stem = word
    if word.count > 3, word.last == "s", !word.hasSuffix("ss") { stem = word.dropLast() }
    guard stem.count > 2 else { return stem }
    // Singulars lose the e of their plurals too: process and processes, cache and caches, company and companies.
    if stem.hasSuffix("ie") { return stem.dropLast(2) + "y" }
    return ["sse", "xe", "che", "she", "zze"].contains(where: stem.hasSuffix) ? stem.dropLast() : stem
  }

  /// The smallest edit distance, or the largest number if it is above the limit.
  private static func distance(from typed: String, to names: [String], atMost limit: Int) -> Int {
    names.flatMap(forms).filter { abs($0.count - typed.count) <= limit }
      .map { Spelling.editDistance(typed, $0) }.filter { $0 <= limit }.min() ?? Int.max
  }
}
