import ContentModel
import QuestionGenerator
import Testing

/// Answers that share a word with what the question asks about.
@Suite struct ClashTests {
  @Test func aDescriptionThatGivesItsNameAwayIsNotAsked() throws {
    func text(_ other: String) -> String {
      bankText(
        """
        > ask Job from Task: Which job is meant by this: {Task}?

        | Job | Task |
        | --- | --- |
        | Night Driver | Driving a bus |
        | Cook | Making soup |
        | \(other) | Watching a door |
        """)
    }
    let fact = FactID("b/s/night-driver:task")
    #expect(try !generator(text("Guard")).askableFacts().contains(fact))
    #expect(try generator(text("Bus Guard")).askableFacts().contains(fact), "a distractor shares a word as well")
  }

  @Test func aNameThatSharesAWordWithItsSubjectIsNotAloneInThat() throws {
    func text(_ other: String) -> String {
      bankText(
        """
        > ask Trade from Job: Which trade is the {Job} listed under?
        > ask Job from Trade: Which of these is listed under the trade {Trade}?

        | Trade | Job |
        | --- | --- |
        | Road Transport | Road Sweeper; Driver |
        | Kitchen | Cook |
        | Farming | Milker |
        | \(other) | Guard |
        | Mining | Digger |
        | Weaving | Spinner |
        """)
    }
    let fact = FactID("b/s/road-transport/road-sweeper")
    for (other, isAsked) in [("Watching", false), ("Road Building", true)] {
      let generator = try generator(text(other))
      for seed in UInt64(0)..<30 {
        var random = SeededRandom(seed: seed)
        for form in generator.forms(of: fact, kinds: [.multipleChoice]) {
          let item = generator.item(asking: fact, in: form, using: &random)
          let asksTrade = generator.forms[form.index].asked.pattern.answer == 0
          #expect((item != nil) == (isAsked && asksTrade), "seed \(seed), \(other)")
          #expect(item?.choice?.options.contains { $0.text == other } != false)
        }
        // Where no form is clean, the fact is asked all the same.
        #expect(generator.item(asking: fact, kinds: Item.Kind.allCases, using: &random) != nil)
      }
    }
  }

  @Test func anotherNameOfTheSubjectIsShownWhereItGivesNothingAway() throws {
    let generator = try generator(
      bankText(
        """
        > names: Job
        > ask Trade from Job: Which trade is the {Job} listed under?

        | Trade | Job |
        | --- | --- |
        | Road Transport | Road Sweeper |
        | Kitchen | Cook |
        | Farming | Milker |

        ## Names {#names}

        - Road Sweeper = Cleaner of Roads = Dustman
        """))
    let fact = FactID("b/s/road-transport/road-sweeper")
    var random = SeededRandom(seed: 1)
    for form in generator.forms(of: fact, kinds: [.multipleChoice]) {
      #expect(
        generator.item(asking: fact, in: form, using: &random)?.stem == "Which trade is the Dustman listed under?")
    }
  }
}
