import Glibc
import QuestionGenerator
import Testing

@testable import ItemQuality

@Suite struct EnsembleTests {
  private static let syllables = ["ba", "de", "ki", "lo", "mu", "na", "po", "ra", "se", "ti", "vo", "zu"]

  /// A word that means nothing, of as many syllables.
  private func word(_ length: Int, _ random: inout SeededRandom) -> String {
    (0..<length).map { _ in Self.syllables[random.below(Self.syllables.count)] }.joined()
  }

  /// A run of items made of noise, in which `key` draws the place of the right option from the lengths.
  private func run(seed: UInt64, key: ([Int], inout SeededRandom) -> Int) -> [[ItemFace]] {
    var random = SeededRandom(seed: seed)
    return (0..<6).map { _ in
      (0..<20).map { _ in
        let options = (0..<4).map { _ in word(2 + random.below(4), &random) }
        let right = key(options.map(\.count), &random)
        return ItemFace("Which word means \(word(3, &random))?", options: options, right: [right])
      }
    }
  }

  @Test func findsNothingInNoise() throws {
    let runs = (UInt64(1)...5).map { run(seed: $0) { _, random in random.below(4) } }
    let solver = try #require(KnowNothingSolver(runs))
    #expect(solver.ensemble.items == 600)
    #expect(abs(solver.ensemble.edge) <= 3 * solver.ensemble.standardError, "\(solver.ensemble)")
    let best = try #require(solver.best)
    #expect(best.share <= best.limit, "\(best)")
  }

  @Test func findsAPlantedCue() throws {
    // The key is the longest in about six of ten items, and drawn in the others.
    let runs = (UInt64(11)...15).map { seed in
      run(seed: seed) { lengths, random in
        let longest = lengths.indices.max { lengths[$0] < lengths[$1] }
        return random.unit() < 0.6 ? longest ?? 0 : random.below(4)
      }
    }
    let solver = try #require(KnowNothingSolver(runs))
    #expect(solver.ensemble.edge > 0.3, "\(solver.ensemble)")
    let best = try #require(solver.best)
    #expect(best.name == "longest option" && best.share > best.limit, "\(best)")
  }

  @Test func combinesCuesThatAreWeakAlone() throws {
    // Half of the items give themselves away by the length, the others by the place.
    let runs = (UInt64(21)...25).map { seed in
      run(seed: seed) { lengths, random in
        let longest = lengths.indices.max { lengths[$0] < lengths[$1] }
        return random.unit() < 0.5 ? longest ?? 0 : random.unit() < 0.8 ? 1 : random.below(4)
      }
    }
    let solver = try #require(KnowNothingSolver(runs))
    let best = try #require(solver.best)
    #expect(solver.ensemble.share > best.share, "\(solver.ensemble), \(best)")
  }

  @Test func learnsNothingFromTheRunThatIsScored() throws {
    // Every text stands in one run only, where it is always the key or never.
    let runs = (0..<5).map { run in
      (0..<5).map { sitting in
        (0..<20).map { item in
          let number = "\(run)\(sitting)\(item)"
          let options = ["Key\(number)", "Ash\(number)", "Elm\(number)"]
          return ItemFace("Which tree is it?", options: options.shuffledEvenly(by: item), right: [item % 3])
        }
      }
    }
    let solver = try #require(KnowNothingSolver(runs))
    for score in solver.strategies where score.name.contains("often key") {
      #expect(abs(score.edge) < 1e-9, "\(score)")
    }
  }

  @Test func needsFourRuns() {
    let run = run(seed: 1) { _, _ in 0 }
    #expect(KnowNothingSolver([run, run, run]) == nil)
    #expect(KnowNothingSolver([run, run, run, [[]]]) == nil)
    #expect(KnowNothingSolver([run, run, run, run]) != nil)
  }

  @Test func theWeightOfOneCueIsItsLogOdds() throws {
    // With two options a z-score is 1 or -1, so that the odds of the cue are exp(2 w).
    let examples = (0..<100).map { index in
      ConditionalLogit.Example(features: [[5, 3]], key: index < 80 ? 0 : 1)
    }
    let logit = ConditionalLogit(examples, ridge: 1e-9)
    let weight = try #require(logit.weights.first)
    #expect(abs(weight - log(4) / 2) < 1e-6)
    #expect(ConditionalLogit(examples) == ConditionalLogit(examples))
    #expect(ConditionalLogit([]).weights == [])
  }

  @Test func linearEquations() throws {
    let solution = try #require(LinearSystem.solve([[0, 2], [3, 1]], [4, 11]))
    #expect(abs(solution[0] - 3) < 1e-12 && abs(solution[1] - 2) < 1e-12)
    #expect(LinearSystem.solve([[1, 2], [2, 4]], [1, 2]) == nil)
    #expect(LinearSystem.solve([], []) == [])
  }

  @Test func aScoreHasItsStandardError() {
    let score = CueScore("x", [(1, 0.25), (0, 0.25), (0, 0.25), (1, 0.25)])
    #expect(score.share == 0.5 && score.chance == 0.25 && score.edge == 0.25)
    // The points less chance are 0.75 twice and -0.25 twice: a variance of 1/3.
    #expect(abs(score.standardError - (1.0 / 12).squareRoot()) < 1e-12)
    #expect(abs(score.limit - (0.25 + 2 * (1.0 / 12).squareRoot())) < 1e-12)
    #expect(CueScore("x", []).standardError == 0)
  }
}

extension [String] {
  /// The texts turned so that the first stands at place `index` modulo their number.
  fileprivate func shuffledEvenly(by index: Int) -> [String] {
    let place = index % count
    return Array(self[(count - place)...] + self[..<(count - place)])
  }
}
