/// The rule for the ids of banks and sections.
enum Identifier {
  static func isValid(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber else { return false }
    return text.allSatisfy { ($0.isLetter && !$0.isUppercase) || $0.isNumber || $0 == "-" }
  }

  static func reason(_ text: Substring) -> String {
    text.isEmpty
      ? "The id is empty."
      : "`\(text)` cannot be an id: that has lower-case letters, digits and hyphens, and no hyphen in front."
  }

  static func fix(_ text: Substring) -> String {
    let slug = Slug.make(String(text))
    return slug.isEmpty ? "Write an id such as `my-notes`." : "Write `\(slug)`."
  }
}
