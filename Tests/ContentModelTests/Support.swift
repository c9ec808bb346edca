import ContentModel
import QuestionBanks
import Testing

/// Reads a bank from text.
func read(_ text: String) -> BankReading { BankParser.parse(Array(text.utf8)) }

/// A bank with front matter and one section around `body`, which begins on line 7.
func bankText(_ body: String) -> String {
  """
  ---
  bank: b
  title: A Bank
  ---

  ## Section {#s}
  \(body)
  """
}

/// The bank that a faultless text gives.
func bank(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Bank {
  let reading = read(text)
  #expect(reading.diagnostics.filter { $0.severity == .error } == [], sourceLocation: location)
  return try #require(reading.bank, sourceLocation: location)
}

/// The only table of a faultless bank with one section.
func table(_ body: String, _ location: SourceLocation = #_sourceLocation) throws -> Table {
  try #require(bank(bankText(body), location).tables.first?.table, sourceLocation: location)
}

/// A bank that comes with the program, as bytes.
func embeddedBank(_ id: String) throws -> [UInt8] {
  try #require(EmbeddedBanks.all.first { $0.id == id }).bytes
}

/// The first bank that comes with the program, as bytes.
func embeddedKPO() throws -> [UInt8] { try embeddedBank("kpo") }

extension Diagnostic {
  /// Code and place in one line, short enough to compare whole lists.
  var summary: String { "\(line):\(column) \(code.rawValue)" }
}

extension Table {
  /// What the cells show, row by row.
  var shown: [[[String]]] { rows.map { $0.cells.map { $0.map(\.displayText) } } }
}

/// A small generator of its own (xorshift64*), so that the modules' tests do not lean on each other.
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed == 0 ? 0x9E37_79B9_7F4A_7C15 : seed }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}
