import MemoryModel

/// Answers that were given in Anki to questions of ours, as events of a history.
///
/// They come from Anki's table `revlog` with the guid of each note, whose beginning is the id of our fact. The ids of the
/// events are made of the rows, so taking the same rows in once more adds nothing.
public struct AnkiReviews: Sendable {
  /// Why a row is left out.
  public enum Reason: String, CaseIterable, Sendable {
    /// The guid is not that of a fact of ours.
    case unknownFact
    /// The card asks several facts at once, so that its grade says little of each.
    case severalFacts
    /// Nobody answered: Anki or its user set a new date.
    case notAnAnswer
    /// A number is missing or impossible, such as a time in the future.
    case unreadable
    /// The same row stands before.
    case twice
  }

  /// A column that a table must have, with the names it may have.
  public struct MissingColumn: Error, Equatable, Sendable {
    /// The names, the usual one first.
    public let names: [String]
  }

  /// The answers and the beginnings of their sittings, one for each study day and bank, in the order of time.
  public let events: [RecordedEvent]
  /// How many answers there are, also those that the history has already.
  public let answers: Int
  /// How many rows were left out for each reason.
  public let leftOut: [Reason: Int]

  /// Reads the rows of a table.
  /// - Parameters:
  ///   - header: the names of the columns, in any order; others than ours do no harm.
  ///   - rows: the fields of each row; missing ones count as empty.
  ///   - sections: for each known fact the bank and section that state it, such as `kpo/types`.
  ///   - known: the history so far. What it has stays as it was written, also if the time zone or the bank has changed since.
  ///   - clock: tells the present moment and the learner's time zone.
  /// - Throws: ``MissingColumn``.
  public init(
    header: [String], rows: [[String]], sections: [Review.FactID: String], known: History = History(), clock: StudyClock
  ) throws(MissingColumn) {
    let columns = try Columns(header)
    let now = clock.now()
    var leftOut: [Reason: Int] = [:]
    var seen: Set<EventID> = []
    var reviews: [RecordedEvent] = []
    for fields in rows {
      switch columns.answer(in: fields, sections: sections, until: now) {
      case .failure(let exclusion): leftOut[exclusion.reason, default: 0] += 1
      case .success(let answer):
        let review = answer.event(clock)
        if seen.insert(review.id).inserted { reviews.append(review) } else { leftOut[.twice, default: 0] += 1 }
      }
    }
    reviews.sort { ($0.at, $0.id) < ($1.at, $1.id) }
    let new = reviews.filter { !known.contains($0.id) }
    let beginnings = Self.beginnings(of: new, clock).filter { !known.contains($0.id) }
    events = (new + beginnings).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    answers = reviews.count
    self.leftOut = leftOut
  }

  /// The beginning of each sitting, at the moment the study day began: so it is the same whatever rows there are.
  private static func beginnings(of reviews: [RecordedEvent], _ clock: StudyClock) -> [RecordedEvent] {
    var days: [SittingID: (day: StudyDay, bank: String)] = [:]
    for recorded in reviews {
      guard case .review(let review) = recorded.event else { continue }
      days[review.sitting] = (recorded.day, bank(ofSection: review.section))
    }
    return days.map { sitting, place in
      let (day, bank) = place
      let fourOClock = Timestamp(seconds: day.daysSince1970 * 86_400 + 4 * 3600)
      let offset = clock.utcOffset(fourOClock)
      let at = Timestamp(seconds: fourOClock.seconds - offset)
      return RecordedEvent(
        sequence: 0, id: EventID(sitting.rawValue), at: at, utcOffset: offset, day: day,
        event: .sittingBegan(SittingBegan(sitting: sitting, mode: .anki, banks: [bank], seed: 0)))
    }
  }
}

extension AnkiReviews {
  fileprivate static func bank(ofSection section: String) -> String { String(section.prefix { $0 != "/" }) }
}

/// Where the columns of a table are.
private struct Columns {
  let guid: Int
  let time: Int
  let rating: Int
  let duration: Int?
  let type: Int?

