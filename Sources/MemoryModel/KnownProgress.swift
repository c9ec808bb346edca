/// How near a fact is to being known: right in two different forms on two different study days.
///
/// Two right answers are enough to remember. As long as no two differ in both form and day, all have the same form or all the
/// same day; the first of them and one that differs from it stand for all.
public struct KnownProgress: Equatable, Sendable {
  /// A kind and direction of asking, such as `multiple-choice Type>Service`.
  public struct Form: Hashable, Sendable {
    /// The text.
    public let rawValue: String
    /// Takes the text as it stands.
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// A right answer: in which form, on which study day (days since 1970-01-01).
  public struct Witness: Equatable, Sendable {
    /// The form.
    public var form: Form
    /// The study day, in days since 1970-01-01.
    public var day: Int

    /// Makes a witness.
    public init(form: Form, day: Int) {
      self.form = form
      self.day = day
    }
  }

  /// The first right answer that counts.
  public private(set) var first: Witness?
  /// One that differs from the first in form or day; in both, if the fact is known.
  public private(set) var second: Witness?

  /// Begins without right answers, or with those kept from before.
  public init(first: Witness? = nil, second: Witness? = nil) {
    for witness in [first, second] {
      if let witness { add(witness) }
    }
  }

  /// Whether the two answers differ in form and in day.
  public var isKnown: Bool {
    guard let first, let second else { return false }
    return Self.differ(first, second)
  }

  /// Counts a right answer.
  public mutating func add(_ witness: Witness) {
    guard !isKnown else { return }
    guard let first else {
      self.first = witness
      return
    }
    if Self.differ(first, witness) {
      second = witness
    } else if let second, Self.differ(second, witness) {
      (self.first, self.second) = (second, witness)
    } else if second == nil, first != witness {
      second = witness
    }
  }

  private static func differ(_ one: Witness, _ other: Witness) -> Bool {
    one.form != other.form && one.day != other.day
  }
}
