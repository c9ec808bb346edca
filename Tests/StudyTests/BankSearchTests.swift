import ContentModel
import Study
import Testing

@Suite struct BankSearchTests {
  let search: BankSearch

  init() throws {
    search = BankSearch(
      try bank(
        """
        ---
        bank: trees
        title: Trees
        ---

        # Trees

        Trees grow slowly.

        ## Kinds {#kinds}

        Some trees lose their leaves.

        - Bark protects a tree.
        - Überwallung is how a tree heals.

        ### Leaves and needles

        > lists: examples
        > ask Tree from Kind: Which of these is listed as {Kind}?

        | Kind      | Tree      |
        | --------- | --------- |
        | Broadleaf | Rowan     |
        |           | Beech     |
        | Conifer   | Juniper   |

        ## Names {#names}

        - Rowan = Mountain Ash
        """))
  }

  private func texts(_ words: String...) -> [String] { search.hits(for: words).map(\.text) }

  @Test func theBeginningOfAWordIsEnoughAndCapitalsDoNotMatter() {
    #expect(texts("BEE") == ["Broadleaf | Beech"])
    #expect(texts("eech").isEmpty)
    #expect(texts("über") == ["Überwallung is how a tree heals."])
  }

  @Test func allWordsMustStandInOnePlace() {
    #expect(texts("tree", "bark") == ["Bark protects a tree."])
    #expect(texts("tree bark") == ["Bark protects a tree."])
    #expect(texts("bark", "rowan").isEmpty)
  }

  @Test func hitsComeInTheOrderOfTheBankWithTheirPlaces() {
    let hits = search.hits(for: ["tree"])
    #expect(hits.map(\.place) == ["trees", "trees/kinds", "trees/kinds", "trees/kinds"])
    #expect(hits.first?.text == "Trees grow slowly.")
    #expect(texts("leaves") == ["Some trees lose their leaves.", "Leaves and needles"])
  }

  @Test func aRowIsFoundByItsSynonymsAndByTheCellItRepeats() {
    #expect(texts("mountain") == ["Broadleaf | Rowan"])
    #expect(texts("broadleaf") == ["Broadleaf | Rowan", "Broadleaf | Beech"])
  }

  @Test func nothingIsFoundForNoWordsOrForMereSigns() {
    #expect(search.hits(for: []).isEmpty)
    #expect(texts("").isEmpty)
    #expect(texts("!?", "--").isEmpty)
    #expect(texts("zebra").isEmpty)
  }
}
