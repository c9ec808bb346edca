import ContentModel
import QuestionGenerator
import Study
import Terminal

/// How a sitting ends: the score, the sections, what was missed, what to do next.
struct SummaryView {
  let summary: SittingSummary
  let generators: [QuestionGenerator]
  /// Whether the answers are on the disk.
  let isSaved: Bool
  /// The facts that are forgotten again and again.
  let leeches: [FactID]

  /// The score in one line.
  var score: SafeText {
    let total = summary.total
    guard total.asked > 0 else { return "No answers given." }
    return "Score: \(total.right) of \(total.asked) right (\(Percent(total.right, of: total.asked)))"
  }

  /// The sections, the missed facts, whether all is saved, and the next step.
  func details(_ layout: Layout, next: SafeText) -> SafeText {
    var parts: [SafeText] = []
    if summary.sections.count > 1 {
      let rows = summary.sections.map { id, score -> [SafeText] in
        [generators.sectionTitle(id), "\(score.right) of \(score.asked)"]
      }
      parts.append(layout.table(header: ["Section", "Right"], rows: rows))
    }
    if !summary.missed.isEmpty {
      let lines = summary.missed.map { answer -> SafeText in
        let mark: SafeText = answer.isSureButWrong ? "\("sure but wrong" as SafeText, .wrong): " : ""
        return mark + "\(answer.why)"
      }
      let mended: SafeText =
        summary.mended == 0
        ? "" : " (\(summary.mended) of them right when \(summary.mended == 1 ? "it" : "they") came back)"
      parts.append(layout.wrap("\("Missed" as SafeText, .strong)" + mended) + "\n" + layout.bullets(lines))
    }
    let confused = summary.confusions.compactMap {
      pair(generators.sentence(for: $0.fact), generators.sentence(for: $0.chosen), layout)
    }
    if !confused.isEmpty {
      parts.append("\("Taken for each other" as SafeText, .strong)\n" + confused.joined(separator: "\n"))
    }
    if !leeches.isEmpty {
      let lines = leeches.compactMap(generators.sentence).map { "\($0)" as SafeText }
      parts.append(
        layout.wrap(
          "\("Forgotten again and again" as SafeText, .strong): reword these lines in the bank, or :flag them when they come."
        )
          + "\n" + layout.bullets(lines))
    }
    if summary.total.asked > 0, !isSaved {
      parts.append(layout.wrap("These answers were not saved; see the note above."))
    }
    parts.append(layout.wrap(next))
    return parts.map { "\n" + $0 }.joined(separator: "\n")
  }

  /// Two facts under each other, so that the eye finds the difference.
  private func pair(_ one: String?, _ other: String?, _ layout: Layout) -> SafeText? {
    guard let one, let other else { return nil }
    return layout.bullets(["\(one)"]) + "\n" + layout.wrap("\(other)", firstIndent: "  ", hangingIndent: "  ")
  }
}

/// A share as a whole percentage, such as `67 %`.
struct Percent: CustomStringConvertible {
  let description: String

  /// A share from 0 to 1.
  init(_ share: Double) {
    description = "\(Int((share * 100).rounded())) %"
  }

  init(_ part: Int, of whole: Int) {
    description = whole == 0 ? "-" : "\((200 * part + whole) / (2 * whole)) %"
  }
}
