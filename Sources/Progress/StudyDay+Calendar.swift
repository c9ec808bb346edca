extension StudyDay {
  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = daysSince1970 + 3
    return days - floorDivide(days, by: 7) * 7
  }

  /// The month and year in words, such as `November 2026`.
  public var monthName: String {
    let (year, month, _) = fields
    return "\(Self.monthNames[month - 1]) \(year)"
  }

  /// The names of the months, from January.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
