import ContentModel
import Synchronization

/// Which threes of a form may stand beside which odd one, drawn so that a text tells nothing about being the odd one.
///
/// Over a set each text is the odd one in a quarter of the items that show it, as nearly as can be. A fact of which
/// this cannot be said is not asked, nor does it stand in a three.
struct OddOneThrees {
  /// Three facts of one subject, and how much they weigh in a draw.
  struct Three {
    let facts: [Fact]
    let weight: Double
  }

  /// For each fact that may be asked, its threes.
  let beside: [FactID: [Three]]

  /// How many groups, and how many facts of each, are used at most, so that a large table costs no more than a small one.
  private static let mostGroups = 6
  private static let mostMembers = 6
  /// How often a text must be one of three for how often it would have to be.
  private static let leastBalance = 0.6

  init(_ form: FormFacts, _ truth: Truth) {
    let groups = form.groups(ofAtLeast: 3).prefix(Self.mostGroups).map { $0.prefix(Self.mostMembers) }
    var candidates = Candidates(form, truth, groups)
    var weights = candidates.fittedWeights()
    while let worst = candidates.worst(weights, below: Self.leastBalance) {
      candidates.drop(worst)
      weights = candidates.fittedWeights()
    }
    beside = candidates.beside(weights)
  }

  /// The facts of some groups with the threes that may stand beside each, as indices.
  private struct Candidates {
    private var facts: [Fact] = []
    /// For each fact the number of its text.
    private var texts: [Int] = []
    private var textCount = 0
    private var threes: [[Int]] = []
    /// For each fact the threes beside which it may be the odd one.
    private var beside: [[Int]] = []

    init(_ form: FormFacts, _ truth: Truth, _ groups: [ArraySlice<Fact>]) {
      var values: [Value] = []
      var numbers: [Value: Int] = [:]
      for group in groups {
        let start = facts.count
        for fact in group {
          guard let value = fact.value(inColumn: form.asked.answer) else { continue }
          facts.append(fact)
          values.append(value)
          texts.append(numbers[value, default: numbers.count])
          numbers[value] = texts[texts.count - 1]
        }
        for third in start..<facts.count {
          for second in start..<third { for first in start..<second { threes.append([first, second, third]) } }
        }
      }
      textCount = numbers.count
      let joined = values.map(truth.joined)
      let stems = values.map { value in form.index(of: value).map { form.traits[$0].stems } ?? [] }
      let apart = values.map { left in values.map { truth.canBeToldApart(left, $0) } }
      threes.removeAll { !apart[$0[0]][$0[1]] || !apart[$0[0]][$0[2]] || !apart[$0[1]][$0[2]] }
      beside = facts.indices.map { odd in
        threes.indices.filter { index in
          let three = threes[index]
          guard three.allSatisfy({ apart[$0][odd] }),
            let subject = facts[three[0]].value(inColumn: form.asked.subject),
            truth.verdict(values[odd], for: subject, in: form.asked) == .doesNotHold
          else { return false }
          return !Truth.groupsOtherwise(three: three.map { joined[$0] }, odd: joined[odd])
            && !Self.threeShareAWord((three + [odd]).map { stems[$0] })
        }
      }
    }

    /// Whether a word stands in three of four texts, so that looks make one of them the odd one.
    private static func threeShareAWord(_ stems: [Set<String>]) -> Bool {
      Set(stems.joined()).contains { stem in stems.count { $0.contains(stem) } == 3 }
    }

    /// How often each text is the odd one, and how often it is one of three with some weights, if each fact is asked once.
    private func counts(_ weights: [Double]) -> (odd: [Double], among: [Double]) {
      var odd = Array(repeating: 0.0, count: textCount)
      var among = odd
      for fact in facts.indices where !beside[fact].isEmpty {
        odd[texts[fact]] += 1
        let total = beside[fact].reduce(0) { $0 + weight(threes[$1], weights) }
        for three in beside[fact] {
          for member in threes[three] { among[texts[member]] += weight(threes[three], weights) / total }
        }
      }
      return (odd, among)
    }

    private func weight(_ three: [Int], _ weights: [Double]) -> Double { three.reduce(1) { $0 * weights[texts[$1]] } }

    /// A weight for each text by proportional fitting (Deming and Stephan 1940).
    func fittedWeights() -> [Double] {
      var weights = Array(repeating: 1.0, count: textCount)
      for _ in 0..<20 {
        let (odd, among) = counts(weights)
        for text in weights.indices where among[text] > 0 {
          weights[text] *= min(max((3 * odd[text] / among[text]).squareRoot(), 0.5), 2)
          weights[text] = min(max(weights[text], 1e-6), 1e6)
        }
      }
      return weights
    }

    /// The text that is furthest from being the odd one in a quarter of its items, if it is too far.
    func worst(_ weights: [Double], below least: Double) -> Int? {
      let (odd, among) = counts(weights)
      let balances = odd.indices.map { text in
        let (wanted, found) = (3 * odd[text], among[text])
        return wanted + found == 0 ? 1 : min(wanted, found) / max(wanted, found)
      }
      let worst = balances.indices.min { balances[$0] < balances[$1] }
      return worst.flatMap { balances[$0] < least ? $0 : nil }
    }

    /// Neither asks for a text nor shows it.
    mutating func drop(_ text: Int) {
      for fact in facts.indices {
        beside[fact] =
          texts[fact] == text ? [] : beside[fact].filter { !threes[$0].contains { texts[$0] == text } }
      }
    }

    func beside(_ weights: [Double]) -> [FactID: [Three]] {
      Dictionary(
        facts.indices.filter { !beside[$0].isEmpty }.map { fact in
          (
            facts[fact].id,
            beside[fact].map { three in
              Three(facts: threes[three].map { facts[$0] }, weight: weight(threes[three], weights))
            }
          )
        }
      ) { first, _ in first }
    }
  }
}

/// The threes of each form, found out when the form is first asked for an odd one.
final class OddOneCache: Sendable {
  private let found = Mutex<[Int: OddOneThrees]>([:])

  /// The threes of the form with this number.
  func threes(ofForm index: Int, _ form: FormFacts, _ truth: Truth) -> OddOneThrees {
    found.withLock { found in
      if let known = found[index] { return known }
      let new = OddOneThrees(form, truth)
      found[index] = new
      return new
    }
  }
}
