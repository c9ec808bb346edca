import ContentModel
@testable import QuestionGenerator
import Testing

/// What holds, what does not and what cannot be told, case by case.
@Suite struct TruthTests {
  private static let text = """
    ---
    bank: b
    title: B
    ---

    ## Open list, many to many {#firms}

    > ask Strength from Firm: Which of these does the firm {Firm} offer?
    > ask Firm from Strength: Which of these firms offers {Strength}?
    > ask Firm from Badge: Which firm is listed with the badge {Badge}?
    > names: Badge

    | Firm | Strength | Badge |
    | --- | --- | --- |
    | Alpha | Maths; Law | Gold |
    | Bravo | Maths; Care | Gold |
    | Carlo | Tax | Tin |
    | Delta | Ships | Zinc |

    ## Classification {#types}

    > ask Kind from Thing: Which kind does the thing {Thing} belong to?
    > ask Thing from Kind: Which of these things belongs to {Kind}?
    > ask Thing from Sign: Which thing is known by this: {Sign}?

    | Kind | Thing | Sign |
    | --- | --- | --- |
    | Tree | Oak | Big and brown |
    | | Fir | Sharp needles |
    | Bird | Owl | Sharp needles |
    | | Jay | blue-feather. |
    | Rock | Flint | Blue feather |
    | | Chalk [white] | Soft and bright |
    | Tool | Chalk [pen] | Writes on slate |

    ## Closed list {#closed}

    > lists: complete
    > names: Port
    > ask Ware from Port: Which of these wares does {Port} sell?

    | Port | Ware |
    | --- | --- |
    | Rome | Silk; Salt |
    | Oslo | Salt; Cod |

    ## Elsewhere {#elsewhere}

    > ask Place from Beast: Where does the beast {Beast} live now?

    | Beast | Place |
    | --- | --- |
    | owl | Rock |
    | Tool | Fir |
    | Pike | Lake |
    | Gnu; Jay | Tool |

    ## Names {#names}

    - Law = Justice
    - Oak = Quercus
    - Care ~ Health
    - Tree ~ Wood
    - Jay ~ Magpie
    - Pike ~ Flint
    - Lake ~ Tree
    """

  struct Case: CustomTestStringConvertible, Sendable {
    let (answer, from, subject, option): (String, String, String, String)
    let verdict: Verdict

    init(_ answer: String, from: String, _ subject: String, _ option: String, _ verdict: Verdict) {
      (self.answer, self.from, self.subject, self.option) = (answer, from, subject, option)
      self.verdict = verdict
    }

    var testDescription: String { "\(answer) from \(from): \(subject), \(option)" }
  }

  static let cases: [Case] = [
    // An open list with overlaps proves nothing, unless the stem asks for what is listed.
    Case("Strength", from: "Firm", "Alpha", "Maths", .holds),
    Case("Strength", from: "Firm", "Alpha", "Law", .holds),
    Case("Strength", from: "Firm", "Alpha", "Tax", .cannotBeTold),
    Case("Firm", from: "Strength", "Care", "Alpha", .cannotBeTold),
    Case("Firm", from: "Badge", "Tin", "Alpha", .doesNotHold),
    Case("Firm", from: "Badge", "Gold", "Bravo", .holds),
    // A synonym counts as the name itself.
    Case("Strength", from: "Firm", "Alpha", "Justice", .holds),
    Case("Kind", from: "Thing", "Quercus", "Tree", .holds),
    Case("Kind", from: "Thing", "Quercus", "Bird", .doesNotHold),
    // In a classification everything has one place.
    Case("Kind", from: "Thing", "Oak", "Bird", .doesNotHold),
    Case("Thing", from: "Kind", "Bird", "Flint", .doesNotHold),
    Case("Thing", from: "Kind", "Tree", "Owl", .doesNotHold),
    // A near name is never proved wrong.
    Case("Kind", from: "Thing", "Oak", "Wood", .cannotBeTold),
    Case("Thing", from: "Kind", "Bird", "Magpie", .cannotBeTold),
    Case("Strength", from: "Firm", "Bravo", "Health", .cannotBeTold),
    // What another table links, in either direction, is never proved wrong, be it in a column of descriptions.
    Case("Kind", from: "Thing", "Owl", "Rock", .cannotBeTold),
    Case("Thing", from: "Kind", "Rock", "Owl", .cannotBeTold),
    Case("Kind", from: "Thing", "Fir", "Tool", .cannotBeTold),
    Case("Kind", from: "Thing", "Jay", "Tool", .cannotBeTold),
    // Nor what another table links in near words: the pike, near to flint, lives in the lake, near to tree.
    Case("Kind", from: "Thing", "Flint", "Tree", .cannotBeTold),
    // The same description twice fits both, whatever its capitals.
    Case("Thing", from: "Sign", "Sharp needles", "Owl", .holds),
    Case("Thing", from: "Sign", "sharp needles", "Fir", .holds),
    Case("Thing", from: "Sign", "Blue feather", "Jay", .holds),
    Case("Thing", from: "Sign", "Blue, feather!", "Flint", .holds),
    Case("Thing", from: "Sign", "Big and brown", "Owl", .doesNotHold),
    // Equal names with different notes are told apart by nothing else.
    Case("Kind", from: "Thing", "Chalk [white]", "Rock", .holds),
    Case("Kind", from: "Thing", "Chalk [white]", "Tool", .cannotBeTold),
    Case("Kind", from: "Thing", "Chalk [pen]", "Tree", .doesNotHold),
    // A closed list proves what it leaves out.
    Case("Ware", from: "Port", "Rome", "Salt", .holds),
    Case("Ware", from: "Port", "Rome", "Cod", .doesNotHold),
    Case("Ware", from: "Port", "Rome", "Rome", .cannotBeTold),
    // What the bank does not know cannot be told.
    Case("Ware", from: "Port", "Rome", "Wine", .cannotBeTold),
    Case("Ware", from: "Port", "Paris", "Salt", .cannotBeTold),
  ]

