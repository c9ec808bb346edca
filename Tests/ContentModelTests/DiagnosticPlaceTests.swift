import ContentModel
import Testing

/// Every rule that a bank can break, with the exact place where it is reported.
@Suite struct DiagnosticPlaceTests {
  /// A bank in which `^^` marks the place of the one fault; the mark is taken out before reading.
  struct Example: CustomTestStringConvertible, Sendable {
    let code: Diagnostic.Code
    let marked: String

    init(_ code: Diagnostic.Code, _ marked: String) {
      self.code = code
      self.marked = marked
    }

    init(_ code: Diagnostic.Code, in body: String) {
      self.init(code, bankText(body))
    }

    var testDescription: String { "\(code.rawValue): \(marked.suffix(60))" }
  }

  /// An `ask` line and a table for examples that are about something else.
  private static let good = """
    > ask Top from Low: Which top goes with the low {Low}?

    | Top | Low |
    | --- | --- |
    | One | Oak |
    """
  private static let rows = """
    | Top | Low |
    | --- | --- |
    | One | Oak |
    """

  static let examples: [Example] = [
    // The file
    Example(.controlCharacter, in: "A bell^^\u{7} rings.\n\(good)"),
    Example(.controlCharacter, in: "Tab\tand ^^\u{0}nul.\n\(good)"),
    Example(.lineTooLong, in: "^^\(String(repeating: "x", count: 17_000))\n\(good)"),
    Example(.unclosedComment, in: "\(good)\n\nText ^^<!-- begins\nand goes on"),
    // The front matter and headings
    Example(.missingFrontMatter, "  ^^# Title\n\n## S {#s}\n\(good)"),
    Example(.missingFrontMatter, "^^"),
    Example(.unclosedFrontMatter, "^^---\nbank: b\ntitle: B\n\n## S {#s}\n\(good)"),
    Example(.badFrontMatterLine, "---\nbank: b\n  ^^no colon\ntitle: B\n---\n## S {#s}\n\(good)"),
    Example(.badFrontMatterLine, "---\nbank: b\n^^title:  \n---\n## S {#s}\n\(good)"),
    Example(.unknownKey, "---\nbank: b\n^^titel: B\ntitle: B\n---\n## S {#s}\n\(good)"),
    Example(.missingKey, "^^---\nbank: b\n---\n## S {#s}\n\(good)"),
    Example(.duplicateKey, "---\nbank: b\ntitle: B\n^^bank: c\n---\n## S {#s}\n\(good)"),
    Example(.badIdentifier, "---\nbank: ^^My Bank\ntitle: B\n---\n## S {#s}\n\(good)"),
    Example(.badIdentifier, "---\nbank: b\ntitle: B\n---\n## S {weight=1 ^^#No_Good}\n\(good)"),
    Example(.missingSectionID, "---\nbank: b\ntitle: B\n---\n## ^^Some Section\n\(good)"),
    Example(.missingSectionID, "---\nbank: b\ntitle: B\n---\n## S {^^weight=3}\n\(good)"),
    Example(.missingSectionID, "---\nbank: b\ntitle: B\n---\n^^\(rows)\n## S {#s}\n\(good)"),
    Example(.duplicateSectionID, in: "\(good)\n## ^^Other {#s}\nText."),
    Example(.badAttribute, "---\nbank: b\ntitle: B\n---\n## S {#s ^^heavy}\n\(good)"),
    Example(.badAttribute, "---\nbank: b\ntitle: B\n---\n## S {#s ^^#t}\n\(good)"),
    Example(.badAttribute, "---\nbank: b\ntitle: B\n---\n## {^^#s}\n\(good)"),
    Example(.badWeight, "---\nbank: b\ntitle: B\n---\n## S {#s ^^weight=-1}\n\(good)"),
    Example(.badWeight, "---\nbank: b\ntitle: B\n---\n## S {#s ^^weight=nan}\n\(good)"),
    Example(.badWeight, "---\nbank: b\ntitle: B\n---\n## S {#s ^^weight=1e30}\n\(good)"),
    Example(.badWeight, "---\nbank: b\ntitle: B\n---\n## S {#s ^^weight=1000001}\n\(good)"),
    Example(.emptySection, in: "\(good)\n## ^^Empty {#e}"),
    Example(.secondTitle, in: "\(good)\n# One\n# ^^Two"),
    Example(.noSections, "---\nbank: b\ntitle: B\n---\n\n  ^^Only prose."),
    // Directives
    Example(.unknownDirective, in: "> ^^asks Top from Low: Which top goes with {Low}?\n\(good)"),
    Example(.unknownDirective, in: ">^^\n\(good)"),
    Example(.badDirective, in: "> lists: ^^some\n\(good)"),
    Example(.badDirective, in: "> lists ^^complete\n\(good)"),
    Example(.badDirective, in: "> ^^ask Top, Low: Which top goes with the {Low}?\n\(good)"),
    Example(.badDirective, in: "> ^^ask Top from Low\n\(good)"),
    Example(.badDirective, in: "> ^^ask Top from Low:\n\(good)"),
    Example(.badDirective, in: "> why^^:\n\(good)"),
    Example(.badDirective, in: "> names: Top; ^^; Low\n\(good)"),
    Example(.badDirective, in: "> names: Low\n> ^^descriptions: Low\n\(good)"),
    Example(
      .badDirective, in: "> ^^ask Low from Top: Which low goes with the {Top}?\n> descriptions: Top; Low\n\(rows)"),
    Example(.badDirective, in: "> compare: ^^Low\n\(rows)"),
    Example(.directiveWithoutTable, in: "\(good)\n> ^^lists: complete\n\nProse."),
    Example(.directiveWithoutTable, in: "\(good)\n> ^^lists: complete\n- A bullet."),
    Example(.duplicateDirective, in: "> lists: complete\n> ^^lists: examples\n\(good)"),
    Example(.unknownColumn, in: "> why: {Top} goes with {^^Lwo}.\n\(good)"),
    Example(.unknownColumn, in: "> names: Top; ^^Middle\n\(good)"),
    Example(.badStem, in: "> ask Top from Low: ^^Which of these is one of the tops?\n\(good)"),
    Example(.badStem, in: "> ask Top from Low: ^^Which {Top} goes with the low {Low}?\n\(good)"),
    Example(.badStem, in: "> ask Top from Low: Which top goes with ^^{Low?\n\(good)"),
    Example(.badStem, in: "> ask ^^Top from Top: Which top goes with the {Top}?\n\(good)"),
    Example(.shortStem, in: "> ask Low from Top: ^^Which has {Top}?\n\(good)"),
    // Tables
    Example(.missingDelimiterRow, in: "\(good)\n\n  ^^| A | B |\n| 1 | 2 |"),
    Example(.cellCount, in: "\(good)\n^^| Two |"),
    Example(.cellCount, in: "\(good)\n  ^^| Two | Elm | Ash |"),
    Example(.cellCount, in: "> ask A from B: Which a goes with the {B}?\n| A | B |\n^^| - |\n| C | D |"),
    Example(.duplicateColumn, in: "\(good)\n\n| A | ^^A |\n| --- | --- |\n| 1 | 2 |"),
    Example(.duplicateColumn, in: "\(good)\n\n| A | B | ^^|\n| --- | --- | --- |\n| 1 | 2 | 3 |"),
    Example(.emptyCell, in: "> ask Top from Low: Which top goes with {Low}?\n| Top | Low |\n| - | - |\n^^| | Oak |"),
    Example(.emptyCell, in: "\(good)\n| Two; ^^; Three | Elm |"),
    Example(.emptyTable, in: "\(good)\n\n^^| A | B |\n| --- | --- |"),
    Example(.badName, in: "\(good)\n| ^^Two [note | Elm |"),
    Example(.badName, in: "\(good)\n| Two; ^^Three [ ] | Elm |"),
    Example(.badName, in: "\(good)\n| ^^--- | Elm |"),
    Example(.badName, in: "\(good)\n| ^^\(String(repeating: "n", count: 201)) | Elm |"),
    Example(
      .tooManyColumns, in: "\(good)\n\n|1|2|3|4|5|6|7|8|9|10|11|12|^^13|\n|\(String(repeating: "-|", count: 13))"),
    Example(.unaskedTable, in: "\(good)\n\n^^| A | B |\n| --- | --- |\n| 1 | 2 |"),
    // Facts and names
    Example(.conflictingFacts, in: "\(good)\n| One | ^^Elm |"),
    Example(
      .conflictingFacts,
      in: "> ask Top from Low: Which top goes with the {Low}?\n| Low | Top |\n| - | - |\n| Elm | One |\n| ^^Oak | One |"
    ),
    Example(
      .repeatedFact,
      in: "\(good)\n\n> ask Top from Low: Which top has the {Low}?\n\n| Top | Low |\n| - | - |\n^^| One | Oak |"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n- ^^Only One Name"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n- ^^One = Two ~ Three"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n- One = ^^ = Three"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n^^One = Single"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\nAlike:\n  ^^One ~ Single"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n- One = Single\n\n^^One != Two\nand so on."),
    Example(.badNameLine, in: "\(good)\n## Names {#nmaes}\n- ^^One = Single\n- One ~ Two"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n- ^^One = One"),
    Example(.badNameLine, in: "\(good)\n## Names {#names}\n^^| A | B |\n| - | - |\n| 1 | 2 |"),
    Example(.badName, in: "\(good)\n## Names {#names}\n- One\n  =  ^^Two [x"),
    Example(.unusedNameLine, in: "\(good)\n## Names {#names}\n^^- Red = Scarlet"),
    Example(.contradictoryNames, in: "\(good)\n## Names {#names}\n- One = Single\n^^- Single ~ One"),
    Example(.undeclaredLikeness, in: "\(good)\n| Two; ^^One Hundred | Elm |"),
    Example(.clang, in: "\(good)\n| Two | ^^The two of them |"),
  ]

  @Test(arguments: examples) func isReportedAtItsPlace(_ example: Example) throws {
    let marked = example.marked
    let mark = try #require(marked.firstRange(of: "^^"))
    let before = marked[..<mark.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    let expected = "\(before.count):\((before.last ?? "").count + 1) \(example.code.rawValue)"
    let reading = read(marked.replacing("^^", with: ""))
    #expect(reading.diagnostics.map(\.summary) == [expected])
    #expect((reading.bank == nil) == (example.code.severity == .error), "a bank is given unless there is an error")
    for diagnostic in reading.diagnostics {
      #expect(!diagnostic.reason.isEmpty && !diagnostic.fix.isEmpty)
    }
  }
}
