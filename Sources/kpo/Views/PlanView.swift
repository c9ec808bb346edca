import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// Today's plan in three lines.
struct PlanView {
  let banks: [Bank]
  let scores: Scores
  let today: StudyDay

  func lines(_ layout: Layout) -> SafeText {
    let facts = banks.reduce(0) { $0 + $1.facts.count }
    let plan = StudyPlan(banks, scores: scores, today: today)
    var random = SeededRandom(seed: 0)
    let missed = plan.missed.count
    let new = plan.new(using: &random).count
    let title = banks.map(\.title).joined(separator: ", ")
    let day = scores.days[today]
    let todayText: SafeText =
      if let day { "Today: \(day.right) of \(day.asked) right so far." } else { "Today: nothing asked yet." }
    let waiting: SafeText =
      "\("\(missed) missed" as SafeText, .due), \("\(new) new" as SafeText, .new), \(max(0, facts - new - missed)) known."
    return [
      layout.wrap("\(title, .title): \(facts) facts; " + waiting),
      layout.wrap(todayText),
      layout.wrap("\("daily" as SafeText, .key) asks ten questions; \("help" as SafeText, .key) lists all commands."),
    ].joined(separator: "\n")
  }
}
