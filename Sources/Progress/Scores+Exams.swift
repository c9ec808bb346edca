import StrictJSON

// What the events of exams and mocks do to the scores.

extension Scores {
  /// Adds a plan, or puts it in the place of the one with its id.
  mutating func add(_ plan: ExamPlan) {
    guard let index = examPlans.firstIndex(where: { $0.id == plan.id }) else {
      examPlans.append(plan)
      return
    }
    let unknown = examPlans[index].unknown
    examPlans[index] = plan
    examPlans[index].unknown = unknown
  }

  /// Closes the open mock with its result; of a mock that is not open nobody knows what was asked.
  mutating func handIn(_ result: MockHandedIn, on day: StudyDay) {
    guard let mock = openMock, mock.began.sitting == result.sitting else { return }
    mocks.append(
      MockScore(
        result: result, form: mock.began.form, day: day, questions: mock.began.items.count, pass: mock.began.pass,
        forecast: mock.began.forecast))
    openMock = nil
  }

  /// Notes a review and tells whether it begins an answer, rather than being a further fact of the same one.
  ///
  /// The reviews of a mock come when it is handed in, so they are not among the answers that can be taken back.
  mutating func beginsAnswer(_ review: Review, _ recorded: RecordedEvent, mode: SittingMode) -> Bool {
    if let isFirst = openMock?.note(review) { return isFirst }
    return mode == .exam || recent.add(review, recorded)
  }

  mutating func forgetUnknownOfExams() {
    for index in examPlans.indices { examPlans[index].unknown = [:] }
    for index in mocks.indices { mocks[index].unknown = [:] }
    guard var mock = openMock else { return }
    mock.unknown = [:]
    for number in mock.questions.keys { mock.questions[number]?.unknown = [:] }
    openMock = mock
  }

  mutating func adoptUnknownOfExams(from other: Scores) {
    for plan in other.examPlans where !plan.unknown.isEmpty {
      for index in examPlans.indices where examPlans[index].id == plan.id { examPlans[index].unknown = plan.unknown }
    }
    for mock in other.mocks where !mock.unknown.isEmpty {
      for index in mocks.indices where mocks[index].result.sitting == mock.result.sitting {
        mocks[index].unknown = mock.unknown
      }
    }
    guard let old = other.openMock, var mock = openMock, mock.began.sitting == old.began.sitting else { return }
    mock.unknown = old.unknown
    for (number, question) in old.questions { mock.questions[number]?.unknown = question.unknown }
    openMock = mock
  }
}

extension OpenMock {
  /// Takes over what was done with a question, unless it is one of another paper.
  mutating func count(_ question: MockQuestion) {
    guard question.sitting == began.sitting, began.items.indices.contains(question.number - 1) else { return }
    var state = questions[question.number] ?? Question()
    if question.response != state.responses.last ?? "" { state.responses.append(question.response) }
    state.isFlagged = question.isFlagged
    state.spent = question.spent
    questions[question.number] = state
    current = question.number
    elapsed = question.elapsed
  }

  /// Notes that a review is saved and tells whether it is the first of its item; nil if it belongs to another sitting.
  fileprivate mutating func note(_ review: Review) -> Bool? {
    guard review.sitting == began.sitting else { return nil }
    let isFirst = reviewedFacts[review.item] == nil
    reviewedFacts[review.item, default: []].insert(review.fact)
    return isFirst
  }
}
