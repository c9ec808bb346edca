/// A line that begins with `#`.
struct Heading {
  let level: Int
  let title: Located
  /// The id that a section with this title might have.
  var suggestedID: String {
    let slug = Slug.make(title.string)
    return slug.isEmpty ? "my-section" : slug
  }
  /// The text between the braces at the end, if there are any.
  let attributes: Located?

  init?(_ line: SourceLine) {
    let trimmed = line.text.trimmingSpaces()
    let level = trimmed.prefix { $0 == "#" }.count
    let rest = trimmed.dropFirst(level)
    guard level > 0, rest.isEmpty || rest.first == " " else { return nil }
    self.level = level
    let text = rest.trimmingSpaces()
    if text.last == "}", let open = text.lastIndex(of: "{") {
      title = Located(text[..<open], in: line).trimmed
      attributes = Located(text[text.index(after: open)...].dropLast(), in: line)
    } else {
      title = Located(text, in: line)
      attributes = nil
    }
  }
}

/// The `{#id weight=20}` of a section heading.
struct SectionAttributes {
  var id = ""
  var weight = 1.0

  /// More than any exam needs, and little enough for sums of weights to stay exact.
  private static let largestWeight = 1_000_000.0

  static func parse(_ heading: Heading, reporting sink: inout DiagnosticSink) -> SectionAttributes {
    var result = SectionAttributes()
    guard let attributes = heading.attributes else {
      let title = heading.title.text.isEmpty ? "My Section" : heading.title.text
      sink.report(
        .missingSectionID, at: heading.title,
        "A section needs a stable id, so that its title can change without losing anyone's progress.",
        fix: "Write `## \(title) {#\(heading.suggestedID)}`.")
      return result
    }
    if heading.title.text.isEmpty {
      sink.report(.badAttribute, at: attributes, "The section has no title.", fix: "Write one before the braces.")
    }
    var seen: Set<Substring> = []
    for word in attributes.split(at: " ") where !word.text.isEmpty {
      let key = word.text.first == "#" ? "#" : word.text.prefix { $0 != "=" }
      guard seen.insert(key).inserted else {
        sink.report(
          .badAttribute, at: word, "The heading has a second \(key == "#" ? "id" : "`\(key)`").",
          fix: "Keep one of the two.")
        continue
      }
      if word.text.first == "#" {
        let id = word.text.dropFirst()
        if !Identifier.isValid(id) {
          sink.report(.badIdentifier, at: word, Identifier.reason(id), fix: Identifier.fix(id))
        }
        result.id = String(id)
      } else if word.text.hasPrefix("weight=") {
        guard let weight = Double(word.text.dropFirst(7)), (0...largestWeight).contains(weight) else {
          sink.report(
            .badWeight, at: word, "A weight is a number from 0 to 1000000, such as a percentage.",
            fix: "Write, for example, `weight=20`.")
          continue
        }
        result.weight = weight
      } else {
        sink.report(
          .badAttribute, at: word,
          "`\(word.text)` is neither an id, such as `#types`, nor a weight, such as `weight=20`.",
          fix: "Put it right, or delete it.")
      }
    }
    if result.id.isEmpty {
      sink.report(
        .missingSectionID, at: attributes, "The braces of this heading hold no id.",
        fix: "Begin the braces with `#\(heading.suggestedID)`.")
    }
    return result
  }
}
