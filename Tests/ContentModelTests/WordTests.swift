@testable import ContentModel
import Testing

/// Slugs, spelling, likeness and clang: what is said about words alone.
@Suite struct WordTests {
  @Test(arguments: [
    ("Document Review", "document-review"), ("  A/B & C++ ", "a-b-c"), ("Übung №1", "übung-1"), ("データ 入力", "データ-入力"),
    ("---", ""), ("हिन्दी", "हिन्दी"),
  ]) func slug(text: String, slug: String) {
    #expect(Slug.make(text) == slug)
  }

  @Test func slugsOfComposedAndDecomposedTextAreEqual() {
    #expect(Slug.make("Cafe\u{301} Noir") == Slug.make("Caf\u{E9} Noir"))
  }

  @Test(arguments: [
    ("", "", 0), ("", "ab", 2), ("oak", "oak", 0), ("oka", "oak", 1), ("oak", "oaks", 1), ("oak", "elm", 3),
  ]) func editDistance(left: String, right: String, expected: Int) {
    #expect(Spelling.editDistance(left, right) == expected)
    #expect(Spelling.editDistance(right, left) == expected)
  }

  @Test(arguments: [
    ("Servce", "Service"), ("sevrice", "Service"), ("Taks", "Task"), ("type", "Type"), ("Kind", nil), ("", nil),
  ]) func closest(word: String, expected: String?) {
    #expect(Spelling.closest(to: word, among: ["Type", "Service", "Task"]) == expected)
  }

  @Test(arguments: [
    ("> ask Servce from Type: Which service does the {Type} have?", "Did you mean `Service`?"),
    ("> ask Service from Colour: Which service does it have?", "Its columns are `Type`, `Service`."),
    ("> aks Service from Type: Which service does the {Type} have?", "Did you mean `> ask`?"),
    (
      "> note: this is prose",
      "Begin with `ask`, `lists`, `why`, `names`, `descriptions`, `compare`, or take the `>` away."
    ),
  ]) func whatWasProbablyMeantIsOffered(directive: String, fix: String) {
    let diagnostics = read(bankText("\(directive)\n\n| Type | Service |\n| - | - |\n| A | B |")).diagnostics
    #expect(diagnostics.map(\.fix).contains(fix))
  }

  @Test func alikePairs() {
    let names = ["Research", "Market Research", "Marked Research", "Oak", "research", "Of the", "To"]
    let pairs = NameLikeness.alikePairs(names).map { "\(names[$0]) / \(names[$1])" }
    #expect(
      pairs == [
        "Research / Market Research", "Research / Marked Research", "Research / research",
        "Market Research / Marked Research", "Market Research / research", "Marked Research / research",
      ])
    #expect(NameLikeness.alikePairs([]).isEmpty)
    #expect(NameLikeness.alikePairs(["", "", "A"]).isEmpty)
  }

  @Test func clang() throws {
    let name = Value.name(Name("Market Analysis"))
    let found = try #require(Clang.find(in: [.description("Analysing what buyers do"), name]))
    #expect((found.name.text, found.word) == ("Market Analysis", "analys"))
    #expect(Clang.find(in: [name, .description("Watching what buyers do")]) == nil)
    #expect(Clang.find(in: [name, name]) == nil, "two names may share words")
  }

  @Test func likenessIsReportedWhereTheNameStands() {
    let body = """
      > compare: Care; Home Care
      > ask Column from Cell: Which of the two kinds is like this: {Cell}?

      | Side | Care | Home Care |
      | --- | --- | --- |
      | Work | Hard | Soft |

      > ask Top from Low: Which top goes with the low {Low}?

      | Top | Low |
      | --- | --- |
      | Oak Wood; Oak | Something |
      """
    let found = read(bankText(body)).diagnostics.filter { $0.code == .undeclaredLikeness }
    #expect(found.map(\.summary) == ["10:17 undeclared-likeness", "18:13 undeclared-likeness"])
  }
}
