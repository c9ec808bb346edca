/// Reads one question of a GIFT file.
struct GIFTQuestionParser {
  /// The line on which the question begins, counted from 1.
  let line: Int

  typealias Part = ArraySlice<GIFTScalar>
  typealias Text = GIFTQuestion.Text

  func question(_ block: Part) throws(GIFTDiagnostic) -> GIFTQuestion {
    var rest = block.trimmed
    var title: String?
    if rest.first(of: "::") == rest.startIndex {
      guard let (name, behind) = rest.dropFirst(2).parted(at: "::") else { throw fault(.unclosedTitle, rest) }
      title = name.text
      rest = behind.trimmed
    }
    guard let (stem, answers) = rest.parted(at: "{") else {
      if let brace = rest.first(of: "}") { throw fault(.unopenedAnswers, rest[brace...]) }
      let stem = text(rest, default: .moodle)
      if stem.text.isEmpty { throw fault(.noStem, rest) }
      return GIFTQuestion(title: title, stem: stem, answers: .other(.description))
    }
    if let brace = stem.first(of: "}") { throw fault(.unopenedAnswers, rest[brace...]) }
    guard let (inside, tail) = answers.parted(at: "}") else { throw fault(.unclosedAnswers, answers) }
    if let brace = tail.first(of: "{") ?? inside.first(of: "{") { throw fault(.secondAnswers, answers[brace...]) }
    if let brace = tail.first(of: "}") { throw fault(.unopenedAnswers, tail[brace...]) }
    var shown = text(stem, default: .moodle)
    // What stands behind the braces makes them a gap, and their place is shown.
    if !tail.trimmed.isEmpty {
      shown.text = [shown.text, "_____", tail.text].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if shown.text.isEmpty { throw fault(.noStem, rest) }
    let (body, general) = inside.parted(at: "####") ?? (inside, Part())
    return GIFTQuestion(
      title: title, stem: shown, answers: try self.answers(body.trimmed, shown.format),
      generalFeedback: feedback(general, shown.format))
  }

  private func answers(_ body: Part, _ format: Text.Format) throws(GIFTDiagnostic) -> GIFTQuestion.Answers {
    guard let first = body.first else { return .other(.essay) }
    if first.is("#") {
      return .numerical(body.dropFirst())
    }
    if body.contains(where: { $0.is("~") }) {
      let options = try options(body, signs: "=~", format)
      guard options.contains(where: { $0.weight > 0 }) else { throw fault(.noRightAnswer, body) }
      return body.contains { $0.is("=") } ? .choice(options) : .severalRight(options)
    }
    if body.contains(where: { $0.is("=") }), body.first(of: "->") != nil { return try matching(body, format) }
    let (word, comments) = body.parted(at: "#") ?? (body, Part())
    let verdict: Bool? =
      switch word.text.uppercased() {
      case "T", "TRUE": true
      case "F", "FALSE": false
      default: nil
      }
    if let verdict {
      let (wrong, right) = comments.parted(at: "#") ?? (comments, Part())
      return .trueFalse(verdict, afterWrong: feedback(wrong, format), afterRight: feedback(right, format))
    }
    return .shortAnswer(try options(body, signs: "=", format))
  }

  /// The answers behind some signs; one alone may go without.
  private func options(
    _ body: Part, signs: String, _ format: Text.Format
  ) throws(GIFTDiagnostic) -> [GIFTQuestion.Option] {
    let signs = Array(signs.unicodeScalars)
    var options: [GIFTQuestion.Option] = []
    for part in try segments(body, signs: signs, isSignNeeded: signs.count > 1) {
      let (answer, comment) = part.parts.parted(at: "#") ?? (part.parts, Part())
      let (weight, shown) = try weighted(answer.trimmed, plain: part.sign.is("~") ? 0 : 100)
      let text = text(shown, default: format)
      if text.text.isEmpty { throw fault(.emptyAnswer, [part.sign]) }
      options.append(GIFTQuestion.Option(text, weight: weight, feedback: feedback(comment, format)))
    }
    return options
  }

  private func matching(_ body: Part, _ format: Text.Format) throws(GIFTDiagnostic) -> GIFTQuestion.Answers {
    var pairs: [GIFTQuestion.Pair] = []
    var extras: [String] = []
    for part in try segments(body, signs: ["="], isSignNeeded: true) {
      guard let (left, right) = part.parts.parted(at: "->") else { throw fault(.noArrow, [part.sign]) }
      let premise = text(left, default: format)
      if right.text.isEmpty { throw fault(.emptyAnswer, [part.sign]) }
      if premise.text.isEmpty {
        extras.append(right.text)
      } else {
        pairs.append(GIFTQuestion.Pair(premise, right.text))
      }
    }
    if pairs.isEmpty { throw fault(.noPremise, body) }
    return .matching(pairs, extraResponses: extras)
  }

  /// What stands behind each of some signs, with the sign.
  private func segments(
    _ body: Part, signs: [Unicode.Scalar], isSignNeeded: Bool
  ) throws(GIFTDiagnostic) -> [(sign: GIFTScalar, parts: Part)] {
    let starts = body.indices.filter { index in signs.contains { body[index].is($0) } }
    let before = body[..<(starts.first ?? body.endIndex)].trimmed
    var segments: [(sign: GIFTScalar, parts: Part)] = []
    if let first = before.first {
      if isSignNeeded || !starts.isEmpty { throw fault(.textBeforeAnswers, before) }
      segments.append((GIFTScalar(scalar: "=", isEscaped: false, line: first.line), before))
    }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : body.endIndex
      segments.append((body[start], body[(start + 1)..<end]))
    }
    return segments
  }

  /// A weight such as `%50%` and what stands behind it; the weight that goes without saying if there is none.
  private func weighted(_ answer: Part, plain: Double) throws(GIFTDiagnostic) -> (Double, Part) {
    guard let first = answer.first, first.is("%"), let (digits, behind) = answer.dropFirst().parted(at: "%"),
      // More is a text with two percent signs.
      !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ "-0123456789.".unicodeScalars.contains($0.scalar) })
    else { return (plain, answer) }
    guard let weight = Double(digits.text), (-100...100).contains(weight) else { throw fault(.badWeight, answer) }
    return (weight, behind)
  }

  /// A text without the format that may stand before it.
  private func text(_ part: Part, default format: Text.Format) -> Text {
    let part = part.trimmed
    guard let first = part.first, first.is("["), let (name, behind) = part.dropFirst().prefix(9).parted(at: "]"),
      let named = Text.Format(rawValue: name.text.lowercased())
    else { return Text(part.text, format: format) }
    return Text(part[behind.startIndex...].text, format: named)
  }

  private func feedback(_ part: Part, _ format: Text.Format) -> Text? {
    let text = text(part, default: format)
    return text.text.isEmpty ? nil : text
  }

  private func fault(_ reason: GIFTDiagnostic.Reason, _ place: Part) -> GIFTDiagnostic {
    GIFTDiagnostic(line: place.first?.line ?? line, reason: reason)
  }
}

extension GIFTQuestion.Answers {
  /// A number, kept as it stands in the file.
  fileprivate static func numerical(_ body: ArraySlice<GIFTScalar>) -> Self {
    var raw = String.UnicodeScalarView()
    for piece in body.trimmed {
      if piece.isEscaped { raw.append("\\") }
      raw.append(piece.isEscaped && piece.scalar == "\n" ? "n" : piece.scalar)
    }
    return .other(.numerical(String(raw)))
  }
}
