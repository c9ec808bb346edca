import MemoryModel
import Progress
import Study

/// What the pictures show, in words; the terminal and the report say the same.
extension StudyFigures {
  /// All answers, and how far the facts have come.
  var headSentence: String {
    let good = answered.count(where: \.lastRight)
    return
      "\(answersRight) answers right (\(Percent(right, of: asked))). \(answered.count) of \(factCount) facts seen: "
      + "the last answer was right for \(good), wrong for \(answered.count - good)."
  }

  /// Such as `45 of 60`.
  var answersRight: String { "\(right) of \(asked)" }

  /// The last sittings, as many as are drawn.
  var lastSittings: [SittingScore] { sittings.suffix(50) }

  /// The scores of the last sittings.
  var sittingsSentence: String {
    guard let first = lastSittings.first, let last = lastSittings.last else { return "No sitting has a score yet." }
    guard lastSittings.count > 1 else { return "One sitting so far, with \(first.score)." }
    let all = (lastSittings.reduce(0) { $0 + $1.right }, lastSittings.reduce(0) { $0 + $1.asked })
    return "The last \(lastSittings.count) sittings: \(first.score) in the first, \(last.score) in the last, "
      + "\(Percent(all.0, of: all.1)) of the answers of all together."
  }

  /// The best and the weakest section.
  var sectionsSentence: String {
    let rows = sections.filter { $0.tally.asked > 0 }
    func share(_ section: Section) -> Double { Double(section.tally.right) / Double(section.tally.asked) }
    guard let best = rows.max(by: { share($0) < share($1) }), let weakest = rows.min(by: { share($0) < share($1) })
    else { return "No section has an answer yet." }
    guard share(best) > share(weakest) else {
      return rows.count == 1
        ? "All answers so far are in \(best.title): \(best.tally.score)."
        : "All \(rows.count) sections with answers stand at \(Percent(share(best)))."
    }
    return "Best is \(best.title) with \(best.tally.score), weakest \(weakest.title) with \(weakest.tally.score)."
  }

  /// The days of study and how many came in a row.
  var daysSentence: String {
    let days = days.count == 1 ? "1 study day" : "\(days.count) study days"
    return "\(days) so far\(hasOtherBanks ? ", in all banks" : ""); \(streaks.current) in a row now, "
      + "\(streaks.longest) at most."
  }

  /// How many facts come back, and when most.
  var loadSentence: String {
    let overdue = load.overdue == 0 ? "" : " (\(load.overdue) of them overdue)"
    var text =
      "\(load.total(ofFirst: 1)) due today\(overdue), \(load.total(ofFirst: 7)) in 7 days from today on, "
      + "\(load.total(ofFirst: Self.daysAhead)) in \(Self.daysAhead)"
    if let most = load.days.max(), most > 0, let day = load.days.firstIndex(of: most) {
      text += "; most on \(today.adding(days: day)), \(most)"
    }
    let later = load.later == 0 ? "" : " \(load.later) come back later."
    return text + "." + later + " New facts are not in it."
  }

  /// How much is forgotten if nothing is asked.
  var recallSentence: String {
    guard let now = recall.first, let last = recall.last else { return "No fact has a memory yet." }
    return "Of the facts seen you recall about \(Percent(now)) today, and about \(Percent(last)) in "
      + "\(recall.count - 1) days if you answer nothing until then."
  }

  /// How sure the learner was and how often rightly.
  var marksSentence: String {
    let parts = marks.map { "\($0.mark.words): \($0.tally.score)" }
    let corrected =
      switch self.corrected {
      case 0: ""
      case 1: " One answer counts as right by `:right`."
      default: " \(self.corrected) answers count as right by `:right`."
      }
    return (parts.isEmpty ? "No answer is counted yet" : parts.joined(separator: "; ")) + "." + corrected
  }

  /// The pairs with the numbers that the matrix has, facts being called by their place.
  var confusionsSentence: String {
    let parts = confusions.pairs.map { pair in
      "\(pair.one + 1) and \(pair.other + 1), \(Self.times(pair.oneAsked + pair.otherAsked))"
    }
    return "Taken for each other: " + parts.joined(separator: "; ") + "."
  }

  static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  /// The sections that ask something; others are prose.
  var sectionsWithFacts: [Section] { sections.filter { $0.facts > 0 } }

  /// The days of the year that ends today, for a calendar.
  var year: [(day: StudyDay, count: Int)] {
    (-370...0).map { today.adding(days: $0) }.map { ($0, answers(on: $0)) }
  }
}

extension Confidence {
  /// What stands before the numbers of a mark.
  var words: String {
    switch self {
    case .none: "No mark"
    case .unsure: "Unsure (?)"
    case .sure: "Sure (!)"
    case .dontKnow: "Not known"
    }
  }
}

extension Tally {
  /// The right answers of all as a share 0...1; 0 without answers.
  var share: Double { asked == 0 ? 0 : Double(right) / Double(asked) }
  /// Such as `6 of 10 right (60 %)`.
  var score: String { "\(right) of \(asked) right (\(Percent(right, of: asked)))" }
  /// Such as ` 60 %, 6 of 10`.
  var number: String { asked == 0 ? "no answers" : "\(Percent(right, of: asked)), \(right) of \(asked)" }
}

extension SittingScore {
  /// The right answers of all as a share 0...1.
  var share: Double { tally.share }
  /// Such as `60 %`.
  var score: String { "\(Percent(right, of: asked))" }
}
