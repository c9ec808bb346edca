import ContentModel
import Glibc
import QuestionBanks
import StrictJSON

@testable import Progress
@testable import QuestionGenerator
@testable import Study

/// What is fuzzed, as `KPO_FUZZ` names it: `bank`, `history`, `answer`, `json`, or a format that is imported: `csv`, `anki`, `gift`, `notes`.
private let subject = getenv("KPO_FUZZ").map { String(cString: $0) } ?? ""

private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer>, _ callback: Callback
) -> CInt

/// The package manager makes this the beginning of the program, and so libFuzzer's own `main` is not linked.
@_cdecl("fuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, { fuzz($0, $1) })
}

/// Called by libFuzzer with one input after the other; a trap, or a `precondition` here that fails, is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch subject {
  case "bank": fuzzBank(bytes)
  case "history": fuzzHistory(bytes)
  case "answer": fuzzAnswer(String(decoding: bytes, as: UTF8.self))
  case "json": fuzzJSON(bytes)
  case "csv": fuzzCSV(bytes)
  case "anki": fuzzAnki(bytes)
  case "gift": fuzzGIFT(bytes)
  case "notes": fuzzNotes(bytes)
  default: preconditionFailure("KPO_FUZZ names none of bank, history, answer, json, csv, anki, gift, notes")
  }
  return 0
}

/// A bank is given or an error, and every place that is told lies in the file.
private func fuzzBank(_ bytes: [UInt8]) {
  let reading = BankParser.parse(bytes)
  precondition((reading.bank == nil) == reading.diagnostics.contains { $0.severity == .error })
  let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
  for diagnostic in reading.diagnostics {
    precondition((1...lines).contains(diagnostic.line) && diagnostic.column >= 1)
    precondition(!diagnostic.text(file: "f").isEmpty)
  }
  guard let bank = reading.bank else { return }
  let generator = QuestionGenerator(bank)
  var random = SeededRandom(seed: 1)
  for fact in generator.askableFacts().prefix(3) {
    for form in generator.forms(of: fact) { _ = generator.item(asking: fact, in: form, using: &random) }
  }
}

/// Whatever is read counts, and the events come back the same when they are written again.
private func fuzzHistory(_ bytes: [UInt8]) {
  // A fuzzer does not find the checksum of a line by itself, so the lines are also read as if theirs were right.
  let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  let summed = lines.flatMap { line -> [UInt8] in
    let covered = line.dropLast(",\"sum\":\"00000000\"}".utf8.count)
    return covered + Array(",\"sum\":\"\(Checksum.text(covered))\"}\n".utf8)
  }
  for scan in [HistoryScan(bytes, after: 0), HistoryScan(summed, after: 0)] {
    _ = Scores.replay(scan.events)
    let written = scan.events.flatMap(\.line)
    precondition(HistoryScan(written, after: 0).events == scan.events)
  }
  // What a merge makes of it is a history that a merge reads the same.
  let history = HistoryReading(summed).history
  precondition(HistoryReading(history.bytes()).history == history)
  _ = AnonymousHistory(history)
}

/// Each kind of item takes any line.
private func fuzzAnswer(_ line: String) {
  for item in items {
    _ = MockCommand.read(line, for: item)
    guard case .response(let response) = AnswerParser.read(line, for: item) else { continue }
    switch (item.body, response) {
    case (.choice(let choice), .option(let index, _)): precondition(choice.options.indices.contains(index))
    case (.typed(let typed), .text(let text, _)): _ = AnswerGrader(typed).grade(text)
    default: break
    }
  }
}

/// An item of each kind, from the bank that the program ships with.
private let items: [Item] = {
  guard let file = EmbeddedBanks.all.first, let bank = BankParser.parse(file.bytes, advises: false).bank else {
    return []
  }
  let generator = QuestionGenerator(bank)
  var random = SeededRandom(seed: 1)
  return Item.Kind.allCases.compactMap { kind in
    for fact in generator.askableFacts(kinds: [kind], inDrills: true) {
      if let item = generator.item(asking: fact, kinds: [kind], using: &random) { return item }
    }
    return nil
  }
}()

/// What is read comes back the same when it is written.
private func fuzzJSON(_ bytes: [UInt8]) {
  guard let value = try? JSONValue(parsing: bytes) else { return }
  precondition((try? JSONValue(parsing: value.text(.compact))) == value)
  precondition((try? JSONValue(parsing: value.text(.pretty))) == value)
}
