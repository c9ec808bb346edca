import QuestionGenerator
import Testing

@testable import ItemQuality

/// Every strategy on an item where it must win, and on the same item with another key, where it must not.
@Suite struct StrategyTests {
  /// A sitting whose last item a strategy must answer; its key is the first option.
  struct Case: Sendable, CustomTestStringConvertible {
    let strategy: String
    let sitting: [ItemFace]
    var past: [ItemFace] = []

    var testDescription: String { strategy }

    /// The same with the last option as the key.
    var turned: [ItemFace] {
      guard let last = sitting.last else { return [] }
      let turned = ItemFace(
        last.stem, about: last.subject, options: last.options, right: [last.options.count - 1], kind: last.kind)
      return sitting.dropLast() + [turned]
    }
  }

  static let cases: [Case] = [
    Case(strategy: "longest option", sitting: [face("Which tree is it?", ["Mountain ash", "Oak", "Elm"])]),
    Case(strategy: "most words", sitting: [face("Which tree is it?", ["An ash", "Hornbeam", "Elm"])]),
    Case(strategy: "middle length", sitting: [face("Which tree is it?", ["Beech", "Oak", "Hornbeam"])]),
    Case(strategy: "most commas", sitting: [face("Which is it?", ["An ash, old", "A big oak", "An elm"])]),
    Case(
      strategy: "most words of the stem",
      sitting: [face("Which tree grows in mountains?", ["Mountain ash", "Oak", "Elm"])]),
    Case(
      strategy: "most like the stem",
      sitting: [face("What is Birchley known for?", about: "Birchley", ["Birch", "Oak", "Elm"])]),
    Case(strategy: "first option", sitting: [face("Which tree is it?", ["Ash", "Oak", "Elm"])]),
    Case(
      strategy: "most often key before", sitting: [face("Which tree is it?", ["Ash", "Oak", "Elm"])],
      past: [face("Which one?", ["Ash", "Elm"]), face("Which?", ["Ash", "Oak"])]),
    Case(
      strategy: "most often key when shown", sitting: [face("Which tree is it?", ["Ash", "Oak", "Elm"])],
      past: [face("Which one?", ["Ash", "Elm"]), face("Which?", ["Fir", "Oak"])]),
    Case(
      strategy: "text new in the sitting",
      sitting: [face("Which one?", ["Oak", "Elm"]), face("Which tree is it?", ["Ash", "Oak", "Elm"])]),
    Case(
      strategy: "key before in the sitting",
      sitting: [face("Which one?", ["Ash", "Elm"]), face("Which tree is it?", ["Ash", "Oak", "Elm"])]),
    Case(
      strategy: "words of other stems",
      sitting: [face("Where do ash trees grow?", ["Here", "There"]), face("Which is it?", ["Ash", "Oak", "Elm"])]),
    Case(
      strategy: "beside the subject elsewhere",
      sitting: [
        face("Why does the ash suit handles?", ["It bends", "It breaks"]),
        face("Which wood is for handles?", about: "handles", ["Ash", "Oak", "Elm"]),
      ]),
    Case(strategy: "fits a or an", sitting: [face("The tree that you see is an", ["Ash", "Birch", "Pine"])]),
    Case(strategy: "fits is or are", sitting: [face("Which of them are trees?", ["Birches", "Heather", "Grass"])]),
    Case(
      strategy: "most like the others",
      sitting: [face("Which is it?", ["Mountain ash", "Mountain fir", "White ash", "Oak"])]),
    Case(
      strategy: "most words of the others",
      sitting: [face("Which is it?", ["Mountain birch", "Mountain pine", "White birch", "Hornbeam"])]),
    Case(strategy: "odd surface", sitting: [face("Which tree is it?", ["Ash (1)", "Oak", "Elm"])]),
    Case(strategy: "most capitals", sitting: [face("Which tree is it?", ["Mountain Ash", "White oak", "an elm"])]),
    Case(
      strategy: "no absolutes",
      sitting: [face("Which is true?", ["It is green", "It is never green", "It always is"])]),
    Case(strategy: "vague words", sitting: [face("Which is true?", ["It is often green", "It is blue", "It is red"])]),
    Case(
      strategy: "long statement is true",
      sitting: [face("The ash that grows there is a tree.", ["True", "False"], kind: .trueFalse)],
      past: [face("An oak is a tree.", ["True", "False"], kind: .trueFalse)]),
    Case(
      strategy: "repeated word is true",
      sitting: [face("The mountain ash grows on mountains.", ["True", "False"], kind: .trueFalse)]),
    Case(
      strategy: "statement of known words is true",
      sitting: [
        face("Where do tall ashes grow?", ["Here", "There"]),
        face("Tall ashes grow.", ["True", "False"], kind: .trueFalse),
      ]),
  ]

  @Test(arguments: cases) func winsWhereItsCueIsPlanted(_ test: Case) throws {
    let strategy = try Strategy.named(test.strategy)
    let planted = try strategy.points(test.sitting, remembering: test.past)
    #expect(planted == (1, 0))
    let turned = try strategy.points(test.turned, remembering: test.past)
    #expect(turned.own == 0)
  }

  @Test func winsNothingWithoutACue() throws {
    // Nothing tells these three apart but their places.
    let plain = face("Which tree do you see?", ["Ash", "Ash", "Ash"])
    let places = Set(Strategy.position.map(\.name))
    for strategy in Strategy.all where !places.contains(strategy.name) {
      let points = try strategy.points([plain])
      #expect(points == (1.0 / 3, 1.0 / 3), "\(strategy.name)")
    }
  }

  @Test func everyPlaceHasItsStrategy() throws {
    let options = ["Ash", "Oak", "Elm", "Fir"]
    for (place, name) in ["first", "second", "third", "fourth"].enumerated() {
      let item = ItemFace("Which tree is it?", options: options, right: [place])
      let points = try Strategy.named("\(name) option").points([item])
      #expect(points == (1, 0))
      #expect(try Strategy.named("last option").points([item]).own == (place == 3 ? 1 : 0))
    }
    // With three options "not the fourth" rules nothing out.
    let three = face("Which tree is it?", ["Ash", "Oak", "Elm"])
    #expect(try Strategy.named("fourth option").points([three]) == (1.0 / 3, 1.0 / 3))
  }

  @Test func everyStrategyIsTried() {
    let tried = Set(Self.cases.map(\.strategy)).union(Strategy.position.map(\.name))
    #expect(tried == Set(Strategy.all.map(\.name)))
    #expect(Set(Strategy.all.flatMap { [$0.name, $0.opposite] }).count == 2 * Strategy.all.count)
  }
}
