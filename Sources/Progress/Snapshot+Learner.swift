import MemoryModel
import StrictJSON

/// What the snapshot keeps of the learner beside facts, sections, days and sittings.
extension Scores {
  static let learnerKeys = ["learner", "marks", "confusions", "recent", "flagged"]

  func writeLearner(to object: inout JSONObject) {
    var learner: JSONObject = [
      "rightBeyondGuessing": .number(prior.rightBeyondGuessing), "guessWeight": .number(prior.weight),
      "unsureUses": JSONValue(unsureUses), "answers": JSONValue(pace.answers),
      "millisecondsPerAnswer": .number(pace.milliseconds),
    ]
    learner["corrected"] = JSONValue(corrected)
    learner.append(unknownOfLearner)
    object["learner"] = .object(learner)
    var marks = JSONObject()
    for mark in Confidence.allCases {
      if let tally = self.marks[mark] { marks.append(newKey: mark.rawValue, tally.json) }
    }
    object["marks"] = .object(marks)
    object["confusions"] = .array(
      confusions.sorted { $0.key < $1.key }.map { pair, confusion in
        var object: JSONObject = [
          "first": .string(pair.first.rawValue), "second": .string(pair.second.rawValue),
          "count": JSONValue(confusion.count), "lastDay": .string(confusion.lastDay.description),
          "firstToldApart": JSONValue(confusion.firstToldApart),
          "secondToldApart": JSONValue(confusion.secondToldApart), "firstAsked": JSONValue(confusion.firstAsked),
        ]
        object.append(confusion.unknown)
        return .object(object)
      })
    object["recent"] = .array(
      recent.answers.map { answer in
        var object: JSONObject = [
          "sitting": .string(answer.sitting.rawValue), "item": .string(answer.item.rawValue),
          "at": .string(answer.at.description), "events": JSONValue(answer.events.map(\.rawValue)),
          "facts": JSONValue(answer.facts.map(\.rawValue)),
        ]
        object.append(answer.unknown)
        return .object(object)
      })
    var flagged = JSONObject()
    for (id, note) in self.flagged.sorted(by: { $0.key < $1.key }) {
      flagged.append(newKey: id.rawValue, .string(note))
    }
    object["flagged"] = .object(flagged)
  }

  mutating func readLearner(_ reader: MemberReader) throws(ShapeError) {
    let learner = try reader.member("learner")
    prior = GuessPrior(
      rightBeyondGuessing: try learner.number("rightBeyondGuessing"), weight: try learner.number("guessWeight"))
    unsureUses = try learner.count("unsureUses")
    pace = LearnerPace(
      answers: try learner.count("answers"), milliseconds: try learner.number("millisecondsPerAnswer"))
    if learner.object["corrected"] != nil { corrected = try learner.count("corrected") }
    unknownOfLearner = learner.object.without([
      "rightBeyondGuessing", "guessWeight", "unsureUses", "answers", "millisecondsPerAnswer", "corrected",
    ])
    // Older programs had no marks; then everything is counted anew.
    for member in reader.object["marks"] == nil ? [] : try reader.member("marks").object.members {
      guard let mark = Confidence(rawValue: member.key) else {
        throw reader.fault("marks/\(member.key)", "none, unsure, sure or dont-know")
      }
      marks[mark] = try Tally(MemberReader(member.value, path: "marks/\(member.key)"))
    }
    for (index, value) in (try reader.list("confusions")).enumerated() {
      let member = try MemberReader(value, path: "confusions/\(index)")
      guard let pair = ConfusedPair(Review.FactID(try member.text("first")), Review.FactID(try member.text("second")))
      else { throw member.fault("second", "another fact than \"first\"") }
      // How often each was told apart would change sides, or be lost.
      guard pair.first.rawValue == (try member.text("first")), confusions[pair] == nil else {
        throw member.fault("second", "behind \"first\", each pair once")
      }
      var confusion = Confusion(count: try member.count("count"), lastDay: try member.day("lastDay"))
      confusion.firstToldApart = try member.count("firstToldApart")
      confusion.secondToldApart = try member.count("secondToldApart")
      if member.object["firstAsked"] != nil { confusion.firstAsked = try member.count("firstAsked") }
      guard confusion.firstAsked <= confusion.count else { throw member.fault("firstAsked", "at most \"count\"") }
      confusion.unknown = member.object.without([
        "first", "second", "count", "lastDay", "firstToldApart", "secondToldApart", "firstAsked",
      ])
      confusions[pair] = confusion
    }
    for (index, value) in (try reader.list("recent")).enumerated() {
      let member = try MemberReader(value, path: "recent/\(index)")
      recent.answers.append(
        RecentAnswers.Answer(
          sitting: SittingID(try member.text("sitting")), item: Review.ItemID(try member.text("item")),
          at: try member.timestamp("at"), events: try member.texts("events").map { EventID($0) },
          facts: try member.texts("facts").map { Review.FactID($0) },
          unknown: member.object.without(["sitting", "item", "at", "events", "facts"])))
    }
    for member in try reader.member("flagged").object.members {
      guard let note = member.value.stringValue else { throw reader.fault("flagged/\(member.key)", "a text") }
      flagged[Review.FactID(member.key)] = note
    }
  }
}
