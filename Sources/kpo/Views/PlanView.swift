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
    let facts = banks.flatMap(\.facts)
    let plan = StudyPlan(banks, scores: scores, today: today)
    var random = SeededRandom(seed: 0)
    let missed = plan.missed.count
    let new = plan.new(using: &random).count
    let known = plan.known(using: &random).count
    let setAside = facts.count - missed - new - known
    let title = banks.map(\.title).joined(separator: ", ")
    let day = scores.days[today]
    let todayText: SafeText =
      if let day { "Today: \(day.right) of \(day.asked) right so far." } else { "Today: nothing asked yet." }
    let waiting: SafeText =
      "\("\(missed) missed" as SafeText, .due), \("\(new) new" as SafeText, .new), \(known) known"
      + (setAside > 0 ? ", \(setAside) set aside." : ".")
    return [
      layout.wrap("\(title, .title): \(facts.count) facts; " + waiting),
      layout.wrap(todayText),
      layout.wrap("\("daily" as SafeText, .key) asks ten questions; \("help" as SafeText, .key) lists all commands."),
    ].joined(separator: "\n")
  }
}