  @Test(arguments: cases) func verdict(_ example: Case) throws {
    let generator = try generator(Self.text)
    let form = try generator.form(example.answer, from: example.from)
    func value(_ text: String, inColumn column: Int) -> Value {
      guard form.asked.table.columns[column].content == .names else { return .description(text) }
      let parts = text.split { "[]".contains($0) }
      return .name(parts.count == 2 ? Name(String(parts[0].dropLast()), note: String(parts[1])) : Name(text))
    }
    let verdict = generator.truth.verdict(
      value(example.option, inColumn: form.asked.pattern.answer),
      for: value(example.subject, inColumn: form.asked.pattern.subject), in: form.asked)
    #expect(verdict == example.verdict)
  }

  @Test func whatCanBeToldApart() throws {
    let truth = try generator(Self.text).truth
    func apart(_ left: Name, _ right: Name) -> Bool { truth.canBeToldApart(.name(left), .name(right)) }
    #expect(apart(Name("Oak"), Name("Fir")))
    #expect(!apart(Name("Oak"), Name("Quercus")))
    #expect(!apart(Name("Oak"), Name("Oak")))
    #expect(!apart(Name("Care"), Name("Health")) && !apart(Name("Health"), Name("Care")))
    #expect(!apart(Name("Chalk", note: "white"), Name("Chalk", note: "pen")))
    #expect(!apart(Name("Oak"), Name("Unknown")))
    #expect(!truth.canBeToldApart(.description("Blue feather"), .description("blue feather")))
    #expect(!truth.canBeToldApart(.description("Blue feather"), .description(" Blue feather.")))
    #expect(truth.canBeToldApart(.description("Blue feather"), .description("Big and brown")))
  }

  @Test func signsAloneAreNotAllTheSame() throws {
    let body =
      "> ask Word from Sign: Which word goes with {Sign} here?\n\n| Word | Sign |\n| - | - |\n| Plus | + |\n| Times | * |"
    let truth = try generator(bankText(body)).truth
    #expect(truth.canBeToldApart(.description("+"), .description("*")))
    #expect(!truth.canBeToldApart(.description("+"), .description("+")))
  }

  @Test func namesThatLookAlikeStayApartUntilDeclaredDifferent() throws {
    let rows = """
      > ask Low from Top: Which of these lows goes with {Top}?

      | Top | Low |
      | --- | --- |
      | One | Fishing |
      | Two | Market Research |
      | Six | Legal Research |
      """
    let pair = (Value.name(Name("Market Research")), Value.name(Name("Legal Research")))
    func terms(_ truth: Truth) throws -> (Int, Int) {
      (try #require(truth.term(of: pair.0)), try #require(truth.term(of: pair.1)))
    }
    let silent = try generator(bankText(rows)).truth
    #expect(!silent.canBeToldApart(pair.0, pair.1))
    let alike = try terms(silent)
    #expect(!silent.areDeclaredDifferent(alike.0, alike.1))
    let told = try generator(bankText("\(rows)\n\n## Names {#names}\n\n- Legal Research != Market Research")).truth
    #expect(told.canBeToldApart(pair.0, pair.1))
    let different = try terms(told)
    #expect(told.areDeclaredDifferent(different.0, different.1) && told.areDeclaredDifferent(different.1, different.0))
    let asked = try generator(bankText(rows)).form("Low", from: "Top").asked
    #expect(silent.verdict(pair.1, for: .description("Two"), in: asked) == .cannotBeTold)
    #expect(told.verdict(pair.1, for: .description("Two"), in: asked) == .doesNotHold)
  }
}
