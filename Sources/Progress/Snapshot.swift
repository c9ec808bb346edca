import StrictJSON

/// The contents of `progress.json`: the scores, and how far into the history they reach.
struct Snapshot: Equatable {
  /// The version of the format that this program writes.
  static let formatVersion = 1

  /// Up to which event, and to which byte of the history, the scores count.
  struct Through: Equatable {
    var sequence = 0
    var offset = 0
    /// Whether exams, distractors, settings and marks count that far too: a program that does not know them leaves them behind.
    var coversAll = true
    /// The checksum of the bytes before the offset, see ``tail(of:)``; nil if an older program wrote the snapshot.
    ///
    /// In another history, such as one that was merged meanwhile, a line may by chance end at the same byte.
    var tail: String?
    /// What a newer version wrote beside.
    var unknown = JSONObject()

    /// How many bytes the checksum covers, among them that of the last line.
    static let tailLength = 64

    /// The checksum of the last bytes of a history.
    static func tail(of bytes: ArraySlice<UInt8>) -> String { Checksum.text(bytes.suffix(tailLength)) }

    /// Sets the place to the end of a history whose events are all counted.
    mutating func reach(endOf history: [UInt8]) {
      offset = history.count
      tail = Self.tail(of: history[...])
    }
  }

  var through = Through()
  var scores = Scores()
  /// What a newer version wrote beside.
  var unknown = JSONObject()
}

/// Why a file is not a snapshot we can use.
enum SnapshotFault: Error, Equatable {
  case json(JSONError)
  case shape(ShapeError)
  /// The checksum is missing or not that of the rest.
  case checksum
  /// A newer program wrote it.
  case newer(version: Int)

  var text: String {
    switch self {
    case .json(let error): error.description
    case .shape(let error): error.description
    case .checksum: "the checksum does not match: the file was changed or cut"
    case .newer(let version): "format version \(version) is newer than \(Snapshot.formatVersion)"
    }
  }
}

extension Snapshot {
  /// The file's bytes, with the checksum as the last member and a newline at the end.
  var bytes: [UInt8] { Self.sealed(unsealed) }

  /// What the checksum is computed from: the object without it, laid out as in the file.
  private var unsealed: [UInt8] {
    var through: JSONObject = [
      "sequence": JSONValue(self.through.sequence), "offset": JSONValue(self.through.offset),
      "exams": JSONValue(self.through.sequence), "distractors": JSONValue(self.through.sequence),
      "settings": JSONValue(self.through.sequence),
      "marks": JSONValue(self.through.sequence),
    ]
    if let tail = self.through.tail { through["tail"] = .string(tail) }
    through.append(self.through.unknown)
    var facts = JSONObject()
    for (id, score) in scores.facts.sorted(by: { $0.key < $1.key }) { facts.append(newKey: id.rawValue, score.json) }
    var sections = JSONObject()
    for (name, tally) in scores.sections.sorted(by: { $0.key < $1.key }) { sections.append(newKey: name, tally.json) }
    var days = JSONObject()
    for (day, tally) in scores.days.sorted(by: { $0.key < $1.key }) { days.append(newKey: "\(day)", tally.json) }
    var object: JSONObject = [
      "version": JSONValue(Self.formatVersion), "through": .object(through), "sections": .object(sections),
      "days": .object(days), "sittings": .array(scores.sittings.map(\.json)), "facts": .object(facts),
    ]
    scores.writeLearner(to: &object)
    scores.writeExams(to: &object)
    object["settings"] = scores.settings.json
    object.append(unknown)
    return JSONValue.object(object).bytes(.pretty) + [UInt8(ascii: "\n")]
  }

  /// Reads a file's bytes.
  init(_ bytes: [UInt8]) throws(SnapshotFault) {
    var value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes, limits: JSONLimits(bytes: ProgressLimits.snapshotBytes))
    } catch {
      throw .json(error)
    }
    // The version decides before anything else, because all else may have another shape in a newer one; but a checksum, if
    // there is one, shows whether the version is damaged itself.
    let isSealed = Self.isSealed(bytes)
    if let version = value["version"]?.intValue, version > Self.formatVersion, isSealed || value["sum"] == nil {
      throw .newer(version: version)
    }
    guard isSealed, let object = value.objectValue else { throw .checksum }
    value = .object(object.without(["sum"]))
    do throws(ShapeError) {
      try self.init(MemberReader(value, path: ""))
    } catch {
      throw .shape(error)
    }
  }

  /// Numbers beyond it still fit into the history.
  private static let largestSequence = MemberReader.largestCount / 2

  private init(_ reader: MemberReader) throws(ShapeError) {
    _ = try reader.parsedNumber("version", "the number \(Self.formatVersion)") { $0 == Self.formatVersion ? $0 : nil }
    let through = try reader.member("through")
    let sequence = try through.parsedNumber("sequence", "a whole number from 0 to \(Self.largestSequence)") {
      (0...Self.largestSequence).contains($0) ? $0 : nil
    }
    var coversAll = true
    for key in ["exams", "distractors", "settings", "marks"] {
      // An older program counts on and leaves this behind, or never had it.
      let covered = through.object[key] == nil ? 0 : try through.count(key)
      guard covered <= sequence else { throw through.fault(key, "at most \"sequence\"") }
      if covered < sequence { coversAll = false }
    }
    self.through = Through(
      sequence: sequence, offset: try through.count("offset"),
      coversAll: coversAll, tail: coversAll ? try through.optionalText("tail") : nil,
      unknown: through.object.without([
        "sequence", "offset", "exams", "distractors", "settings", "marks", "tail",
      ]))
    let facts = try reader.member("facts")
    for member in facts.object.members {
      scores.facts[Review.FactID(member.key)] = try FactScore(MemberReader(member.value, path: "facts/\(member.key)"))
    }
    try scores.readLearner(reader)
    try scores.readExams(reader)
    scores.settings = try Settings(ifAny: "settings", of: reader)
    let sections = try reader.member("sections")
    for member in sections.object.members {
      scores.sections[member.key] = try Tally(MemberReader(member.value, path: "sections/\(member.key)"))
    }
    let days = try reader.member("days")
    for member in days.object.members {
      guard let day = StudyDay(member.key) else { throw days.fault(member.key, "a day such as 2026-11-23") }
      scores.days[day] = try Tally(MemberReader(member.value, path: "days/\(member.key)"))
    }
    guard let sittings = reader.object["sittings"]?.arrayValue else { throw reader.fault("sittings", "a list") }
    for (index, value) in sittings.enumerated() {
      let sitting = try MemberReader(value, path: "sittings/\(index)")
      let score = try SittingScore(sitting)
      guard !scores.hasSitting(score.id) else { throw sitting.fault("id", "an id of its own") }
      scores.add(score)
    }
    unknown = reader.object.without(
      ["version", "through", "facts", "sections", "days", "sittings", "settings"] + Scores.learnerKeys
        + Scores.examKeys)
  }
}
