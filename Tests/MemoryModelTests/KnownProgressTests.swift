import MemoryModel
import TestSupport
import Testing

@Suite struct KnownProgressTests {
  /// Two remembered answers decide the same as all of them would.
  @Test(arguments: 1...300 as ClosedRange<UInt64>) func twoWitnessesAreEnough(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var progress = KnownProgress()
    var all: [KnownProgress.Witness] = []
    for step in 0..<8 {
      let form = KnownProgress.Form(["a", "b", "c"][Int.random(in: 0..<3, using: &numbers)])
      let witness = KnownProgress.Witness(form: form, day: Int.random(in: 1...3, using: &numbers))
      all.append(witness)
      progress.add(witness)
      let isKnown = all.contains { one in all.contains { $0.form != one.form && $0.day != one.day } }
      #expect(progress.isKnown == isKnown, "seed \(seed), step \(step): \(all)")
      #expect(KnownProgress(first: progress.first, second: progress.second) == progress, "seed \(seed), step \(step)")
    }
  }

  @Test func oneFormOrOneDayIsNotEnough() {
    var oneForm = KnownProgress()
    var oneDay = KnownProgress()
    for number in 1...9 {
      oneForm.add(.init(form: .init("a"), day: number))
      oneDay.add(.init(form: .init("\(number)"), day: 7))
    }
    #expect(!oneForm.isKnown && !oneDay.isKnown)
    oneForm.add(.init(form: .init("b"), day: 1))
    #expect(oneForm.isKnown)
  }
}
