import FoundationEssentials
import StrictJSON
import TestSupport
import Testing

/// `kpo bank measure` and `kpo bank check --cues`, on a bank that is small and even.
@Suite struct MeasureTests {
  let sandbox: Sandbox
  let bank: String

  init() throws {
    sandbox = try Sandbox()
    bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
  }

  @Test func everyMeasureStandsBesideItsBounds() throws {
    let result = try sandbox.run(["bank", "measure", bank, "--items", "40", "--seeds", "4"])
    #expect([0, 1].contains(result.exitCode))
    #expect(result.outputText.contains("160 items judged"))
    #expect(result.outputText.contains("With fewer than 400 items chance alone may miss a measure"))
    #expect(result.outputText.contains("Same seed, same items"))
    let json = try sandbox.run(["bank", "measure", bank, "--items", "40", "--seeds", "4", "--json"])
    #expect(json.exitCode == result.exitCode)
    let report = try #require(try JSONValue(parsing: Array(json.outputText.utf8)).arrayValue?.first)
    #expect(report["items"]?.intValue == 160)
    let measures = try #require(report["measures"]?.arrayValue)
    #expect(measures.texts("id").contains("item-clang") && measures.texts("id").contains("cues-all"))
    let missed = measures.contains { $0["verdict"]?.stringValue == "missed" }
    #expect(report["passed"]?.boolValue == !missed && result.exitCode == (missed ? 1 : 0))
    let right = try #require(measures.first { $0["id"]?.stringValue == "item-two-right-answers" })
    #expect(right["value"]?.doubleValue == 0)
  }

  @Test func aCountOutsideItsRangeIsRefused() throws {
    for (option, value) in [("--items", "0"), ("--items", "10001"), ("--seeds", "3"), ("--seeds", "101")] {
      let result = try sandbox.run(["bank", "measure", bank, option, value])
      #expect(result.exitCode == 64 && result.errorText.contains("\(option) is \(value); it goes from "))
    }
  }

  @Test func theCuesOfEachKindAreShown() throws {
    let result = try sandbox.run(["bank", "check", "--cues", bank])
    #expect(result.exitCode == 0 || result.exitCode == 1)
    for words in ["all: ", "multiple-choice: ", "true-false: ", "Not judged: only ", "longest option", "all together"] {
      #expect(result.outputText.contains(words), "\(words)")
    }
  }
}
