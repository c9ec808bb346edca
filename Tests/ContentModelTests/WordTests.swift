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

  @Test(arguments: [
    "hammer hammering hammered hammers", "file files filing filed", "Paris Parisian", "India Indian", "Italy Italian",
    "Canada Canadian", "America American", "Germany German", "Europe European", "plan planning planned planner",
    "study studies studying studied", "educate education educating educator", "relate relation related",
    "bake baker baking", "mine miner mining", "use user using", "tax taxes taxing", "class classes", "staff staffing",
    "trade trader trading", "analysis analysing analyse", "repeat repeating", "finance financial financing",
    "history historian", "process processes processing", "city cities", "tree trees", "shoe shoes", "hero heroes",
    "organise organising organised organisation organization", "operate operation operator operating",
  ]) func formsOfAWordHaveOneStem(words: String) {
    #expect(ContentWords.stems(of: words).count == 1, "\(ContentWords.stems(of: words))")
  }

  @Test(arguments: [
    "car care", "sum summer", "man manner", "let letter", "part party", "off offer", "count country", "rat rate",
    "fill file", "general generation", "germ German", "form format", "custom costume", "bus business", "sea season",
    "cap cape", "hum human", "feed fee", "string stray",
  ]) func otherWordsHaveOtherStems(words: String) {
    #expect(ContentWords.stems(of: words).count == 2, "\(ContentWords.stems(of: words))")
  }

  @Test(arguments: ["a ing", "ing ed er", "ying", "aing", "eing s's", "ian ion", "ööing 123s"])
  func endingsAloneAreNoTrouble(text: String) {
    for stem in ContentWords.stems(of: text) { #expect(!stem.isEmpty && stem.count <= 6) }
  }

  @Test(arguments: [
    ("Hammer", "Hammering nails"), ("File", "Filing metal"), ("Paris", "Where Parisian cooks were born"),
  ]) func clangIsHeardInOtherForms(name: String, text: String) {
    #expect(Clang.find(in: [.name(Name(name)), .description(text)]) != nil)
  }

  @Test(arguments: [
    ("It is invariably bare", "invariably"), ("Bare without exception", "without exception"), ("Without a leaf", nil),
    ("Every leaf falls", "Every"), ("Bare every winter", nil), ("Cut down all over the north", nil),
    ("It must fall", nil), ("Only 3 of them", nil), ("A song, Always Green", nil),
    ("Not entirely bare, but never green", "never"),
  ]) func absoluteWords(text: String, found: String?) {
    #expect(WatchedWords.absolute.first(in: text).map(String.init) == found)
  }

  @Test(arguments: [
    ("Sometimes bare", "Sometimes"), ("Mainly in parks", "Mainly"), ("Some 80 metres", nil),
    ("Rules that are generally accepted", nil), ("As many as possible", nil), ("Green, etc.", "etc"),
  ]) func vagueWords(text: String, found: String?) {
    #expect(WatchedWords.vague.first(in: text).map(String.init) == found)
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
