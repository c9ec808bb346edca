import ContentModel
import QuestionGenerator
import Testing

@testable import ItemQuality

@Suite struct ItemRuleTests {
  @Test(arguments: ItemRule.all.map(\.rule.code)) func examplesKeepAndBreakTheirRule(_ code: String) throws {
    let rule = try #require(ItemRule.all.first { $0.rule.code == code })
    let facts = try #require(ItemExample.facts)
    #expect(!rule.rule.passing.isEmpty && !rule.rule.failing.isEmpty)
    for example in rule.rule.passing { #expect(rule.fault(in: ItemExample.face(example), facts) == nil, "\(example)") }
    for example in rule.rule.failing { #expect(rule.fault(in: ItemExample.face(example), facts) != nil, "\(example)") }
  }

  @Test func everyFlawOfSAQUETHasARule() {
    let flaws = ItemRule.all.flatMap(\.flaws)
    #expect(
      Set(flaws) == [
        "ambiguous or unclear information", "implausible distractors", "none of the above", "longest option correct",
        "gratuitous information", "true/false question", "convergence cues", "logical cues", "all of the above",
        "fill in the blank", "absolute terms", "word repeats", "unfocused stem", "complex or K-type",
        "grammatical cues", "lost sequence", "vague terms", "more than one correct", "negative worded",
      ])
    #expect(flaws.count == 19)
    #expect(Set(ItemRule.all.map(\.rule.code)).count == ItemRule.all.count)
  }

  @Test func anExampleIsReadAsItem() {
    let face = ItemExample.face("Which of these is a service of {Health}?\n+ Billing\n- Panels")
    #expect(face.stem == "Which of these is a service of Health?" && face.subject == "Health")
    #expect(face.options == ["Billing", "Panels"] && face.right == [0] && face.kind == .multipleChoice)
  }

  @Test func aStatementIsJudgedByItsClaim() throws {
    let facts = try #require(ItemExample.facts)
    func statement(_ claim: String, key: Int) -> ItemFace {
      var face = ItemFace(
        "True or false? Research offers \(claim).", about: "Research", options: ["True", "False"], right: [key],
        kind: .trueFalse)
      face.place = ItemFace.Place(sectionID: "services", subjectColumn: "Type", answerColumn: "Service")
      face.claim = claim
      return face
    }
    #expect(ItemRule.twoRightAnswers.fault(in: statement("Panels", key: 0), facts) == nil)
    #expect(ItemRule.twoRightAnswers.fault(in: statement("Billing", key: 1), facts) == nil)
    #expect(ItemRule.twoRightAnswers.fault(in: statement("Data Mining", key: 1), facts) != nil)
    #expect(ItemRule.twoRightAnswers.fault(in: statement("Billing", key: 0), facts) != nil)
  }

  @Test func anOddOneOutHasOneGrouping() throws {
    let facts = try #require(ItemExample.facts)
    func odd(_ options: [String]) -> String? {
      ItemRule.twoRightAnswers.fault(in: face("Which is the odd one out?", options, kind: .oddOneOut), facts)
    }
    #expect(odd(["Patents", "Survey Design", "Panels", "Data Mining"]) == nil)
    #expect(odd(["Panels", "Document Review", "Data Mining", "Patents"]) == nil)
    // No type offers the last three, or all but another than the key.
    #expect(odd(["Billing", "Survey Design", "Document Review", "Data Mining"]) != nil)
    #expect(odd(["Panels", "Survey Design", "Data Mining", "Patents"]) != nil)
  }

  @Test func twoGroupingsLeaveNoOddOne() throws {
    let facts = StatedFacts(
      try bank(
        """
        > lists: complete
        > ask Member from Group: Which of these trees is listed under {Group}?
        > ask Group from Member: Under which group is the tree {Member} listed?

        | Group | Member            |
        | ----- | ----------------- |
        | North | Ash; Elm; Larch   |
        | South | Ash; Elm; Cedar   |
        | West  | Oak; Fir; Poplar  |
        """))
    #expect(facts.oddOnes(among: ["Oak", "Ash", "Elm", "Larch"]) == [0])
    #expect(facts.oddOnes(among: ["Cedar", "Ash", "Elm", "Larch"]) == [0, 3])
  }

  @Test func anOpenListProvesNothing() throws {
    let table = """
      | Group | Member            |
      | ----- | ----------------- |
      | North | Ash; Elm; Larch   |
      | South | Olive; Ash; Cedar |
      """
    func verdict(_ head: String, _ stem: String) throws -> StatedFacts.Verdict {
      var face = face(stem, about: "North", ["Ash", "Olive"])
      face.place = ItemFace.Place(sectionID: "s", subjectColumn: "Group", answerColumn: "Member")
      let back = "> ask Group from Member: Where in the woods does {Member} grow?"
      let bank = try bank("> ask Member from Group: \(head) {Group}?\n\(back)\n\n\(table)")
      return StatedFacts(bank).verdict("Olive", for: face)
    }
    let open = "Which of these trees grows in the"
    let listed = "Which of these trees is listed under"
    #expect(try verdict(open, "\(open) North?") == .unclear)
    #expect(try verdict(listed, "\(listed) North?") == .wrong)
  }
}
