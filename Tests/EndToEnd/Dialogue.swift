import TestSupport
import Testing

/// A sitting on a terminal, played like a person: wait for the prompt, answer, read what comes of it.
extension PseudoTerminal {
  /// The end of the words before an answer, which differ from kind to kind.
  static let answerPrompt = "> "

  /// Waits for the prompt, answers, and waits for the result.
  ///
  /// - Returns: whether the question came again, and whether the answer was right.
  @discardableResult
  func answer(_ number: Int, with line: Key = "a") throws -> (isAgain: Bool, isRight: Bool) {
    let question = try expect(Self.answerPrompt)
    type(line, .enter)
    // A question begins with a line feed before, a result with the carriage return that ends the paste mode.
    try expect("\r\(number). ")
    let result = try expect(":")
    return (question.contains("(again, "), result == "Right:")
  }

  /// Answers all questions of a quiz, those that come again too.
  ///
  /// - Returns: how many of the planned questions were answered right.
  func answerAll(_ planned: Int) throws -> Int {
    var right = 0
    var questions = planned
    var number = 0
    while number < questions {
      number += 1
      let (isAgain, isRight) = try answer(number)
      if isAgain { continue }
      if isRight { right += 1 } else { questions += 1 }
    }
    return right
  }

  /// Waits like `expect`; the lines come back ended by line feeds alone.
  func expectLines(_ words: String) throws -> String {
    try expect(words).replacing("\r\n", with: "\n")
  }

  /// What is on the screen: without escape sequences, one text a line.
  var screenLines: [String] {
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        plain.append(byte)
        continue
      }
      // ESC [ parameters and a letter; of the others only the next byte.
      guard rest.popFirst() == UInt8(ascii: "[") else { continue }
      while let next = rest.popFirst(), !(0x40...0x7E).contains(next) {}
    }
    // By bytes: as characters, "\r" before "\r\n" would join with what is left of it.
    return plain.split { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
