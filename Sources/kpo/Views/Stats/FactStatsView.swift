import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import StrictJSON
import Study
import Terminal

/// One fact: its answers, the memory of it, when it comes back, and how it would be forgotten.
struct FactStatsView {
  let fact: FactID
  /// The fact as a sentence.
  let sentence: String
  let learner: Learner

  /// The facts of banks that have all the words, in their sentence or their id; a whole id names one fact alone.
  static func matching(_ words: [String], in generators: [QuestionGenerator], learner: Learner) -> [FactStatsView] {
    let facts = generators.flatMap { generator in
      generator.bank.facts.map {
        FactStatsView(fact: $0.id, sentence: generator.sentence(for: $0.id) ?? $0.id.rawValue, learner: learner)
      }
    }
    let whole = facts.filter { $0.fact.rawValue == words.joined(separator: " ") }
    if !whole.isEmpty { return whole }
    return facts.filter { BankSearch.text("\($0.sentence) \($0.fact.rawValue)", hasAll: words) }
  }

  /// One line for a list of several.
  var entry: SafeText { "\(line: sentence) \("(\(fact.rawValue))", .faint)" }

  func text(_ layout: Layout) -> SafeText {
    var parts = [layout.wrap("\(line: sentence, .title)") + "\n" + layout.wrap("\(line: fact.rawValue, .faint)")]
    guard let score = learner.score(of: fact) else {
      return
        (parts + [
          layout.wrap(
            "Not asked yet; kpo supposes that you know it with a chance of \(Percent(learner.recall(of: fact))).")
        ]).joined(separator: "\n\n")
    }
    parts.append(layout.wrap(answers(score) + memory(score)))
    if let curve {
      let chart = ColumnChart(
        curve.recall.enumerated().map { day, chance in
          ColumnChart.Point(name: "\(curve.lastReview.adding(days: day))", value: chance)
        }, measure: .shares)
      parts.append(
        "\("Chance to recall it" as SafeText, .strong)\n" + layout.columns(chart) + "\n"
          + layout.wrap(sentence(of: curve)))
    }
    return parts.joined(separator: "\n\n")
  }

  private var curve: ForgettingCurve? {
    learner.score(of: fact).flatMap { ForgettingCurve(of: $0, today: learner.today) }
  }

  private func answers(_ score: FactScore) -> SafeText {
    "Asked \(StudyFigures.times(score.seen)), right \(score.right), wrong \(score.wrong); first on \(score.firstDay), "
      + "last on \(score.lastDay), \(score.lastRight ? "right" : "wrong"). "
  }

  private func memory(_ score: FactScore) -> SafeText {
    guard let state = score.memory.state else { return "No answer proved anything about your memory yet." }
    return "Memory: \(score.memory.stage.words); after \(Self.days(state.stability)) the chance to recall it is 90 %."
      + next
  }

  /// When the fact is asked again.
  private var next: SafeText {
    if learner.hasSetAside(fact) { return " It is set aside." }
    guard let due = curve?.due else { return "" }
    return due > learner.today ? " It comes back on \(due)." : " It has been due since \(due)."
  }

  private static func days(_ days: Double) -> String {
    guard days >= 1 else { return "less than a day" }
    let tenths = (days * 10).rounded() / 10
    return tenths == 1 ? "1 day" : tenths == tenths.rounded() ? "\(Int(tenths)) days" : "\(tenths) days"
  }

  private func sentence(of curve: ForgettingCurve) -> SafeText {
    let end = curve.lastReview.adding(days: curve.recall.count - 1)
    let due: SafeText =
      curve.due.flatMap { day in
        day > learner.today ? "\(Percent(learner.recall(of: fact, on: day))) when it comes back on \(day), " : nil
      } ?? ""
    return "\(Percent(learner.recall(of: fact))) today, " + due
      + "\(Percent(curve.recall.last ?? 0)) on \(end) if it is not asked."
  }

  /// The same as JSON; the keys are documented in the README.
  var json: JSONValue {
    var object: JSONObject = ["id": JSONValue(fact.rawValue), "sentence": JSONValue(sentence)]
    let score = learner.score(of: fact)
    object["asked"] = JSONValue(score?.seen ?? 0)
    object["right"] = JSONValue(score?.right ?? 0)
    object["wrong"] = JSONValue(score?.wrong ?? 0)
    object["lastDay"] = score.map { JSONValue("\($0.lastDay)") } ?? .null
    object["stage"] = JSONValue(learner.stage(of: fact).words)
    object["stability"] = score?.memory.state.map { .number($0.stability) } ?? .null
    object["recall"] = .number(learner.recall(of: fact))
    object["due"] = curve?.due.map { JSONValue("\($0)") } ?? .null
    object["setAside"] = JSONValue(learner.hasSetAside(fact))
    object["curve"] =
      curve.map { StudyFigures.json(days: $0.recall.map { .number($0) }, key: "recall", from: $0.lastReview) }
      ?? .array([])
    return .object(object)
  }
}

extension Stage {
  /// The word for it.
  var words: String {
    switch self {
    case .new: "new"
    case .learning: "learning"
    case .young: "young"
    case .known: "known"
    }
  }
}
