public import Progress

extension MockReport {
  /// The reviews that the history keeps, in the order of the paper.
  ///
  /// - Parameter open: the mock exam as it was saved; the reviews that it has already, because handing in was
  ///   interrupted, are left out.
  public func reviews(sitting: SittingID, skipping open: OpenMock? = nil) -> [Review] {
    // Whom the clock stopped, or who never looked at the question, proves nothing; but who looks at it and hands in with
    // it open, after the warning, has had the time to answer it and does not know.
    questions.filter { $0.isAnswered || !isTimeUp && $0.spent > 0 }
      .flatMap { $0.marked.reviews(sitting: sitting, milliseconds: $0.spent) }
      .filter { open?.reviewedFacts[$0.item]?.contains($0.fact) != true }
  }

  /// The end of the mock exam as the history keeps it, after the reviews.
  ///
  /// - Parameter elapsed: the time taken, in milliseconds.
  public func handedIn(sitting: SittingID, elapsed: Int) -> MockHandedIn {
    MockHandedIn(
      sitting: sitting, score: total.share, passed: passed, isTimeUp: isTimeUp, elapsed: elapsed, brier: brier,
      drilled: drilled, sealed: sealed)
  }

  /// The mean of (predicted chance - points)^2 over the questions, 0...1 (Brier 1950); 0 without questions.
  public var brier: Double {
    let errors = questions.map { ($0.predicted - $0.points) * ($0.predicted - $0.points) }
    return errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
  }
}
