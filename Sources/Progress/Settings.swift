import MemoryModel
import StrictJSON

/// What the learner decided about the program.
///
/// Each value is kept as a text, also under keys that only a newer version knows.
public struct Settings: Equatable, Sendable {
  private var texts: [String: String] = [:]

  /// Settings that nobody changed.
  public init() {}

  /// How answers to a choice are typed.
  public enum Keys: String, CaseIterable, Sendable {
    /// Answers are lines, ended by Enter.
    case line
    /// One key answers a choice.
    case single
  }

  /// The value of a setting; the usual one if none was set, or one that is not allowed.
  public subscript(setting: Setting) -> String {
    // Whatever a damaged history or a newer program says, no schedule may leave its bounds.
    texts[setting.rawValue].flatMap(setting.checked) ?? setting.usual
  }

  /// The names of the banks that are studied where none is named, at least one; nil for every bank there is.
  public var banks: [String]? { Setting.bankNames(in: self[.banks]) }

  /// Whether an answer to a choice needs Enter.
  public var keys: Keys { Keys(rawValue: self[.keys]) ?? .line }
  /// How many questions a daily quiz has at most, 1...500.
  public var questions: Int { Int(self[.questions]) ?? 1 }
  /// How many new facts a study day brings at most, 0...500.
  public var newFacts: Int { Int(self[.newFacts]) ?? 0 }
  /// The chance of recall at which a fact comes back, 0.7...0.97.
  public var retention: Double { Double(self[.retention]) ?? FactMemory.Schedule().desiredRetention }

  /// Takes a change over.
  mutating func apply(_ change: SettingChange) { texts[change.key] = change.value }

  /// The member of the snapshot, in the order of the keys.
  var json: JSONValue {
    var object = JSONObject()
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) { object.append(newKey: key, .string(text)) }
    return .object(object)
  }

  /// Reads the member of the snapshot; one of before there were settings has none.
  init(ifAny key: String, of reader: MemberReader) throws(ShapeError) {
    guard reader.object[key] != nil else { return }
    let member = try reader.member(key)
    for name in member.object.members.map(\.key) { texts[name] = try member.text(name) }
  }
}
