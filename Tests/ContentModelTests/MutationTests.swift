import ContentModel
import Testing

/// The parser takes any bytes: it gives a bank or says what is wrong, and never traps.
@Suite struct MutationTests {
  @Test(arguments: [UInt64.random(in: 1 ... .max), 20_260_101]) func mutatedBanksGiveABankOrAnError(seed: UInt64) throws
  {
    // A part of the bank at a time: the whole takes too long without the compiler's optimisation.
    let parts = try parts(of: embeddedKPO())
    var random = TestRandom(seed: seed)
    var errors = 0
    for round in 0..<1_000 {
      let section = try #require(parts.sections.randomElement(using: &random))
      var bytes = parts.head + section + (round % 4 == 0 ? parts.names : [])
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
      let reading = BankParser.parse(bytes)
      let lineCount = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
      let hasError = reading.diagnostics.contains { $0.severity == .error }
      if hasError { errors += 1 }
      let isSound = reading.diagnostics.allSatisfy { diagnostic in
        (1...lineCount).contains(diagnostic.line) && diagnostic.column >= 1
          && (diagnostic.excerpt.isEmpty || diagnostic.column <= diagnostic.excerpt.count + 1)
          && !diagnostic.reason.isEmpty && !diagnostic.fix.isEmpty && !diagnostic.text(file: "f").isEmpty
      }
      #expect((reading.bank == nil) == hasError, "seed \(seed), round \(round)")
      #expect(isSound, "seed \(seed), round \(round)")
    }
    #expect(errors > 300, "seed \(seed): the mutations hardly break anything")
  }

  @Test(arguments: [UInt64.random(in: 1 ... .max)]) func noiseIsNotABank(seed: UInt64) {
    var random = TestRandom(seed: seed)
    let pieces = [
      "---\n", "|", "\n", "> ask ", "## ", "{#a}", "{", "}", "- ", " = ", ";", "[", "]", "\\", "<!--", "-->", "é", " ",
    ]
    for round in 0..<500 {
      let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let reading = read(text)
      #expect(reading.bank == nil, "seed \(seed), round \(round)")
      #expect(!reading.diagnostics.isEmpty, "seed \(seed), round \(round)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout TestRandom) {
    guard bytes.count > 1 else { return }
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...60, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 2:
      let line = lineRange(around: start, in: bytes)
      bytes.removeSubrange(line)
    case 3:
      let line = lineRange(around: start, in: bytes)
      bytes.insert(contentsOf: bytes[line], at: line.upperBound)
    case 4:
      let noise = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.insert(contentsOf: noise, at: start)
    case 5:
      let signs = Array("|\n;>#-{}[]\\=~<! ".utf8)
      bytes[start] = signs.randomElement(using: &random) ?? 0
    case 6: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
    default:
      if Int.random(in: 0..<10, using: &random) == 0 {
        bytes.removeSubrange(start...)
      } else {
        bytes.swapAt(start, end - 1)
      }
    }
  }

  /// The bank cut at its section headings.
  private func parts(of bytes: [UInt8]) -> (head: [UInt8], sections: [[UInt8]], names: [UInt8]) {
    let texts = String(decoding: bytes, as: UTF8.self).split(separator: "\n## ", omittingEmptySubsequences: false)
    let sections = texts.dropFirst().map { Array("\n## \($0)".utf8) }
    return (Array((texts.first ?? "").utf8), sections.dropLast(), sections.last ?? [])
  }

  private func lineRange(around index: Int, in bytes: [UInt8]) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<index].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[index...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    return start..<max(start, end)
  }
}
