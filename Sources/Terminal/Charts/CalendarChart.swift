extension Layout {
  /// A day of a calendar.
  public struct CalendarDay: Equatable, Sendable {
    /// Its month and year, such as `November 2026`.
    public let month: String
    /// The day of the month, from 1.
    public let number: Int
    /// The day of the week, 0 for Monday to 6 for Sunday.
    public let weekday: Int
    /// How much was done; 0 for nothing.
    public let count: Int

    /// Makes a day.
    public init(month: String, number: Int, weekday: Int, count: Int) {
      self.month = month
      self.number = number
      self.weekday = weekday
      self.count = count
    }
  }

  /// From how many on a day has the next mark.
  private static let calendarSteps = [1, 10, 25, 50]
  private static let longestYear = 53

  /// A map of days: a column for each week from Monday to Sunday, the months named above, and what the marks mean below.
  ///
  /// Where there is no room for all weeks, the earliest are left out. For a screen reader each month with something done is a
  /// line `Month: days, count`.
  ///
  /// - Parameters:
  ///   - days: one after another without a gap; none gives an empty text.
  ///   - unit: what is counted, such as `answers a day`.
  public func calendar(_ days: [CalendarDay], unit: SafeText) -> SafeText {
    if isAccessible { return spokenCalendar(days) }
    var weeks: [[CalendarDay]] = []
    for day in days {
      if weeks.isEmpty || day.weekday == 0 { weeks.append([]) }
      weeks[weeks.count - 1].append(day)
    }
    weeks = weeks.suffix(max(1, min(Self.longestYear, (width - 4) / 2)))
    guard !weeks.isEmpty else { return "" }
    let names: [SafeText] = ["Mon ", "    ", "Wed ", "    ", "Fri ", "    ", "Sun "]
    let rows = names.indices.map { weekday in
      let cells = weeks.map { week in week.first { $0.weekday == weekday }.map { calendarMark($0.count) } ?? " " }
      let last = cells.lastIndex { $0 != " " } ?? -1
      return names[weekday] + cells[...last].joined(separator: " ")
    }
    return ([monthNames(weeks)] + rows + [calendarLegend(unit)]).joined(separator: "\n")
  }

  /// The short names of the months, each over the week with its first day.
  private func monthNames(_ weeks: [[CalendarDay]]) -> SafeText {
    var line: SafeText = "    "
    for (index, week) in weeks.enumerated() {
      let begins = week.first { $0.number == 1 }
      guard let day = begins ?? (index == 0 ? week.first : nil) else { continue }
      // The rest of a month in front of the next one's name would run into it.
      if begins == nil, weeks.dropFirst().prefix(1).contains(where: { $0.contains { $0.number == 1 } }) { continue }
      let name: SafeText = "\(day.month.prefix(3))"
      let place = 4 + 2 * index
      guard place + name.columns <= width else { continue }
      line = Self.pad(line, to: place) + name
    }
    return line
  }

  private func calendarMark(_ count: Int) -> SafeText {
    let marks: [SafeText] = isASCII ? [".", "-", "+", "*", "#"] : ["·", "░", "▒", "▓", "█"]
    return marks[Self.calendarSteps.count { count >= $0 }]
  }

  private func calendarLegend(_ unit: SafeText) -> SafeText {
    let ranges: [SafeText] = ["0", "1-9", "10-24", "25-49", "50+"]
    let parts = zip(ranges, [0] + Self.calendarSteps).map { calendarMark($1) + " " + $0 }
    return wrap(parts.joined(separator: "  ") + " " + unit)
  }

  private func spokenCalendar(_ days: [CalendarDay]) -> SafeText {
    var months: [(name: String, days: Int, count: Int)] = []
    for day in days where day.count > 0 {
      if months.last?.name != day.month { months.append((day.month, 0, 0)) }
      months[months.count - 1].days += 1
      months[months.count - 1].count += day.count
    }
    return months.map { record("\($0.name)", "\($0.days) \($0.days == 1 ? "day" : "days"), \($0.count) answers") }
      .joined(separator: "\n")
  }
}
