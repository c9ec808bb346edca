import MemoryModel
import TestSupport

/// Weights drawn evenly from their bounds.
func randomParameters(using numbers: inout SeededNumbers) throws -> FSRSParameters {
  try FSRSParameters(FSRSParameters.bounds().map { Double.random(in: $0, using: &numbers) })
}

/// A state drawn evenly from all difficulties and all orders of magnitude of stability.
func randomState(using numbers: inout SeededNumbers) -> MemoryState {
  MemoryState(
    stability: MemoryState.stabilityRange.lowerBound * Double(1 << Int.random(in: 0...25, using: &numbers)),
    difficulty: Double.random(in: MemoryState.difficultyRange, using: &numbers))
}

/// The distance of two numbers relative to the second.
func relativeError(_ value: Double, _ expected: Double) -> Double { abs(value - expected) / max(abs(expected), 1e-300) }
