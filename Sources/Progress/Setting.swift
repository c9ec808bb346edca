/// Something about the program that a learner may decide.
public enum Setting: String, CaseIterable, Sendable {
  /// The banks that are studied where none is named.
  case banks
  /// Whether an answer to a choice needs Enter.
  case keys
  /// How many questions a daily quiz has at most.
  case questions
  /// How many new facts a study day brings at most.
  case newFacts = "new-facts"
  /// The chance of recall at which a fact comes back.
  case retention

  /// How many questions a sitting may have.
  public static let questionCounts = 1...500

  /// The value that holds unless another was set.
  public var usual: String {
    switch self {
    case .banks: "kpo"
    case .keys: Settings.Keys.line.rawValue
    case .questions: "20"
    case .newFacts: "8"
    case .retention: "0.9"
    }
  }

  /// Which values there are, in words.
  public var allowed: String {
    switch self {
    case .banks: "ids with commas, or \(Self.allBanks)"
    case .keys: Settings.Keys.allCases.map(\.rawValue).joined(separator: " or ")
    case .questions: "\(Self.questionCounts.lowerBound) to \(Self.questionCounts.upperBound)"
    case .newFacts: "0 to 500"
    case .retention: "0.7 to 0.97"
    }
  }

  /// A value as it is kept, such as `0.9` for `.90`; nil if it is not one of those allowed.
  public func checked(_ text: String) -> String? {
    switch self {
    case .banks: Self.names(text)
    case .keys: Settings.Keys(rawValue: text)?.rawValue
    case .questions: Self.whole(text, in: Self.questionCounts)
    case .newFacts: Self.whole(text, in: 0...500)
    case .retention: Double(text).flatMap { (0.7...0.97).contains($0) ? "\($0)" : nil }
    }
  }

  /// The value of ``banks`` that stands for every bank there is.
  private static let allBanks = "all"

  /// The names in a value of ``banks``, at least one; nil for every bank there is.
  public static func bankNames(in value: String) -> [String]? {
    value == allBanks ? nil : value.split(separator: ",").map(String.init)
  }

  /// Names with commas between them, each once, without a space.
  private static func names(_ text: String) -> String? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
    guard !names.contains("") else { return nil }
    return names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element).joined(separator: ",")
  }

  private static func whole(_ text: String, in allowed: ClosedRange<Int>) -> String? {
    Int(text).flatMap { allowed.contains($0) ? "\($0)" : nil }
  }
}

/// A setting that was changed.
public struct SettingChange: Equatable, Sendable {
  /// The setting's name, such as `questions`.
  public let key: String
  /// Its value as a text; nil takes the usual one back.
  public let value: String?

  /// Makes a change.
  public init(key: String, value: String?) {
    self.key = key
    self.value = value
  }

  /// The change, unless only a newer version knows what it tells of the learner.
  var anonymous: SettingChange? {
    guard let setting = Setting(rawValue: key), value.map({ setting.checked($0) != nil }) ?? true else { return nil }
    return self
  }
}
