import QuestionGenerator
import StrictJSON
import Testing

@testable import Interchange

/// Hostile texts come out of every format as they went in, or the question is left out and told.
@Suite struct HostileItemTests {
  /// Questions in which some texts stand wherever a text can stand.
  private func items(_ text: (Int) -> String) -> [Item] {
    [
      .choice(text(0), options: [text(1), text(2), text(3)], key: 1), .trueFalse(text(0), holds: true),
      .selection(text(0), options: [text(1), text(2), text(3), text(4)], right: [1, 2]),
      .matching(text(0), premises: [text(1), text(2)], responses: [text(3), text(4), text(5)], answers: [0, 2]),
      .typed(text(0), accepted: [text(1), text(2)]),
    ]
  }

  /// What means something in one of the formats.
  private static let texts =
    hostileTexts + [
      "a -> b", "->", "]]>", "<![CDATA[ x ]]>", "=1+1", "+1", "-1", "@x", "'x", "a, b", "a; b", "\"", "\"\"x",
      "{=a ~b}",
      "\\=", "\\n", "%50%", "[html]", "::a::", "// a", "$CATEGORY: a", "####", "a#b", "A. a", "ANSWER: A", "*", "\\*",
      "{{c1::a}}", "[sound:a.mp3]", "#deck:a", "x\ty", "one\ntwo", "&&010;",
    ]

  private func checkCSV(_ items: [Item], _ comment: String) throws {
    let written = ItemFormat.csv.write(export(items))
    let carried = items.filter { !$0.texts.contains { $0.contains(where: \.isNewline) } }
    #expect(written.count == carried.count, "\(comment)")
    let rows = try CSVReader.rows(of: written.file).map(\.fields)
    #expect(rows.count == carried.count + 1, "\(comment)")
    for (row, item) in zip(rows.dropFirst(), carried) {
      #expect(row.count == CSVItems.columns.count, "\(comment)")
      #expect(!row.contains { "=+-@\t\r".utf8.contains($0.utf8.first ?? 0) }, "\(comment)")
      let stem = "=+-@\t\r".utf8.contains(item.stem.utf8.first ?? 0) ? "'\(item.stem)" : item.stem
      #expect(Array(row[6].utf8) == Array(stem.utf8), "\(comment)")
    }
  }

