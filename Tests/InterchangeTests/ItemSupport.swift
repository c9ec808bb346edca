import Interchange
import Testing

@testable import QuestionGenerator

/// One item of each sort of answer.
let everySort: [Item] = [
  .choice(key: 0), .trueFalse(holds: false), .selection(right: [0, 2]), .matching(answers: [0, 1]),
  .matching(
    "Sort.", premises: ["needles", "cones", "acorns"], responses: ["Fir", "Oak"], answers: [0, 0, 1], isSorting: true),
  .typed(accepted: ["Larch", "Tama*rack"]),
]

/// Questions on their way out, each with an id of its own such as `matching-3`.
func export(_ items: [Item], bank: String = "Trees", section: String = "Conifers") -> ItemExport {
  ItemExport(
    title: bank, form: "3", language: "en",
    questions: items.enumerated().map { index, item in
      ItemExport.Question(
        item: Item(
          id: "\(item.kind.rawValue)-\(index)", kind: item.kind, bankID: item.bankID, sectionID: item.sectionID,
          subjectColumn: item.subjectColumn, answerColumn: item.answerColumn, stem: item.stem, body: item.body),
        bank: bank, section: section)
    })
}

/// Reads a zip of uncompressed files by its directory.
struct ZipReader {
  let names: [String]
  private let contents: [[UInt8]]

  init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
    // Without a comment the end has 22 bytes.
    let end = bytes.count - 22
    try #require(end >= 0 && number(end, 4) == 0x0605_4B50)
    var place = number(end + 16, 4)
    #expect(place + number(end + 12, 4) == end)
    var names: [String] = []
    var contents: [[UInt8]] = []
    for _ in 0..<number(end + 10, 2) {
      try #require(number(place, 4) == 0x0201_4B50)
      let length = number(place + 28, 2)
      let name = bytes[(place + 46)..<(place + 46 + length)]
      names.append(String(decoding: name, as: UTF8.self))
      let header = number(place + 42, 4)
      // The two records of a file say the same.
      #expect(bytes[(header + 4)..<(header + 30)] == bytes[(place + 6)..<(place + 32)])
      let start = header + 30 + number(header + 26, 2)
      contents.append(Array(bytes[start..<(start + number(place + 20, 4))]))
      place += 46 + length
    }
    (self.names, self.contents) = (names, contents)
  }

  func text(_ index: Int) -> String { String(decoding: contents[index], as: UTF8.self) }
}