  init(_ header: [String]) throws(AnkiReviews.MissingColumn) {
    let names = header.map { $0.lowercased().filter { !$0.isWhitespace } }
    func column(_ candidates: String...) -> Int? { names.firstIndex(where: candidates.contains) }
    guard let guid = column("guid") else { throw .init(names: ["guid"]) }
    guard let time = column("id", "review_time") else { throw .init(names: ["id", "review_time"]) }
    guard let rating = column("ease", "rating", "review_rating") else { throw .init(names: ["ease", "review_rating"]) }
    self.guid = guid
    self.time = time
    self.rating = rating
    duration = column("time", "review_duration")
    type = column("type", "review_state")
  }

  func answer(
    in fields: [String], sections: [Review.FactID: String], until now: Timestamp
  ) -> Result<AnkiAnswer, Exclusion> {
    func field(_ column: Int) -> String { column < fields.count ? fields[column].filter { !$0.isWhitespace } : "" }
    // Fact, kind, the columns shown and asked, more facts: as the export writes it; by hand the fact alone will do.
    let parts = guid < fields.count ? fields[guid].split(separator: "|", omittingEmptySubsequences: false) : []
    let fact = Review.FactID(String(parts.first ?? "").filter { !$0.isWhitespace })
    guard parts.count <= 4 else { return .failure(Exclusion(reason: .severalFacts)) }
    guard let section = sections[fact] else { return .failure(Exclusion(reason: .unknownFact)) }
    // 4 is a date set by hand, 5 one that Anki set anew.
    if let type, ["4", "5"].contains(field(type)) { return .failure(Exclusion(reason: .notAnAnswer)) }
    guard field(rating) != "0" else { return .failure(Exclusion(reason: .notAnAnswer)) }
    let duration = duration.map(field) ?? ""
    guard let rating = Int(field(rating)).flatMap(Rating.init), let milliseconds = Int64(field(time)),
      milliseconds > 0, milliseconds <= now.microseconds / 1000,
      let taken = duration.isEmpty ? 0 : Int(duration), (0...Self.longestAnswer).contains(taken)
    else { return .failure(Exclusion(reason: .unreadable)) }
    return .success(
      AnkiAnswer(
        fact: fact, section: section, from: parts.count > 2 ? String(parts[2]) : "",
        to: parts.count > 3 ? String(parts[3]) : "", milliseconds: milliseconds, rating: rating, taken: taken))
  }

  /// A day; Anki itself counts a minute at most.
  private static let longestAnswer = 86_400_000

  struct Exclusion: Error { let reason: AnkiReviews.Reason }
}

/// An answer to one fact.
private struct AnkiAnswer {
  let fact: Review.FactID
  let section: String
  /// The columns that the card showed and asked for, as far as its guid tells them.
  let from: String
  let to: String
  /// The moment, in milliseconds since 1970.
  let milliseconds: Int64
  let rating: Rating
  /// The time taken, in milliseconds.
  let taken: Int

  /// The learner turned a card over and judged for itself: there was nothing to guess from.
  func event(_ clock: StudyClock) -> RecordedEvent {
    let at = Timestamp(microseconds: milliseconds * 1000)
    let day = clock.day(at: at)
    let review = Review(
      sitting: SittingID("anki-\(AnkiReviews.bank(ofSection: section))-\(day)"), fact: fact, section: section,
      kind: .selfGraded, from: from, to: to,
      item: Review.ItemID("anki-\(fact.rawValue)"), rating: rating, right: rating != .again, guessChance: 0,
      confidence: .none, milliseconds: taken, chosen: nil, chosenFact: nil, against: nil, repeated: false)
    return RecordedEvent(
      sequence: 0, id: EventID("anki-\(milliseconds)-\(Checksum.text(Array(fact.rawValue.utf8)[...]))"), at: at,
      utcOffset: clock.utcOffset(at), day: day, event: .review(review))
  }
}
