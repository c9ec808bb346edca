import ContentModel
import QuestionGenerator
import Testing

@testable import Interchange

/// Articles as drafts of banks.
@Suite struct NotesBankTests {
  private func read(_ text: String, title: String? = nil) -> ImportedBank {
    NotesBankReader.read(text, title: title, fallback: "Notes")
  }

  private func table(_ text: String) throws -> DraftTable { try #require(read(text).draft.tables.first, "\(text)") }

  private func rows(_ table: DraftTable) -> [[String]] { table.rows.map { $0.map { $0.joined(separator: "; ") } } }

  // MARK: Lists

  @Test func aListOfTermsIsATableNamedAfterItsHeading() throws {
    let table = try table(
      """
      # Bees
      ## Kinds of bees
      - **Queen**: lays all the eggs.
      - Worker: The worker is a bee that gathers nectar
      - Drone – mates and dies
      """)
    #expect(table.headers == ["Kind", "Description"])
    #expect(
      rows(table) == [
        ["Queen", "Lays all the eggs"], ["Worker", "Bee that gathers nectar"], ["Drone", "Mates and dies"],
      ])
    #expect(table.descriptions == [1])
  }

  @Test func bulletsUnderNumbersAreGrouped() throws {
    let table = try table(
      """
      ## Stages and Tasks of a hive

        1. Spring:
        • Swarming: The old queen leaves with half of the bees
        • Cleaning: What winter left is carried out

      2. Autumn:

      • Robbing: Honey is taken from weaker hives
      """)
    #expect(table.headers == ["Stage", "Task", "Description"])
    #expect(
      rows(table).map { Array($0.prefix(2)) } == [
        ["Spring", "Swarming"], ["Spring", "Cleaning"], ["Autumn", "Robbing"],
      ])
  }

  @Test func listsUnderSeveralTermsBecomeOneTable() throws {
    let imported = read("## Flowers\n\nSpring:\n\n- willow\n- crocus\n\nSummer:\n\n- lime\n- clover\n")
    let table = try #require(imported.draft.tables.first)
    #expect(table.headers == ["Flower", "Item"])
    #expect(rows(table) == [["Spring", "willow"], ["Spring", "crocus"], ["Summer", "lime"], ["Summer", "clover"]])
    #expect(imported.draft.sections[0].blocks.contains(.bullets(["lime", "clover"])))
  }

  @Test func listsOfSeveralSectionsBecomeOneTable() throws {
    let imported = read("# T\n## Spring\n- willow\n- crocus\n## Summer\n- lime\n- clover\n")
    #expect(imported.draft.sections.map(\.title) == ["Spring", "Summer", "Lists"])
    #expect(rows(try #require(imported.draft.tables.first)).count == 4)
  }

  @Test func boldTermsOfParagraphsAreExplained() throws {
    let table = try table(
      "## Wax\n\n**Propolis** is a resin that closes gaps. It smells.\n\n**Comb**: sheets of six-sided cells\n")
    #expect(rows(table) == [["Propolis", "Resin that closes gaps"], ["Comb", "Sheets of six-sided cells"]])
  }

  @Test func abbreviationsAreCollected() throws {
    let imported = read(
      "# T\n\nThe varroa mite carries the Deformed Wing Virus (DWV) and chronic bee paralysis virus (CBPV) (see there).\n\n"
        + "- Integrated Pest Management (IPM)\n- (ABC)\n- no such thing (XYZ)\n")
    #expect(
      rows(try #require(imported.draft.tables.last)) == [
        ["DWV", "Deformed Wing Virus"], ["CBPV", "Chronic Bee Paralysis Virus"], ["IPM", "Integrated Pest Management"],
      ])
  }

  // MARK: Tables

  @Test func tablesOfMarkdownAreRead() throws {
    let text = "## S\n\nBee | Home\n--- | :---:\n`Honey bee` | a\\|b\n**Mason bee** | [reeds](http://x.y)\n"
    #expect(rows(try table(text)) == [["Honey bee", "a|b"], ["Mason bee", "reeds"]])
  }

  @Test func anEmptyFirstCellOfAnArticleRepeatsTheOneAbove() throws {
    let text = "## S\n\n| Bee | Home |\n| --- | --- |\n| Mason | reeds |\n|  | walls |\n| – | logs |\n"
    #expect(rows(try table(text)) == [["Mason", "reeds"], ["Mason", "walls"]])
  }

  @Test func linksThatNeverCloseAreText() {
    #expect(InlineMarkup.plain("[a](b) and [c](d") == "a and [c](d")
    #expect(InlineMarkup.plain("](x) [a](b)") == "](x) a")
  }

  @Test func tabsMakeATable() throws {
    #expect(rows(try table("Bees\n\nBee\tHome\nHoney bee\thive\nMason bee\treeds\n")).count == 2)
  }

  @Test func aPastedTableIsTakenApartAtItsCapitals() throws {
    let table = try table(
      """
      Uses of wax in table

      Uses of Wax Description
      Candle Making Gives light without smoke
      Care of Wood and Leather Keeps water out of them
      """)
    #expect(table.headers == ["Use of Wax", "Description"])
    #expect(
      rows(table) == [
        ["Candle Making", "Gives light without smoke"], ["Care of Wood and Leather", "Keeps water out of them"],
      ])
  }

  @Test func aPastedTableIsTakenApartAtItsDashes() throws {
    let flat = try table("Seasons\n\nSeasonKeeper Tasks\nSpring– Feeding – Cleaning\nAutumn – Treating – Weighing\n")
    #expect(flat.headers == ["Season", "Keeper Task"])
    #expect(
      rows(flat) == [["Spring", "Feeding"], ["Spring", "Cleaning"], ["Autumn", "Treating"], ["Autumn", "Weighing"]])
    let described = try table(
      "Seasons\n\nSeason Description\nSpring – Feeding: Giving syrup. – Cleaning: Scraping.\nAutumn – Weighing: Lifting hives.\n"
    )
    #expect(described.headers == ["Season", "Item", "Description"])
    #expect(rows(described).last == ["Autumn", "Weighing", "Lifting hives"])
  }

  @Test func proseIsNoTable() {
    for text in [
      "Bees are insects.\nThey fly.\nThey sting.\n", "It has been a long day\nand so we went home\nto sleep\n",
      "- one\n- two\n", "A line – with a dash\n",
    ] { #expect(read("# T\n## S\n\n" + text).draft.tables.isEmpty, "\(text)") }
  }

  // MARK: Texts

  @Test(arguments: [
    ("Genpact is a global firm of many trades", "Genpact", "Global firm of many trades"),
    ("The Nile is the longest river of all", "Nile", "Longest river of all"),
    ("ACE offers help to its members", "ACE Help Line", "Offers help to its members"),
    ("Market trends are watched by it", "Market Research", "Market trends are watched by it"),
    ("is known for its length", "Nile", "Known for its length"),
    ("pH is a measure of acids", "Scale", "pH is a measure of acids"),
  ])
  func aDescriptionDoesNotRepeatItsSubject(sentence: String, name: String, predicate: String) {
    #expect(TermText.predicate(of: sentence, about: name) == predicate)
  }

  @Test(arguments: [
    ("Bee: an insect", "Bee"), ("**Bee** an insect", "Bee"), ("Bee - an insect", "Bee"), ("http://x.y", nil),
    ("At 10:30 we left", nil), ("A sentence that is much too long to be the name of a thing: so it is none", nil),
    ("Bee:", nil), ("No colon", nil),
  ])
  func termsAreFound(text: String, name: String?) {
    #expect(TermText.split(text)?.name == name)
  }

  @Test(arguments: [
    ("Key players in the trade", ["Player"]), ("Challenges and Risks in Mining", ["Challenge", "Risk"]),
    ("Honey", []), ("Types of bees", ["Type"]), ("Key characteristics of wax", ["Characteristic"]),
  ])
  func headingsSayWhatStandsUnderThem(heading: String, nouns: [String]) {
    #expect(HeadingNouns.read(heading) == nouns)
  }

  @Test(arguments: [
    ("**a** _b_ `c` [d](e) ![f](g)", "a b c d f"), ("snake_case 2 * 3", "snake_case 2 * 3"),
    ("_____ is a gap", "_____ is a gap"),
    ("__a__ \\* [x] ](", "a * [x] ]("),
  ])
  func marksOfMarkdownAreTakenOut(text: String, plain: String) {
    #expect(InlineMarkup.plain(text) == plain)
  }

  // MARK: A whole article

  /// In plain text, as it comes out of a page, with what surrounds it there.
  private static let article = """
    Menu

    All about beekeeping

    A colony of honey bees lives in a hive. The Western Honey Bee (WHB) is the one that most people keep.

    Main parts of a hive include:

      1. Brood Box: The lowest part, in which the queen lays. Nothing is harvested there.
      2. Super: A shallow storey for what will be harvested
      3. Landing Board: The ledge where the foragers arrive

    Tools of a keeper in table

    Tools of a Keeper Description
    Smoker Calms everybody with a puff
    Hive Tool Loosens whatever has been glued
    Bee Brush Sweeps everybody off a frame

    Tasks of the Seasons

    SeasonTasks
    Spring– Feeding – Swarm Control
    Summer– Harvesting – Adding Supers
    Autumn– Treating Mites – Weighing

    Read Also

    Most popular:
    """

  @Test func anArticleBecomesABankThatCanBeStudied() throws {
    let imported = read(Self.article)
    let bank = try BankDraftTests.bank(imported)
    #expect(bank.title == "All about beekeeping" || bank.sections.first?.title == "All about beekeeping")
    #expect(
      bank.sections.map(\.title) == [
        "All about beekeeping", "Main parts of a hive", "Tools of a keeper", "Tasks of the Seasons",
      ])
    #expect(
      bank.tables.map(\.table).map { $0.columns.map(\.header) } == [
        ["Part", "Description"], ["Tool of a Keeper", "Description"], ["Season", "Task"],
      ])
    #expect(bank.tables.map(\.table.rows.count) == [3, 3, 6])
    // Each table has a remark for the author, which no learner sees.
    #expect(imported.draft.file.text.split(separator: "<!-- Decide: ").count > 3)
    let generator = QuestionGenerator(bank)
    let askable = generator.askableFacts()
    #expect(askable.count * 5 >= bank.facts.count * 4, "\(askable.count) of \(bank.facts.count)")
  }

  @Test func titlesAreGivenOrTakenFromTheFirstHeading() {
    #expect(read("# Bees\n\nText.").draft.title == "Bees")
    #expect(read("---\ntitle: Wasps\n---\n\nText.").draft.title == "Wasps")
    #expect(read("# Bees\n\nText.", title: "Mine").draft.title == "Mine")
    #expect(read("Text only.").draft.title == "Notes")
  }
}
