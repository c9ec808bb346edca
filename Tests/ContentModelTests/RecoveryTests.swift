import ContentModel
import Testing

/// One run reports every fault, and a fault brings no others with it.
@Suite struct RecoveryTests {
  @Test func manyFaultsInOneRun() {
    let text = """
      ---
      bank: My Bank
      titel: Trees
      title: Trees
      ---

      ## Leaves
      > ask Tree from Leaf: Which tree has a leaf like this: {Laef}?
      > list: complete

      | Tree | Leaf |
      | ---- | ---- |
      | Oak  | Lobed | x |
      |      | Wavy |
      | Ash [| Fanned |
      |      | Feathered |

      ## Roots {#roots weight=lots}

      > why: {Tree} goes deep.

      Nothing to explain here.

      | Tree | Root |
      | Oak  | Deep |

      ## More roots {#roots}

      > ask Root from Tree: Which root does the {Tree} have?
      > ask Tree from Root: Which of these trees has this root?

      | Root | Tree | Tree |
      | ---- | ---- | ---- |
      | Deep | Oak  | Elm  |

      ## Names {#names}

      - Oak
      - Oak = Quercus
      - Quercus != Oak
      """
    #expect(
      read(text).diagnostics.map(\.summary) == [
        "2:7 bad-identifier", "3:1 unknown-key", "7:4 missing-section-id", "8:57 unknown-column",
        "9:3 unknown-directive", "13:1 cell-count", "15:3 bad-name", "18:18 bad-weight", "20:3 directive-without-table",
        "24:1 missing-delimiter-row", "27:4 duplicate-section-id", "32:17 duplicate-column", "38:3 bad-name-line",
        "40:1 contradictory-names",
      ])
  }

  @Test func aForgottenEndOfTheFrontMatterDoesNotHideTheRest() {
    let text = "---\nbank: b\ntitle: B\n\n# Title\n\n## S {#s}\n> lists: open\n| A | B |\n| - | - |\n| C | D |"
    #expect(read(text).diagnostics.map(\.summary) == ["1:1 unclosed-front-matter", "8:10 bad-directive"])
  }

  @Test func sectionsThatShareAnIDAreCheckedApart() {
    // The second has more tables than the first, and the same facts.
    let table = """
      > ask Top from Low: Which top goes with the low {Low}?

      | Top | Low |
      | --- | --- |
      | One | The one of them |
      """
    let text = bankText("Text.\n\n## Other {#s}\n\n\(table)\n\n## Third\n\n\(table)\n\n## Fourth\n\n\(table)")
    let errors = read(text).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.duplicateSectionID, .missingSectionID, .missingSectionID])
    #expect(read(text).diagnostics.filter { $0.code == .clang }.map(\.line) == [15, 23, 31])
  }

  @Test func anEmptyCellUnderABrokenOneIsNoFault() {
    let body = """
      > ask Top from Low: Which top goes with the low {Low}?

      | Top | Low |
      | --- | --- |
      | [no] | Oak |
      | | Elm |
      | Two |
      | | Fir |
      """
    #expect(read(bankText(body)).diagnostics.map(\.summary) == ["11:3 bad-name", "13:1 cell-count"])
  }

  @Test func aBadHeaderOfAComparisonIsReportedOnce() {
    let body = """
      > compare: [x; Low
      > ask Column from Cell: Which of the two is like this: {Cell}?

      | Side | [x | Low |
      | ---- | -- | --- |
      | A | Soft | Hard |
      | B | Wet | Dry |
      """
    #expect(read(bankText(body)).diagnostics.map(\.summary) == ["10:10 bad-name"])
  }

  @Test func aBrokenQuestionDoesNotMakeItsColumnDescriptions() {
    let body = """
      > descriptions: Low
      > ask Top from Low: Which of these is a top?
      > ask Low from Top: Which low goes with the {Top}?

      | Top | Low |
      | --- | --- |
      | One | Oak |

      ## Names {#names}

      - One = Single
      """
    #expect(read(bankText(body)).diagnostics.map(\.summary) == ["8:21 bad-stem"])
  }
}
