import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// The pictures of what was learned, each with a sentence that says the same.
struct StatsView {
  let figures: StudyFigures
  let generators: [QuestionGenerator]

  func text(_ layout: Layout) -> SafeText {
    guard figures.asked > 0 else {
      let first = figures.newFactsPerDay
      let daily: SafeText = first == 0 ? "" : " `kpo daily` asks the first \(first)."
      return layout.wrap("No answers yet: \(figures.factCount) facts are waiting." + daily)
    }
    var parts: [SafeText] = [layout.wrap("\(line: figures.headSentence)")]
    func add(_ heading: SafeText, _ picture: SafeText, _ sentence: String) {
      parts.append(layout.wrap(heading.styled(.strong)) + "\n" + picture + "\n" + layout.wrap("\(line: sentence)"))
    }
    let sittings = figures.lastSittings
    add(
      figures.hasOtherBanks ? "Sittings (all banks)" : "Sittings",
      layout.sparkline(sittings.map(\.share), number: "\(sittings.last?.score ?? "-")"), figures.sittingsSentence)
    add("Sections", sections(layout), figures.sectionsSentence)
    add(
      "Study days",
      layout.calendar(
        figures.year.map { day, count in
          Layout.CalendarDay(
            month: day.monthName, number: day.fields.day, weekday: day.weekday, count: count)
        }, unit: "answers a day"), figures.daysSentence)
    add("Coming back in the next \(StudyFigures.daysAhead) days", load(layout), figures.loadSentence)
    if !figures.recall.isEmpty { add("Forgetting, if nothing is asked", recall(layout), figures.recallSentence) }
    add(
      figures.hasOtherBanks ? "Sure and unsure (all banks)" : "Sure and unsure", marks(layout), figures.marksSentence)
    if !figures.confusions.pairs.isEmpty {
      let names = figures.confusions.facts.indices.map { "\($0 + 1)" as SafeText }
      let facts = zip(names, figures.confusions.facts).map { name, fact in
        layout.wrap(
          "\(line: generators.sentence(for: fact) ?? fact.rawValue)", firstIndent: name + ". ", hangingIndent: "   ")
      }.joined(separator: "\n")
      let matrix = layout.matrix(names: names, counts: figures.confusions.counts)
      add("Confusions", facts + "\n" + matrix, figures.confusionsSentence)
    }
    return parts.joined(separator: "\n\n")
  }

  private func sections(_ layout: Layout) -> SafeText {
    layout.bars(
      figures.sectionsWithFacts.map { section in
        Layout.Bar(
          name: "\(line: section.title)", share: section.tally.share,
          number: "\(section.tally.number); seen \(section.seen) of \(section.facts)")
      })
  }

  private func load(_ layout: Layout) -> SafeText {
    guard figures.load.days.contains(where: { $0 > 0 }) else { return "-" }
    return layout.columns(
      ColumnChart(
        figures.load.days.enumerated().map { day, count in
          ColumnChart.Point(name: "\(figures.today.adding(days: day))", value: Double(count))
        }, measure: .counts))
  }

  private func recall(_ layout: Layout) -> SafeText {
    layout.columns(
      ColumnChart(
        figures.recall.enumerated().map { day, chance in
          ColumnChart.Point(name: "\(figures.today.adding(days: day))", value: chance)
        }, measure: .shares))
  }

  private func marks(_ layout: Layout) -> SafeText {
    layout.bars(
      figures.marks.map { Layout.Bar(name: "\($0.mark.words)", share: $0.tally.share, number: "\($0.tally.number)") })
  }
}