  private func checkGIFT(_ items: [Item], _ comment: String) throws {
    let written = ItemFormat.gift.write(export(items))
    let read = GIFTReader.read(written.file)
    #expect(read.diagnostics.isEmpty && read.questions.count == written.count, "\(comment)")
    let left = Set(written.leftOut.map(\.item.id))
    let carried = export(items).questions.map(\.item).filter { !left.contains($0.id) }
    for (question, item) in zip(read.questions, carried) {
      #expect(Array(question.stem.text.utf8) == Array(item.stem.utf8), "\(comment)")
      switch (question.answers, item.body) {
      case (.choice(let options), .choice(let choice)):
        #expect(
          options.map(\.text.text.utf8).map(Array.init) == choice.options.map { Array($0.text.utf8) }, "\(comment)")
        #expect(options.firstIndex { $0.weight == 100 } == choice.key)
      case (.severalRight(let options), .selection(let selection)):
        #expect(
          options.map(\.text.text.utf8).map(Array.init) == selection.options.map { Array($0.option.text.utf8) },
          "\(comment)")
        #expect(options.map { $0.weight > 0 } == selection.options.map(\.isRight))
      case (.trueFalse(let isTrue, _, _), .choice(let choice)): #expect(isTrue == (choice.key == 0))
      case (.matching(let pairs, let extras), .matching(let matching)):
        #expect(pairs.map(\.premise.text) == matching.premises.map(\.text), "\(comment)")
        #expect(pairs.map(\.response) == matching.premises.map { matching.responses[$0.answer].text }, "\(comment)")
        #expect(extras.count == matching.responses.count - 2, "\(comment)")
      case (.shortAnswer(let options), .typed(let typed)):
        #expect(options.map(\.text.text) == typed.accepted.map(MoodleWildcard.escaped), "\(comment)")
      default: Issue.record("\(comment): \(question)")
      }
    }
  }

  /// The tags of a document and what stands between them, escapes taken back once.
  private func parts(_ document: String) -> (tags: [String], texts: [String]) {
    var tags: [String] = []
    var texts: [String] = []
    for part in document.unicodeScalars.split(separator: "<").dropFirst() {
      let end = part.firstIndex(of: ">") ?? part.endIndex
      tags.append(String(part[..<end].prefix { $0 != " " && $0 != "/" }))
      texts.append(unescaped(String(part[end...].dropFirst())))
    }
    return (tags, texts)
  }

  private func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    let escapes: [(String, Unicode.Scalar)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&"),
    ]
    while let scalar = rest.first {
      let escape = escapes.first { rest.starts(with: $0.0.unicodeScalars) }
      result.append(escape?.1 ?? scalar)
      rest = rest.dropFirst(escape?.0.unicodeScalars.count ?? 1)
    }
    return String(result)
  }

  private func checkXML(_ items: [Item], _ comment: String) throws {
    let plain = self.items { "plain\($0)" }
    let moodle = parts(String(decoding: ItemFormat.moodleXML.write(export(items)).file, as: UTF8.self))
    let harmless = parts(String(decoding: ItemFormat.moodleXML.write(export(plain)).file, as: UTF8.self))
    #expect(moodle.tags == harmless.tags, "\(comment)")
    // Of bytes, because a mark behind a tag makes one character with its end.
    let shown = Set(
      moodle.texts.map { text in
        let lines = Array(text.utf8).replacing(Array("<br>".utf8), with: Array("\n".utf8))
        return Array(unescaped(String(decoding: lines, as: UTF8.self)).utf8)
      })
    for item in items { #expect(shown.contains(Array(item.stem.utf8)), "\(comment)") }
    let archive = try ZipReader(ItemFormat.qti.write(export(items)).file)
    for (index, item) in items.enumerated() where !item.stem.contains(where: \.isNewline) {
      let read = parts(archive.text(index + 1))
      #expect(read.texts.contains { Array($0.utf8) == Array(item.stem.utf8) }, "\(comment)")
    }
  }

  private func checkLines(_ items: [Item], _ comment: String) throws {
    let lines = ItemFormat.json.write(export(items)).file.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == items.count, "\(comment)")
    for (line, item) in zip(lines, items) {
      let stem = try JSONValue(parsing: String(decoding: line, as: UTF8.self))["stem"]?.stringValue
      #expect(stem.map { Array($0.utf8) } == Array(item.stem.utf8), "\(comment)")
    }
    let aiken = ItemFormat.aiken.write(export(items))
    let blocks = String(decoding: aiken.file, as: UTF8.self).split(separator: "\n\n")
    #expect(blocks.count == aiken.count, "\(comment)")
  }

  @Test(arguments: texts) func aHostileTextComesOutAsItWentIn(text: String) throws {
    // Made different by what stands behind; a text alone stands in the stem.
    let items = items { $0 == 0 ? text : "\(text)\($0)" }
    for check in [checkCSV, checkGIFT, checkXML, checkLines] { try check(items, text) }
  }

  @Test func randomTextsComeOutAsTheyWentIn() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededRandom(seed: seed)
    let pieces =
      Array("\\#=~{}:->%[]<&\"';,+@$/*ab1 é\u{301}ש😀\u{200D}".unicodeScalars.map { String($0) }) + ["->", "]]>", "\n"]
    for _ in 0..<150 {
      let texts = (0..<6).map { index in
        "x" + (0..<numbers.below(9)).map { _ in pieces[numbers.below(pieces.count)] }.joined() + "\(index)"
      }
      for check in [checkCSV, checkGIFT, checkXML, checkLines] {
        try check(items { texts[$0] }, "seed \(seed): \(texts)")
      }
    }
  }

  /// XML cannot hold most control characters; no other format has to leave such a text out.
  @Test(arguments: ["\u{1}", "\u{1B}", "\0", "\u{FFFE}", "\u{FFFF}"])
  func aCharacterThatXMLCannotHoldIsTold(character: String) {
    for format in [ItemFormat.moodleXML, .qti] {
      let written = format.write(export([.choice("a\(character)b", key: 0), .typed()]))
      #expect(written.count == 1 && written.leftOut.map(\.reason) == [XMLNode.forbidden])
    }
  }

  @Test(arguments: [
    ("", 0 as UInt32), ("123456789", 0xCBF4_3926), ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
  ])
  func theChecksumOfAZip(text: String, checksum: UInt32) {
    #expect(CRC32.checksum(Array(text.utf8)) == checksum)
  }
}
