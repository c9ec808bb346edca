import ArgumentParser

/// Measurements of kpo; not part of what is shipped.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpo-bench", abstract: "Measures kpo.",
    subcommands: [
      EvidenceBenchmark.self, ExamBenchmark.self, MemoryBenchmark.self, StartupBenchmark.self,
    ])
}
