/// A report on a learner's progress, to be written as one HTML page: sections with a sentence, a chart and a table each.
///
/// All texts are made harmless when the page is written.
public struct ReportPage: Equatable, Sendable {
  /// A chart of a section.
  public enum Chart: Equatable, Sendable {
    /// Shares 0...1 one after another, with what stands under the first and the last.
    case line([Double], first: String, last: String)
    /// Counts one after another, with what stands under the first and the last.
    case columns([Int], first: String, last: String)
    /// Shares with their names and numbers.
    case bars([Bar])
    /// Days one after another; the latest half year is drawn.
    case calendar([Day])
  }

  /// One bar.
  public struct Bar: Equatable, Sendable {
    /// What it stands for.
    public let name: String
    /// Its length 0...1.
    public let share: Double
    /// What it says in numbers.
    public let number: String

    /// Makes a bar.
    public init(name: String, share: Double, number: String) {
      self.name = name
      self.share = share
      self.number = number
    }
  }

  /// One day of a calendar.
  public struct Day: Equatable, Sendable {
    /// The name of its month.
    public let month: String
    /// The day of the month, from 1.
    public let number: Int
    /// The day of the week, 0 for Monday to 6 for Sunday.
    public let weekday: Int
    /// How much was done.
    public let count: Int

    /// Makes a day.
    public init(month: String, number: Int, weekday: Int, count: Int) {
      self.month = month
      self.number = number
      self.weekday = weekday
      self.count = count
    }
  }

  /// What a chart shows, in rows and columns.
  public struct Table: Equatable, Sendable {
    /// The heading of each column.
    public let header: [String]
    /// The cells; the first of each row is its heading.
    public let rows: [[String]]

    /// Makes a table.
    public init(header: [String], rows: [[String]]) {
      self.header = header
      self.rows = rows
    }
  }

  /// One subject.
  public struct Section: Equatable, Sendable {
    /// Its heading.
    public let heading: String
    /// What the chart shows, in words.
    public let sentence: String
    /// The chart; nil where a table says it better.
    public let chart: Chart?
    /// The same in numbers.
    public let table: Table?

    /// Makes a section.
    public init(heading: String, sentence: String, chart: Chart?, table: Table?) {
      self.heading = heading
      self.sentence = sentence
      self.chart = chart
      self.table = table
    }
  }

  /// The title of the page.
  public let title: String
  /// What stands under it.
  public let summary: [String]
  /// The sections in order.
  public let sections: [Section]

  /// Makes a report.
  public init(title: String, summary: [String], sections: [Section]) {
    self.title = title
    self.summary = summary
    self.sections = sections
  }

  /// The page: it loads nothing, runs nothing, and follows the reader's light or dark colours.
  public var html: String { HTMLReport(page: self).text }
}
