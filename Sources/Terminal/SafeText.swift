import TextSafety

/// The only text that reaches a stream: nothing in it can move the cursor, hide, or pass for something else.
///
/// String literals are trusted, since they are our own source; every value interpolated into one is made
/// visible first, unless it is itself `SafeText`:
///
///     let line: SafeText = "No bank is named \(name, .key)."
///
/// Literals are taken as `StaticString`, so no text that arrives at run time can pass for one.
public struct SafeText: Equatable, Sendable {
  /// A stretch of text with one role.
  public struct Run: Equatable, Sendable {
    /// The text, already harmless.
    public fileprivate(set) var text: String
    /// Its role, or `nil` for plain text.
    public let role: Role?
  }

  /// The stretches in order; neighbours differ in role and none is empty.
  public private(set) var runs: [Run]

  /// Text with nothing in it.
  public init() { runs = [] }

  /// Text from outside: a bank, a file name, an argument, the environment, or what the learner typed.
  ///
  /// Newline and tab stay, whatever else could deceive becomes a visible mark such as `^[` or `<U+202E>`.
  public init(untrusted text: String) {
    self.init(harmless: HostileText.madeVisible(text, as: .marks(keepingLineBreaks: true)))
  }

  /// Text from outside that must stay on one line: newline and tab, too, become visible (`^J`, `^I`).
  public init(untrustedLine text: String) {
    self.init(harmless: HostileText.madeVisible(text, as: .marks(keepingLineBreaks: false)))
  }

  /// A valid JSON text, in which whatever could deceive is written as a `\u` escape; its meaning stays the same.
  public init(json text: String) {
    self.init(harmless: HostileText.madeVisible(text, as: .jsonEscapes))
  }

  /// Text known to be harmless: a literal, or what `HostileText` returned.
  init(harmless text: String, role: Role? = nil) {
    runs = text.isEmpty ? [] : [Run(text: text, role: role)]
  }

  /// The text without its roles.
  public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Whether there is no text at all.
  public var isEmpty: Bool { runs.isEmpty }

  /// The same text in which every stretch that has no role yet has `role`.
  public func styled(_ role: Role) -> SafeText {
    var result = SafeText()
    for run in runs { result.append(run.text, role: run.role ?? role) }
    return result
  }

  /// The lines of the text, without their newlines; an empty text is one empty line.
  public var lines: [SafeText] {
    var result = [SafeText()]
    for run in runs {
      let pieces = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { result.append(SafeText()) }
        result[result.count - 1].append(String(piece), role: run.role)
      }
    }
    return result
  }

  /// Appends another text.
  public mutating func append(_ other: SafeText) {
    for run in other.runs { append(run.text, role: run.role) }
  }

  /// Appends harmless text, merging it with the last run if the role is the same.
  mutating func append(_ text: String, role: Role?) {
    if text.isEmpty { return }
    if runs.last?.role == role, !runs.isEmpty {
      // In place: a copy for each piece would take minutes for the faults of a large file.
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, role: role))
    }
  }

  /// Two texts, one after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    var result = left
    result.append(right)
    return result
  }

  /// Appends a text to another.
  public static func += (left: inout SafeText, right: SafeText) { left.append(right) }

  /// A text `count` times over; none for zero or less.
  public func repeated(_ count: Int) -> SafeText {
    var result = SafeText()
    for _ in 0..<max(0, count) { result.append(self) }
    return result
  }
}

extension Sequence where Element == SafeText {
  /// The texts one after another with `separator` between them.
  public func joined(separator: SafeText = "") -> SafeText {
    var result = SafeText()
    for (index, text) in enumerated() {
      if index > 0 { result.append(separator) }
      result.append(text)
    }
    return result
  }
}
