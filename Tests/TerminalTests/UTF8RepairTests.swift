import TestSupport
import Testing

@testable import Terminal

/// Whole characters pass, broken ones become U+FFFD, and nothing is lost.
@Suite struct UTF8RepairTests {
  private func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var repair = UTF8Repair()
    return bytes.flatMap { repair.take($0) }
  }

  @Test(arguments: [
    "", "plain", "na\u{EF}ve \u{20AC} \u{1F600} \u{10FFFF}", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}",
  ])
  func wholeCharactersPass(text: String) {
    #expect(repaired(Array(text.utf8)) == Array(text.utf8))
  }

  @Test func halfACharacterWaits() {
    var repair = UTF8Repair()
    #expect(repair.take(0xE2).isEmpty && repair.take(0x82).isEmpty)
    #expect(repair.take(0xAC) == [0xE2, 0x82, 0xAC])
  }

  /// Too long, a surrogate, beyond the last scalar, a lone continuation, a character cut short by a letter.
  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x41],
  ])
  func brokenOnesAreReplaced(bytes: [UInt8]) {
    let text = String(decoding: repaired(bytes + [0x21]), as: UTF8.self)
    #expect(text.hasPrefix("\u{FFFD}") && text.hasSuffix("!"))
  }

  @Test func whateverComesTheRestIsUTF8() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    let result = repaired(bytes)
    #expect(String(validating: result, as: UTF8.self) != nil, "seed \(seed)")
    #expect(result.filter { $0 < 0x80 } == bytes.filter { $0 < 0x80 }, "seed \(seed)")
  }
}
