/// Reads `Name` and `Name [note]`.
enum NameReader {
  /// The longest name, in characters.
  static let longestName = 200

  static func read(_ place: Located, reporting sink: inout DiagnosticSink) -> Name? {
    let text = place.unescaped
    guard text.count <= longestName else {
      sink.report(
        .badName, at: place, "This name has \(text.count) characters; the most is \(longestName).",
        fix: "Shorten it, or list its column on a `> descriptions:` line.")
      return nil
    }
    guard let open = text.firstIndex(of: "[") else {
      guard !text.contains("]") else { return unbalanced(place, &sink) }
      return checked(Name(text), at: place, &sink)
    }
    let note = text[text.index(after: open)...].dropLast()
    guard text.last == "]", !note.contains("["), !note.contains("]") else { return unbalanced(place, &sink) }
    guard !note.trimmingSpaces().isEmpty else {
      sink.report(
        .badName, at: place, "The note in brackets is empty.",
        fix: "Write what tells this name apart, or drop the brackets.")
      return nil
    }
    let term = String(text[..<open].trimmingSpaces())
    return checked(Name(term, note: String(note.trimmingSpaces())), at: place, &sink)
  }

  private static func checked(_ name: Name, at place: Located, _ sink: inout DiagnosticSink) -> Name? {
    guard !Slug.make(name.text).isEmpty else {
      sink.report(
        .badName, at: place, "A name needs a letter or a digit, so that its facts can have an id.",
        fix: "Write the name in words.")
      return nil
    }
    return name
  }

  private static func unbalanced(_ place: Located, _ sink: inout DiagnosticSink) -> Name? {
    sink.report(
      .badName, at: place, "A note in brackets stands at the end of its name: `Name [note]`.",
      fix: "Close the bracket, or use parentheses.")
    return nil
  }
}

/// Reads `A = B`, `A ~ B` and `A != B`.
enum NameLineReader {
  /// Whether a text has a sign that relates names.
  static func hasSign(_ place: Located) -> Bool {
    NameRelations.Statement.Kind.all.contains { place.text.contains(" \($0.rawValue) ") }
  }

  static func read(_ place: Located, reporting sink: inout DiagnosticSink) -> NameRelations.Statement? {
    let found = NameRelations.Statement.Kind.all.filter { place.text.contains(" \($0.rawValue) ") }
    guard let kind = found.first, found.count == 1 else {
      sink.report(
        .badNameLine, at: place,
        found.isEmpty
          ? "A line of the names section relates names by a sign with spaces around it, and this has none."
          : "A line of the names section has one kind of sign, and this has \(found.count).",
        fix: "Write `A = B` (the same), `A ~ B` (too close to tell apart) or `A != B` (alike, but different).")
      return nil
    }
    var names: [Name] = []
    var rest = place.text
    let sign = " \(kind.rawValue) "
    while let range = rest.firstRange(of: sign) {
      guard let name = read(rest[..<range.lowerBound], of: place, &sink) else { return nil }
      names.append(name)
      rest = rest[range.upperBound...]
    }
    guard let name = read(rest, of: place, &sink) else { return nil }
    names.append(name)
    if Set(names).count < names.count {
      sink.report(.badNameLine, at: place, "A name is related to itself here.", fix: "Write each name once.")
      return nil
    }
    return NameRelations.Statement(kind: kind, names: names, line: place.line.number)
  }

  private static func read(_ text: Substring, of place: Located, _ sink: inout DiagnosticSink) -> Name? {
    let part = Located(text, in: place.line).trimmed
    guard !part.text.isEmpty else {
      sink.report(.badNameLine, at: part, "A name is missing beside the sign.", fix: "Write a name on either side.")
      return nil
    }
    return NameReader.read(part, reporting: &sink)
  }
}

extension NameRelations.Statement.Kind {
  fileprivate static let all: [Self] = [.same, .near, .different]
}
