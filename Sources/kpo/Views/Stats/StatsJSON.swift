import ContentModel
import MemoryModel
import Progress
import StrictJSON
import Study

/// The figures as JSON; the keys are documented in the README.
extension StudyFigures {
  /// Everything that `kpo stats` shows.
  ///
  /// - Parameter sittings: all sittings, also those without a score.
  func json(sittings: [SittingScore]) -> JSONValue {
    let good = answered.count(where: \.lastRight)
    var object: JSONObject = [
      "answers": ["asked": JSONValue(asked), "right": JSONValue(right)],
      "facts": [
        "all": JSONValue(factCount), "seen": JSONValue(answered.count), "right": JSONValue(good),
        "wrong": JSONValue(answered.count - good),
      ],
    ]
    object["sections"] = .array(sections.map(\.json))
    object["days"] = .array(
      days.map { day, tally in
        ["day": JSONValue("\(day)"), "asked": JSONValue(tally.asked), "right": JSONValue(tally.right)]
      })
    object["sittings"] = .array(sittings.map(\.json))
    object["streaks"] = ["current": JSONValue(streaks.current), "longest": JSONValue(streaks.longest)]
    object["load"] = [
      "days": Self.json(days: load.days.map { JSONValue($0) }, key: "due", from: today),
      "overdue": JSONValue(load.overdue), "later": JSONValue(load.later),
    ]
    object["recall"] = Self.json(days: recall.map { .number($0) }, key: "recall", from: today)
    object["marks"] = .array(
      marks.map { mark, tally in
        ["mark": JSONValue(mark.rawValue), "asked": JSONValue(tally.asked), "right": JSONValue(tally.right)]
      })
    object["corrected"] = JSONValue(corrected)
    object["confusions"] = .array(confusions.pairs.flatMap(json))
    return .object(object)
  }

  /// Values of days one after another.
  static func json(days: [JSONValue], key: String, from first: StudyDay) -> JSONValue {
    .array(days.enumerated().map { ["day": JSONValue("\(first.adding(days: $0))"), key: $1] })
  }

  private func json(_ pair: ConfusionMatrix.Pair) -> [JSONValue] {
    func one(_ asked: Int, _ chosen: Int, _ count: Int) -> JSONValue {
      [
        "asked": JSONValue(confusions.facts[asked].rawValue), "chosen": JSONValue(confusions.facts[chosen].rawValue),
        "count": JSONValue(count),
      ]
    }
    return [one(pair.one, pair.other, pair.oneAsked), one(pair.other, pair.one, pair.otherAsked)]
  }
}

extension StudyFigures.Section {
  fileprivate var json: JSONValue {
    [
      "id": JSONValue(id), "title": JSONValue(title), "facts": JSONValue(facts), "seen": JSONValue(seen),
      "asked": JSONValue(tally.asked), "right": JSONValue(tally.right),
    ]
  }
}

extension SittingScore {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["id": JSONValue(id.rawValue), "mode": JSONValue(mode.rawValue)]
    object["started"] = JSONValue("\(started)")
    object["day"] = JSONValue("\(day)")
    object["asked"] = JSONValue(asked)
    object["right"] = JSONValue(right)
    return .object(object)
  }
}
