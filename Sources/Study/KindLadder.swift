public import QuestionGenerator

/// Which kinds of item ask a fact, one group tried after the other: they climb with what is remembered.
///
/// A new fact comes with options, so that it can be learned; then all kinds with options take turns, multiple choice every other
/// time; what is known is typed.
public struct KindLadder: Sendable, Equatable {
  /// The kinds that show options for one fact, in the order in which they are tried.
  static let recognition: [Item.Kind] = [.multipleChoice, .multipleResponse, .trueFalse, .oddOneOut]
  /// The kinds whose answer is typed.
  static let recall: [Item.Kind] = [.shortAnswer, .cloze]

  /// The kinds of a quiz that climbs: all but those that ask a whole set of facts.
  public static let drill = recognition + recall

  /// How far up a fact is.
  enum Rung {
    /// With options, multiple choice first.
    case beginning
    /// With options of every kind.
    case middle
    /// Typed.
    case top
  }

  /// The kinds that may be asked.
  let kinds: [Item.Kind]

  /// The groups of kinds for a fact on a rung.
  func groups(on rung: Rung, using random: inout SeededRandom) -> [[Item.Kind]] {
    let recall = Self.recall.filter(kinds.contains)
    var recognition = Self.recognition.filter(kinds.contains)
    if rung != .beginning, recognition.count > 1, random.below(2) == 0 {
      recognition.insert(recognition.remove(at: 1 + random.below(recognition.count - 1)), at: 0)
    }
    let sets = kinds.filter { !Self.drill.contains($0) }
    let single = recognition.map { [$0] }
    return ((rung == .top ? [recall] + single : single + [recall]) + [sets]).filter { !$0.isEmpty }
  }

  /// The groups for a fact that comes back: alone, where other kinds would ask others again.
  func groupsForOne(on rung: Rung, using random: inout SeededRandom) -> [[Item.Kind]] {
    func alone(_ kinds: [Item.Kind]) -> [Item.Kind] {
      kinds.filter { Self.drill.contains($0) && !$0.asksSeveralFacts }
    }
    return KindLadder(kinds: alone(kinds).isEmpty ? alone(Self.recognition) : alone(kinds)).groups(
      on: rung, using: &random)
  }
}

extension Item.Kind {
  /// Whether an item of this kind may ask several facts at once.
  var asksSeveralFacts: Bool {
    switch self {
    case .matching, .categories, .multipleResponse: true
    case .multipleChoice, .shortAnswer, .trueFalse, .oddOneOut, .cloze: false
    }
  }
}
