extension Strategy {
  /// Repetition: some texts are keys all the time, others only ever fill up.
  static let repetition = [
    Strategy("most often key before", opposite: "least often key before") { situation in
      situation.item.scores(situation.experience.timesKey)
    },
    Strategy("most often key when shown", opposite: "least often key when shown") { situation in
      situation.item.scores(situation.experience.keyRate)
    },
  ]
}
