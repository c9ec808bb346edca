import ContentModel
import Testing

/// What the checks of whole banks have in common, and what their examples do not show.
@Suite struct BankCheckTests {
  private func found(_ body: String, language: String = "en") -> [String] {
    read(bankText(body).replacing("title: A Bank", with: "title: A Bank\nlanguage: \(language)"))
      .diagnostics.map(\.summary)
  }

  private let doubtful = """
    > ask Tree from Trait: Which tree, not a shrub, has this: {Trait}?

    | Tree  | Trait                         |
    | ----- | ----------------------------- |
    | Larch | Often bare in winter          |
    | Holly | Never without its leaves      |
    | Fir   | All of these                  |
    """

  @Test func wordsAreThoseOfEnglish() {
    let words = ["8:36 negative-stem", "12:11 vague-word", "13:11 absolute-word", "14:11 absolute-word"]
    #expect(found(doubtful) == words + ["14:11 all-of-the-above"])
    #expect(found(doubtful, language: "en-GB") == found(doubtful))
    #expect(found(doubtful, language: "de") == [])
  }

  @Test func doubtsAreToldBesideErrors() {
    #expect(found(doubtful + "\n| Yew |").filter { !$0.hasPrefix("15:") } == found(doubtful))
  }

  @Test func cellsOfAComparisonAreDescriptions() {
    let body = """
      > compare: Oak; Fir
      > ask Cell from Column: Which of these is listed as true of the {Column}?

      | Aspect | Oak                   | Fir                  |
      | ------ | --------------------- | -------------------- |
      | Leaf   | Broad and lobed       | Always a thin needle |
      | Fruit  | Carried in a cup.     | Held in a cone       |
      | Age    | A thousand years long | A thousand years long |
      """
    #expect(found(body) == ["13:36 absolute-word", "14:12 mixed-full-stops", "15:12 repeated-text"])
  }

  @Test func aColumnThatNothingAsksIsANote() {
    let body = """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf      | Remark                    |
      | ----- | --------- | ------------------------- |
      | Oak   | Lobed     | Some say it never burns.  |
      | Rowan | Feathered | red, many berries         |
      """
    #expect(found(body) == [])
  }

  @Test func aTextThatAnEmptyCellRepeatsStandsOnce() {
    let body = """
      > ask Tree from Place: Which of these trees is listed here: {Place}?
      > descriptions: Place

      | Place                    | Tree  |
      | ------------------------ | ----- |
      | Often beside a stream    | Alder |
      |                          | Osier |
      | On sandy ground in light | Pine  |
      """
    #expect(found(body) == ["13:3 vague-word"])
  }

  @Test func aRepeatedRowIsOneFault() {
    let row = "| Oak | Lobed all round, like a cloud |"
    let body = """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree | Leaf |
      | --- | --- |
      \(row)
      | Rowan | Feathered |
      \(row)
      """
    #expect(found(body) == ["14:1 repeated-text"])
  }

  @Test func whatWasProbablyMeantIsOfferedForAName() {
    let body = """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree | Leaf |
      | --- | --- |
      | Oak | Lobed |
      | Rowan | Feathered |

      ## Names {#names}

      - Oak != Rowen
      - Oak != Baobab
      """
    #expect(
      read(bankText(body)).diagnostics.map(\.fix) == [
        "Did you mean `Rowan`?", "Write the name as it stands in a table, or delete the line.",
      ])
  }

  @Test func aWordIsMarkedWhereItStandsThoughTheCellIsEscaped() {
    let body = """
      > ask Sign from Use: Which sign is used for this: {Use}?

      | Sign | Use |
      | --- | --- |
      | Bar | Splits \\| and usually joins |
      | Dot | Ends things, small and often |
      """
    #expect(found(body) == ["12:9 vague-word", "13:32 vague-word"])
  }
}
