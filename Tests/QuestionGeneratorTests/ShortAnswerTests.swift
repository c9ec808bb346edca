import ContentModel
import Testing

@testable import QuestionGenerator

/// Questions whose answer is typed, and how it is marked.
@Suite struct ShortAnswerTests {
  private static func grade(_ text: String, for accepted: [String], others: [String] = []) -> AnswerGrader.Grade {
    AnswerGrader(
      TypedAnswer(
        subject: "x", fact: FactID("b/s/x"), key: accepted.first ?? "", accepted: accepted, otherNames: others,
        siblings: [], why: "")
    ).grade(text)
  }

  @Test(
    arguments: [
      // To the letter.
      ("Équity Research", "Équity Research", .exact), ("A", "A", .exact),
      // Capitals and spaces.
      ("equity  research ", "Equity Research", .right), ("EQUITY RESEARCH", "Equity Research", .right),
      // Accents, composed and decomposed, and letters with strokes.
      ("equity", "Équity", .right), ("Équity", "Equity", .right), ("e\u{301}quity", "Équity", .right),
      ("Ostergaard", "Østergård", .almost), ("Ostergard", "Østergård", .right), ("Lodz", "Łódź", .right),
      // Hyphens and dashes.
      ("back office work", "Back-Office Work", .right), ("back–office work", "Back-Office Work", .right),
      ("backoffice work", "Back-Office Work", .right), ("co-operation", "Cooperation", .right),
      // And.
      ("research and development", "Research & Development", .right), ("r and d", "R&D", .right),
      ("r & d", "Research and Development", .wrong), ("Research&Development", "Research and Development", .right),
      // Slashes.
      ("sales marketing", "Sales/Marketing", .right), ("Sales / Marketing", "Sales/Marketing", .right),
      // Plurals.
      ("service", "Services", .right), ("Services", "Service", .right), ("company", "Companies", .right),
      ("business processes", "Business Process", .right), ("business process", "Businesses Processes", .right),
      ("tax", "Taxes", .right), ("cache", "Caches", .right), ("approaches", "Approach", .right),
      ("cookie", "Cookies", .right), ("KPO", "KPOs", .right),
      // Articles, but not at the end.
      ("the law", "Law", .right), ("Bank West", "The Bank of the West", .wrong),
      ("Bank of West", "Bank of the West", .right),
      ("hepatitis", "Hepatitis A", .almost), ("hepatitis a", "Hepatitis A", .right), ("a", "A", .right),
      // Parentheses.
      ("legal process outsourcing", "Legal Process Outsourcing (LPO)", .right),
      ("Legal Process Outsourcing LPO", "Legal Process Outsourcing (LPO)", .right),
      ("research services", "Research (Primary) Services", .right), ("research", "Research (Primary) Services", .wrong),
      // One slip for every five letters.
      ("resaerch", "Research", .almost), ("reserch", "Research", .almost), ("researxh", "Research", .almost),
      ("rezeerch", "Research", .wrong), ("equitty reseerch", "Equity Research", .almost),
      ("eqity reseerch", "Equity Research", .almost), ("aquitti reseerxh", "Equity Research", .wrong),
      ("lae", "Law", .wrong), ("taxi", "Tax", .wrong), ("maths", "Meths", .wrong), ("mathss", "Metha", .wrong),
      // Nothing, and what is no word.
      ("", "Law", .wrong), ("   ", "Law", .wrong), ("?!/-()", "Law", .wrong), ("(law)", "Law", .right),
      ("\u{0}law\u{7}", "Law", .right), ("l\u{200B}aw", "Law", .right), ("the", "Law", .wrong), ("1=1", "Law", .wrong),
      ("法務", "法務", .exact), ("法", "法務", .wrong), ("👩‍⚖️", "Law", .wrong),
    ] as [(String, String, AnswerGrader.Grade)])
  func marks(_ typed: String, for key: String, as grade: AnswerGrader.Grade) {
    #expect(Self.grade(typed, for: [key]) == grade)
  }

  @Test func anotherNameIsNeverASlip() {
    let accepted = ["Legal Research", "Research in Law"]
    let others = ["Legal Reserch", "Regal Research (RR)", "Market Research"]
    #expect(Self.grade("legal reserch", for: accepted, others: others) == .otherName("Legal Reserch"))
    #expect(Self.grade("the regal researches", for: accepted, others: others) == .otherName("Regal Research (RR)"))
    // As near to another name as to the right one.
    #expect(Self.grade("egal research", for: accepted, others: others) == .wrong)
    #expect(Self.grade("legal researsh", for: accepted, others: ["Market Research"]) == .almost)
    #expect(Self.grade("research in lav", for: accepted, others: others) == .almost)
    // A synonym is as right as the key, and what is right is right even if another name reads the same.
    #expect(Self.grade("Research in Law", for: accepted, others: others) == .exact)
    #expect(Self.grade("legal research", for: accepted, others: ["Legal-Research"]) == .right)
  }

