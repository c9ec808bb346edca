import FoundationEssentials
import Testing

@testable import MemoryModel

/// The states, recalls and intervals that fsrs-rs 6.6.2 computed, in single precision.
@Suite struct GoldenTests {
  struct Review {
    var rating: Rating
    var elapsedDays: Int
    var stability: Double
    var difficulty: Double
    var retrievability: Double?
    var interval: Double
  }

  struct Sequence {
    var id: String
    var parameters: Int
    var desiredRetention: Double
    var reviews: [Review] = []
  }

  struct Worst: CustomStringConvertible {
    var stability = 0.0
    var difficulty = 0.0
    var retrievability = 0.0
    var interval = 0.0

    var all: Double { max(stability, difficulty, retrievability, interval) }
    var description: String { "s \(stability), d \(difficulty), r \(retrievability), ivl \(interval)" }

    mutating func compare(_ sequence: Sequence, with model: FSRS6) {
      // `max` would pass over NaN.
      func error(_ value: Double, _ expected: Double) -> Double {
        value.isNaN ? .infinity : relativeError(value, expected)
      }
      var state: MemoryState?
      for review in sequence.reviews {
        if let state, let expected = review.retrievability {
          let recall = model.retrievability(elapsedDays: Double(review.elapsedDays), stability: state.stability)
          retrievability = max(retrievability, error(recall, expected))
        }
        let next = model.next(state, rating: review.rating, elapsedDays: review.elapsedDays)
        let days = model.interval(stability: next.stability, desiredRetention: sequence.desiredRetention)
        stability = max(stability, error(next.stability, review.stability))
        difficulty = max(difficulty, error(next.difficulty, review.difficulty))
        interval = max(interval, error(days, review.interval))
        state = next
      }
    }
  }

  @Test func aPartOfTheGoldenDataIsMet() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/fsrs6-golden.txt")
    let (models, sequences) = try Self.readText(String(contentsOf: path, encoding: .utf8))
    #expect(models.count == 21)
    #expect(sequences.count >= 300)
    #expect(Set(sequences.map(\.parameters)).count == 21)
    try Self.check(sequences, models, tolerance: 1e-4)
  }

  /// The whole file, where `KPO_GOLDEN` gives its path.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KPO_GOLDEN"] != nil))
  func allOfTheGoldenDataIsMet() throws {
    let path = try #require(ProcessInfo.processInfo.environment["KPO_GOLDEN"])
    let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
    let decoder = JSONDecoder()
    let header = try decoder.decode(Header.self, from: Data(#require(lines.first).utf8))
    let sequences = try lines.dropFirst().map { line in
      let row = try decoder.decode(Row.self, from: Data(line.utf8))
      return try Sequence(
        id: row.id, parameters: row.p, desiredRetention: row.dr,
        reviews: row.g.indices.map { index in
          Review(
            rating: try #require(Rating(rawValue: row.g[index])), elapsedDays: row.dt[index], stability: row.s[index],
            difficulty: row.d[index], retrievability: row.r[index], interval: row.ivl[index])
        })
    }
    #expect(sequences.count == 1250)
    let models = try header.params.map { FSRS6(try FSRSParameters($0)) }
    print("golden: \(sequences.count) sequences, \(sequences.reduce(0) { $0 + $1.reviews.count }) reviews")
    try Self.check(sequences, models, tolerance: header.tol_rel)
  }

  private struct Header: Decodable {
    var tol_rel: Double
    var params: [[Double]]
  }

  private struct Row: Decodable {
    var id: String
    var p: Int
    var dr: Double
    var g: [Int]
    var dt: [Int]
    var s: [Double]
    var d: [Double]
    var r: [Double?]
    var ivl: [Double]
  }

  static func check(_ sequences: [Sequence], _ models: [FSRS6], tolerance: Double) throws {
    var overall = Worst()
    for sequence in sequences {
      var worst = Worst()
      try #require(models.indices.contains(sequence.parameters))
      try #require(!sequence.reviews.isEmpty)
      worst.compare(sequence, with: models[sequence.parameters])
      overall.compare(sequence, with: models[sequence.parameters])
      #expect(worst.all <= tolerance, "\(sequence.id): \(worst)")
    }
    print("golden: greatest relative errors \(overall)")
  }

  static func readText(_ text: String) throws -> ([FSRS6], [Sequence]) {
    var models: [FSRS6] = []
    var sequences: [Sequence] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      switch words[0] {
      case "parameters": models.append(FSRS6(try FSRSParameters(words.dropFirst().map { try #require(Double($0)) })))
      case "sequence":
        try #require(words.count == 4)
        sequences.append(
          Sequence(
            id: String(words[1]), parameters: try #require(Int(words[2])),
            desiredRetention: try #require(Double(words[3]))))
      default:
        try #require(words.count == 6 && !sequences.isEmpty)
        sequences[sequences.count - 1].reviews.append(
          Review(
            rating: try #require(Int(words[0]).flatMap(Rating.init(rawValue:))),
            elapsedDays: try #require(Int(words[1])), stability: try #require(Double(words[2])),
            difficulty: try #require(Double(words[3])), retrievability: Double(words[4]),
            interval: try #require(Double(words[5]))))
      }
    }
    return (models, sequences)
  }
}
