import ArgumentParser
import ContentModel
import MemoryModel
import Progress
import QuestionBanks
import TestSupport

/// How long it takes from the start of `kpo` to its prompt, on a terminal, with progress of any length.
struct StartupBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "startup", abstract: "Milliseconds from the start to the first prompt.",
    discussion: """
      The kpo beside this program is started on a terminal of its own, with an empty progress and with one of many reviews, and \
      is timed until its prompt is there. Build both with -c release.
      """)

  @Option(help: "How many reviews the long progress has.") var reviews = 100_000
  @Option(help: "How many starts are timed.") var runs = 15

  func validate() throws {
    guard reviews >= 1, runs >= 1 else { throw ValidationError("Reviews and runs are at least 1.") }
  }

  func run() throws {
    let kpo = try BuildProducts.path(of: "kpo")
    print("reviews   median ms   least ms   most ms")
    for count in [0, reviews] {
      let folder = try TemporaryFolder()
      try withExtendedLifetime(folder) {
        try fill(folder.path, reviews: count)
        // The first start fills the system's caches.
        let times = try (0...runs).map { _ in try start(kpo, in: folder.path) }.dropFirst().sorted() as [Double]
        let shown = [times[times.count / 2], times[0], times[times.count - 1]]
        print(padded("\(count)", 7), shown.map { padded(fixed($0), 10) }.joined(separator: " "))
      }
    }
  }

  /// Writes a progress of sittings of 40 reviews of the first bank's facts.
  private func fill(_ folder: String, reviews: Int) throws {
    let bank = EmbeddedBanks.all.first.flatMap { BankParser.parse($0.bytes, advises: false).bank }
    guard reviews > 0, let bank else { return }
    let store = try ProgressStore.open(
      DataFolder(path: "\(folder)/kpo"), clock: .live, randomness: .live, mode: .readWrite, command: "kpo-bench")
    for first in stride(from: 0, to: reviews, by: 40) {
      let sitting = SittingID("\(first)")
      let events = (first..<min(first + 40, reviews)).map { number -> Event in
        let fact = bank.facts[number % bank.facts.count]
        return .review(
          Review(
            sitting: sitting, fact: Review.FactID(fact.id.rawValue), section: "\(bank.id)/\(fact.sectionID)",
            kind: .multipleChoice, from: "A", to: "B", item: Review.ItemID("i\(number)"),
            rating: number % 5 == 0 ? .again : .good, right: number % 5 > 0, guessChance: 0.25, milliseconds: 4000))
      }
      try store.append(
        [.sittingBegan(SittingBegan(sitting: sitting, mode: .daily, banks: [bank.id], seed: 1))] + events)
    }
    try store.saveSnapshot()
    store.close()
  }

  private func start(_ kpo: String, in folder: String) throws -> Double {
    let clock = SuspendingClock()
    let began = clock.now
    let terminal = try PseudoTerminal(
      running: kpo,
      environment: [
        "HOME": folder, "KPO_DATA": "\(folder)/kpo", "TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
      ])
    try terminal.expect("kpo> ")
    let time = clock.now - began
    terminal.type("quit", .enter)
    _ = try terminal.waitForExit()
    return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
  }
}