  @Test func noNameOfTheBankIsASlipForAnother() throws {
    let generator = try generator(kpoText())
    var random = SeededRandom(seed: 1)
    var count = 0
    for fact in generator.bank.facts {
      for form in generator.forms(of: fact.id, kinds: [.shortAnswer]) {
        guard case .typed(let typed)? = generator.item(asking: fact.id, in: form, using: &random)?.body else {
          continue
        }
        count += 1
        let grader = AnswerGrader(typed)
        #expect(generator.bank.names.contains { $0.text == typed.key } && typed.key.count <= 40)
        #expect(!generator.bank.names.isEmpty && typed.accepted.contains(typed.key))
        for name in typed.accepted { #expect(grader.grade(name) == .exact) }
        for name in typed.otherNames {
          let grade = grader.grade(name)
          #expect(grade != .almost && grade != .exact && grade != .wrong, "\(typed.key), \(name): \(grade)")
        }
      }
    }
    print("short-answer items: \(count)")
    #expect(count > 50)
  }

  @Test func absurdlyLongAnswersAreMarkedToo() throws {
    let others = (0..<300).map { "Name Number \($0)" }
    for letter in ["a", "é", "👩‍⚖️", " ", "(", "the "] {
      let text = String(repeating: letter, count: 50_000)
      #expect(Self.grade(text, for: ["Legal Research"], others: others) == .wrong)
    }
  }

  @Test func theQuestionAsksForANameThatItDoesNotShow() throws {
    let text = bankText(
      """
      > ask Service from Type: Which service does {Type} offer?
      > ask Type from Service: Which type offers {Service}?
      > ask Task from Service: What does {Service} do?

      | Type | Service | Task |
      | ---- | ------- | ---- |
      | Law | Advice; Drafting | Writing down what two parties agree on |
      | Legal Help | Legal Research | Finding what courts said before |
      | Tax | A Service Whose Name Is So Long That Nobody Wants To Type It | Adding |

      ## Names {#names}

      - Law = Jurisprudence
      - Advice = Counsel
      """)
    let generator = try generator(text)
    func typed(_ answer: String, _ subject: String, _ key: String) throws -> TypedAnswer? {
      let form = try generator.form(answer, from: subject)
      let bank = generator.bank
      for fact in form.facts {
        guard case .typed(let typed)? = ShortAnswer(bank: bank, truth: Truth(bank), form: form).item(asking: fact)?.body
        else { continue }
        if typed.key == key { return typed }
      }
      return nil
    }
    // With two right answers it would not be clear which of the two facts was recalled.
    #expect(try typed("Service", "Type", "Drafting") == nil)
    let law = try #require(try typed("Type", "Service", "Law"))
    #expect(Set(law.accepted) == ["Law", "Jurisprudence"])
    #expect(Set(law.accepted).isDisjoint(with: law.otherNames))
    #expect(law.otherNames.contains("Legal Help"))
    // Where the other answers belong is known, so that a wrong one can be explained.
    #expect(law.siblings.map(\.text) == ["Legal Help", "Tax"])
    #expect(try typed("Service", "Type", "A Service Whose Name Is So Long That Nobody Wants To Type It") == nil)
  }

  @Test func anotherFormAndANearNameAreCloseButNotRight() throws {
    let generator = try generator(
      bankText(
        """
        > names: Short; Full
        > ask Full from Use: Which full form has this use: {Use}?

        | Short | Full | Use |
        | --- | --- | --- |
        | BBC | British Broadcasting | Watching |
        | NHS | National Health | Healing |

        ## Names {#names}

        - BBC = British Broadcasting = Auntie
        - NHS = National Health
        - British Broadcasting ~ British Television
        """))
    let form = try generator.form("Full", from: "Use")
    let answers = ShortAnswer(bank: generator.bank, truth: generator.truth, form: form)
    guard case .typed(let typed)? = answers.item(asking: form.facts[0])?.body else {
      Issue.record("no item")
      return
    }
    #expect(typed.accepted == ["British Broadcasting", "Auntie"])
    #expect(Set(typed.closeNames) == ["BBC", "British Television"])
    #expect(AnswerGrader(typed).grade("bbc") == .otherName("BBC"))
  }
}
