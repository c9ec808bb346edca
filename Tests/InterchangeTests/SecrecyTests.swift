import Interchange
import QuestionGenerator
import Testing

/// The paper must not tell the key: whatever is right, the questions are the same to the last byte.
@Suite struct SecrecyTests {
  @Test(arguments: PaperFormat.allCases)
  func theKeyChangesNothingOnThePaper(format: PaperFormat) {
    let papers = [
      paper([
        .choice(key: 0), .matching(answers: [0, 1]), .typed(accepted: ["Larch"]), .trueFalse(holds: true),
        .selection(right: [0]), .matching(answers: [0, 0], isSorting: true),
      ]),
      paper([
        .choice(key: 1), .matching(answers: [1, 2]), .typed(accepted: ["Cypress", "Alerce", "Sequoia"]),
        .trueFalse(holds: false), .selection(right: [0, 1, 3]), .matching(answers: [2, 2], isSorting: true),
      ]),
      paper(
        [
          .choice(key: 2), .matching(answers: [2, 0]), .typed(accepted: ["Ginkgo"]), .trueFalse(holds: true),
          .selection(right: [2, 3]), .matching(answers: [1, 0], isSorting: true),
        ], section: "Other"),
    ]
    #expect(Set(papers.map(format.questions)).count == 1)
    #expect(Set(papers.map(format.key)).count == papers.count)
  }

  @Test(arguments: PaperFormat.allCases)
  func noReasonAndNoTypedAnswerIsOnThePaper(format: PaperFormat) {
    let trees = paper([.choice(key: 0), .matching(answers: [0, 1]), .typed(accepted: ["Larch", "Tamarack"])])
    let text = format.questions(of: trees)
    for secret in ["because", "Larch", "Tamarack", "Yew", "Pine", "Conifers", "nswer", "key"] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }

  @Test(arguments: PaperFormat.allCases)
  func optionsKeepTheOrderOfTheItem(format: PaperFormat) throws {
    let options = ["Elm", "Fir", "Ash", "Oak"]
    let text = format.questions(of: paper([.choice(options: options, key: 3)]))
    let places = try options.map { try #require(text.place(of: $0)) }
    #expect(places == places.sorted { $0 < $1 })
    #expect(format.key(to: paper([.choice(options: options, key: 3)])).contains("because Oak"))
  }
}

extension String {
  /// Where a text begins first.
  fileprivate func place(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
