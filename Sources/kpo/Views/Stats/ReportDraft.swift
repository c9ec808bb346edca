import ContentModel
import Interchange
import MemoryModel
import Progress
import QuestionGenerator
import Study

/// The figures as the sections of a report.
struct ReportDraft {
  let figures: StudyFigures
  let generators: [QuestionGenerator]

  var page: ReportPage {
    let title = generators.map(\.bank.title).joined(separator: ", ")
    return ReportPage(
      title: "Progress in \(title)", summary: ["As of \(figures.today).", figures.headSentence],
      sections: [sittings, sections, days, load] + (figures.recall.isEmpty ? [] : [recall]) + [marks]
        + (figures.confusions.pairs.isEmpty ? [] : [confusions]))
  }

  private var sittings: ReportPage.Section {
    let shown = figures.lastSittings
    return ReportPage.Section(
      heading: figures.hasOtherBanks ? "Sittings (all banks)" : "Sittings", sentence: figures.sittingsSentence,
      chart: .line(
        shown.map(\.share), first: "\(shown.first?.day ?? figures.today)", last: "\(shown.last?.day ?? figures.today)"),
      table: .init(
        header: ["Day", "Kind", "Right", "Score"],
        rows: shown.map { ["\($0.day)", $0.mode.rawValue, "\($0.right) of \($0.asked)", $0.score] }))
  }

  private var sections: ReportPage.Section {
    ReportPage.Section(
      heading: "Sections", sentence: figures.sectionsSentence,
      chart: .bars(
        figures.sectionsWithFacts.map { ReportPage.Bar(name: $0.title, share: $0.tally.share, number: $0.tally.number) }
      ),
      table: .init(
        header: ["Section", "Seen", "Right", "Score"],
        rows: figures.sectionsWithFacts.map { section in
          let tally = section.tally
          return [section.title, "\(section.seen) of \(section.facts)", "\(tally.right) of \(tally.asked)"]
            + ["\(Percent(tally.right, of: tally.asked))"]
        }))
  }

  private var days: ReportPage.Section {
    ReportPage.Section(
      heading: "Study days", sentence: figures.daysSentence,
      chart: .calendar(
        figures.year.map { day, count in
          ReportPage.Day(month: day.monthName, number: day.fields.day, weekday: day.weekday, count: count)
        }),
      table: .init(
        header: ["Day", "Right", "Score"],
        rows: figures.days.suffix(182).map { day, tally in
          ["\(day)", "\(tally.right) of \(tally.asked)", "\(Percent(tally.right, of: tally.asked))"]
        }))
  }

  private var load: ReportPage.Section {
    let last = figures.today.adding(days: StudyFigures.daysAhead - 1)
    return ReportPage.Section(
      heading: "Coming back in the next \(StudyFigures.daysAhead) days", sentence: figures.loadSentence,
      chart: .columns(figures.load.days, first: "\(figures.today)", last: "\(last)"),
      table: .init(
        header: ["Day", "Facts"],
        rows: figures.load.days.enumerated().map { ["\(figures.today.adding(days: $0))", "\($1)"] }))
  }

  private var recall: ReportPage.Section {
    let last = figures.today.adding(days: figures.recall.count - 1)
    return ReportPage.Section(
      heading: "Forgetting, if nothing is asked", sentence: figures.recallSentence,
      chart: .line(figures.recall, first: "\(figures.today)", last: "\(last)"),
      table: .init(
        header: ["Day", "Recall"],
        rows: figures.recall.enumerated().map { ["\(figures.today.adding(days: $0))", "\(Percent($1))"] }))
  }

  private var marks: ReportPage.Section {
    ReportPage.Section(
      heading: figures.hasOtherBanks ? "Sure and unsure (all banks)" : "Sure and unsure",
      sentence: figures.marksSentence,
      chart: .bars(
        figures.marks.map { ReportPage.Bar(name: $0.mark.words, share: $0.tally.share, number: $0.tally.number) }),
      table: .init(
        header: ["Mark", "Right", "Score"],
        rows: figures.marks.map { mark, tally in
          [mark.words, "\(tally.right) of \(tally.asked)", "\(Percent(tally.right, of: tally.asked))"]
        }))
  }

  private var confusions: ReportPage.Section {
    let matrix = figures.confusions
    let names = matrix.facts.enumerated().map { "\($0 + 1). \(generators.sentence(for: $1) ?? $1.rawValue)" }
    return ReportPage.Section(
      heading: "Confusions",
      sentence: figures.confusionsSentence + " A row is what was asked, a column what was chosen.", chart: nil,
      table: .init(
        header: ["Asked"] + names.indices.map { "\($0 + 1)" },
        rows: zip(names.indices, matrix.counts).map { row, counts in
          [names[row]] + counts.enumerated().map { $0 == row ? "-" : "\($1)" }
        }))
  }
}
