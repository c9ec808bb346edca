import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

/// A bank that comes with the program, as text.
func embeddedText(_ id: String) throws -> String {
  String(decoding: try #require(EmbeddedBanks.all.first { $0.id == id }).bytes, as: UTF8.self)
}

/// The first bank that comes with the program, as text.
func kpoText() throws -> String { try embeddedText("kpo") }

/// A generator for a faultless bank.
func generator(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> QuestionGenerator {
  let reading = BankParser.parse(Array(text.utf8))
  let errors = reading.diagnostics.filter { $0.severity == .error }.map { $0.text(file: "bank.md") }
  #expect(errors == [], sourceLocation: location)
  return QuestionGenerator(try #require(reading.bank, sourceLocation: location))
}

/// A bank with one section `s` around `body`.
func bankText(_ body: String) -> String {
  "---\nbank: b\ntitle: A Bank\n---\n\n## Section {#s}\n\n\(body)\n"
}

extension QuestionGenerator {
  /// The first way of asking `answer` from `subject`, both headings of columns.
  func form(_ answer: String, from subject: String) throws -> FormFacts {
    try #require(
      forms.first { form in
        form.asked.table.columns[form.asked.pattern.answer].header == answer
          && form.asked.table.columns[form.asked.pattern.subject].header == subject
      })
  }

  /// All items of a kind that some seeds give, each fact in each form.
  func items(kinds: [Item.Kind] = Item.Kind.allCases, seeds: ClosedRange<UInt64>) -> [Item] {
    seeds.flatMap { seed in
      var random = SeededRandom(seed: seed)
      return bank.facts.flatMap { fact in
        forms(of: fact.id, kinds: kinds).compactMap { item(asking: fact.id, in: $0, using: &random) }
      }
    }
  }
}

extension Item {
  /// The multiple-choice body, if it has one.
  var choice: Choice? {
    guard case .choice(let choice) = body else { return nil }
    return choice
  }

  /// The matching body, if it has one.
  var matching: Matching? {
    guard case .matching(let matching) = body else { return nil }
    return matching
  }
}
