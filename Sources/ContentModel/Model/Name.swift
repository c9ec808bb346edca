/// A term that may stand as an answer.
public struct Name: Sendable, Hashable {
  /// The term itself.
  public let text: String
  /// The note in brackets that tells two equal terms apart, `data protection` in `Compliance [data protection]`.
  public let note: String?

  /// Makes a name from its term and, where another name has the same term, a note.
  public init(_ text: String, note: String? = nil) {
    self.text = text
    self.note = note
  }

  /// What a learner sees: the term, with the note in parentheses where there is one.
  public var displayText: String {
    note.map { "\(text) (\($0))" } ?? text
  }

  /// The part of a fact's id that stands for this name, such as `document-review`.
  var slug: String {
    note.map { "\(Slug.make(text))(\(Slug.make($0)))" } ?? Slug.make(text)
  }
}

/// Turns text into the lower-case, hyphenated form used in ids.
package enum Slug {
  /// Letters and digits of any script in lower case, every run of other characters as one hyphen.
  package static func make(_ text: String) -> String {
    var slug = ""
    var pendingHyphen = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isDiacritic {
        if pendingHyphen, !slug.isEmpty { slug.append("-") }
        pendingHyphen = false
        slug.unicodeScalars.append(scalar)
      } else {
        pendingHyphen = true
      }
    }
    return slug
  }
}
