import ContentModel
import QuestionGenerator
import Testing

/// Distractors that a learner confused come first, and those that nobody takes come last.
@Suite struct DistractorPreferencesTests {
  private func generator(_ names: String = "") throws -> QuestionGenerator {
    let parts = ["Bell", "Hub", "Rim", "Tyre", "Lamp", "Chain", "Pedal", "Saddle", "Brake", "Fork", "Spoke", "Gear"]
    let rows = parts.enumerated().map { "| \($1) | number \($0 * $0 + 100) |" }
    return try QuestionGeneratorTests.generator(
      bankText(
        "> ask Part from Number: Which part has the {Number}?\n\n| Part | Number |\n| --- | --- |\n"
          + rows.joined(separator: "\n") + names))
  }

  private func options(_ generator: QuestionGenerator, _ preferences: DistractorPreferences) -> [Set<String>] {
    (UInt64(0)..<40).compactMap { seed in
      var random = SeededRandom(seed: seed)
      let item = generator.item(
        asking: FactID("b/s/bell:number"), kinds: [.multipleChoice], preferences: preferences, using: &random)
      return item?.choice.map { Set($0.options.map(\.text)).subtracting(["Bell"]) }
    }
  }

  private func facts(_ parts: String...) -> [FactID] { parts.map { FactID("b/s/\($0):number") } }

  @Test func whatWasConfusedIsUsedFirst() throws {
    let generator = try generator()
    let preferences = DistractorPreferences(
      preferred: facts("saddle", "tyre", "chain", "fork") + [FactID("b/s/unknown")])
    #expect(Set(options(generator, preferences)) == [["Saddle", "Tyre", "Chain"]])
    #expect(options(generator, .none).contains { !$0.contains("Saddle") })
  }

  @Test func whatIsNotProvedWrongIsNotUsed() throws {
    let generator = try generator("\n\n## Names {#names}\n\n- Bell ~ Saddle\n")
    let drawn = options(generator, DistractorPreferences(preferred: facts("saddle", "tyre")))
    #expect(drawn.count == 40 && drawn.allSatisfy { $0.contains("Tyre") && !$0.contains("Saddle") })
  }

  @Test func whatNobodyTakesIsUsedOnlyIfTooFewAreLeft() throws {
    let generator = try generator()
    let others = facts("lamp", "chain", "pedal", "saddle", "brake", "fork", "spoke", "gear")
    #expect(Set(options(generator, DistractorPreferences(retired: Set(others)))) == [["Hub", "Rim", "Tyre"]])
    let drawn = options(generator, DistractorPreferences(retired: Set(others + facts("rim", "tyre"))))
    #expect(drawn.count == 40 && drawn.allSatisfy { $0.contains("Hub") && $0.count == 3 })
  }
}
