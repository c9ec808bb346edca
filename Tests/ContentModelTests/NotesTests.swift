import ContentModel
import Testing

/// What is not a table: prose, bullets, headings and the names section.
@Suite struct NotesTests {
  @Test func proseBulletsAndSubheadings() throws {
    let text = bankText(
      """
      First line
      and   second.
      - One <!-- x --> bullet
        that goes on
      \t- and another
      \tgoes on too
      * Third
      After the list.

      ### Below

      #hashtag
      """)
    let section = try #require(bank(text).section("s"))
    #expect(
      section.blocks == [
        .paragraph("First line and second."),
        .bullets(["One bullet that goes on", "and another goes on too", "Third"]), .paragraph("After the list."),
        .subheading("Below"), .paragraph("#hashtag"),
      ])
    #expect(section.tables == [])
  }

  @Test func titlesMayChange() throws {
    #expect(try bank("---\ntitle: T: with colon\nbank: b-1\nlanguage: de\n---\n## é {#é}\nx").title == "T: with colon")
    #expect(try bank("---\ntitle: T\nbank: b\n---\n## S {#s weight=2.5}\nx").sections.map(\.weight) == [2.5])
  }

  @Test func nameLinesMayWrap() throws {
    let relations = try bank(
      bankText("x\n\n## Names {#names}\n\nProse.\n\n- Alpha = Beta\n  = Gamma [third]\n- Alpha != Delta ~x")
    ).relations
    #expect(
      relations.statements.map(\.names) == [
        [Name("Alpha"), Name("Beta"), Name("Gamma", note: "third")], [Name("Alpha"), Name("Delta ~x")],
      ])
    #expect(relations.statements.map(\.kind) == [.same, .different])
    #expect(DeclaredPairs(relations).contains(Name("Beta"), Name("Gamma", note: "third")))
    #expect(!DeclaredPairs(relations).contains(Name("Beta"), Name("Delta ~x")))
  }

  @Test func namesLinesAreMissedOnlyWhereTheyWereMeant() throws {
    // `games` is one letter from `names`, but the bank has its names already.
    let text = bankText(
      "x\n\n## Games {#games}\n\n- Chess = war\n\n## Names {#names}\n\nProse with a=b.\n\n- One = Two")
    #expect(read(text).diagnostics.map(\.summary) == ["17:1 unused-name-line"])
    #expect(read(bankText("- Chess = war")).diagnostics == [])
    #expect(read(bankText("x\n\n## Name {#name}\n\nSpelt as it is said.\n\n- By ear")).diagnostics == [])
  }

  @Test func placesInWrappedNameLinesAreThoseOfTheFile() {
    let lines = read(bankText("x\n\n## Names {#names}\n\n- Alpha =\n    Beta\n  =  Gamma]\n- A ~ B ~\n   [x]"))
    #expect(lines.diagnostics.map(\.summary) == ["13:6 bad-name", "15:4 bad-name"])
    #expect(lines.diagnostics.map(\.excerpt) == ["  =  Gamma]", "   [x]"])
  }

  @Test func synonymsReachOverSeveralLines() throws {
    let relations = try bank(bankText("x\n## Names {#names}\n- A = B\n- B ~ X\n- C = D\n- B = C")).relations
    #expect(Set(relations.synonyms(of: Name("D")).map(\.text)) == ["A", "B", "C"])
    #expect(relations.synonyms(of: Name("X")) == [])
  }
}
