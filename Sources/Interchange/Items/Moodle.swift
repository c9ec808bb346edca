import QuestionGenerator

/// Where a question is put in Moodle's question bank.
enum MoodleCategory {
  /// The path of a question's section, such as `$course$/Rivers/Long rivers`.
  static func path(of question: ItemExport.Question) -> String {
    path(bank: question.bank, section: question.section)
  }

  static func path(bank: String, section: String) -> String {
    (["$course$"] + [bank, section].map(name)).joined(separator: "/")
  }

  /// A slash parts categories, two make one in a name; a space keeps those at its ends from the slash that parts.
  private static func name(_ title: String) -> String {
    var words = title.split { $0.isWhitespace }.joined(separator: " ")
    if words.first == "/" { words = " " + words }
    if words.last == "/" { words += " " }
    return words.replacing("/", with: "//")
  }

  /// The name at the end of a path, with single slashes; nil if there is none.
  static func lastName(of path: String) -> String? {
    var names = [""]
    var rest = path[...]
    while let slash = rest.firstIndex(of: "/") {
      let slashes = rest[slash...].prefix { $0 == "/" }
      names[names.count - 1] += rest[..<slash]
      // Only a slash alone parts; of three that stand together Moodle makes two.
      if slashes.count == 1 {
        names.append("")
      } else {
        names[names.count - 1] += String(repeating: "/", count: (slashes.count + 1) / 2)
      }
      rest = rest[slashes.endIndex...]
    }
    names[names.count - 1] += rest
    return names.map { $0.split(separator: " ").joined(separator: " ") }.last { !$0.isEmpty }
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

  /// The text with its escaped stars as stars; nil if a star in it stands for any text.
  static func unescaped(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "*" {
        guard result.last == "\\" else { return nil }
        result.removeLast()
      }
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
