import QuestionGenerator

/// Where a question is put in Moodle's question bank.
enum MoodleCategory {
  /// The path of a question's section, such as `$course$/Rivers/Long rivers`.
  static func path(of question: ItemExport.Question) -> String {
    (["$course$"] + [question.bank, question.section].map(name)).joined(separator: "/")
  }

  /// A slash parts categories, two make one in a name.
  private static func name(_ title: String) -> String {
    let words = title.split { $0.isWhitespace }.joined(separator: " ")
    return words.replacing("/", with: "//")
  }

  /// Why a question with many right options cannot be weighed.
  static let tooManyRight = "Moodle has no weight for so many right options"
}

/// The stars by which Moodle's accepted answers stand for any text.
enum MoodleWildcard {
  /// A text whose stars are stars.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "*" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

extension Selection {
  /// For each option its weight in percent: the right ones share the point, and choosing all gives none; nil if Moodle has none.
  var moodleWeights: [Double]? {
    let right = options.count(where: \.isRight)
    guard let gain = MoodleGrade.share(among: right) else { return nil }
    guard right < options.count else { return options.map { _ in gain } }
    guard let loss = MoodleGrade.share(among: options.count - right) else { return nil }
    return options.map { $0.isRight ? gain : -loss }
  }
}

extension Matching {
  /// The responses that belong to no premise.
  var extraResponses: [String] {
    let used = Set(premises.map(\.answer))
    return responses.indices.filter { !used.contains($0) }.map { responses[$0].text }
  }
}
