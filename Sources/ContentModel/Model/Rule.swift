/// A rule with what it asks, why, and examples, which are its tests and its text in `kpo explain`.
public struct Rule: Sendable, Equatable {
  /// What the examples of a rule are.
  public enum Subject: Sendable {
    /// A bank's whole file.
    case file
    /// The text under the heading of a section.
    case section
    /// A generated item, as it is shown to a learner.
    case item
  }

  /// The rule's name, such as `unknown-column`; it stays the same between versions.
  public let code: String
  /// How bad it is to break it.
  public let severity: Diagnostic.Severity
  /// What is wrong where it is broken, in a few words without a full stop.
  public let title: String
  /// Why that is a fault.
  public let reason: String
  /// What to do about it.
  public let remedy: String
  /// What the examples are.
  public let subject: Subject
  /// Texts that keep the rule, the first of them the one to be shown.
  public let passing: [String]
  /// Texts that break it, `^^` before the place; empty only where a text would be too large to keep.
  public let failing: [String]

  /// Describes a rule.
  public init(
    code: String, severity: Diagnostic.Severity, title: String, reason: String, remedy: String,
    subject: Subject = .section, passing: [String], failing: [String]
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.reason = reason
    self.remedy = remedy
    self.subject = subject
    self.passing = passing
    self.failing = failing
  }
}

extension Rule {
  /// Describes a rule for banks.
  init(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, title: String, reason: String, remedy: String,
    subject: Subject = .section, passing: [String], failing: [String]
  ) {
    self.init(
      code: code.rawValue, severity: severity, title: title, reason: reason, remedy: remedy, subject: subject,
      passing: passing, failing: failing)
  }
}
