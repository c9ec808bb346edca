import ArgumentParser
import ContentModel
import Interchange
import Progress
import QuestionGenerator
import Study
import Terminal

struct ExportCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write questions to a file for another program.",
    discussion: """
      Formats: gift, moodle-xml and aiken for Moodle and others, qti (2.1, a zip) for most learning platforms, anki for \
      Anki's text import, csv for spreadsheets, json as `kpo questions` prints it, markdown and html as a paper whose \
      key goes to a second file beside it.

      The same bank, options and seed give the same bytes. Each question goes out once. What a format cannot carry is \
      left out and told, never changed. A file that exists is not written over; `--output -` prints, in every format \
      of one text file. In CSV a cell that begins like a formula (= + - @) gets an apostrophe before it.

      Examples:
        kpo export --format gift --output questions.gift
        kpo export --format anki --kind short-answer --output deck.txt
        kpo export --format csv --bom --section types --output types.csv
        kpo export --format html --count 20 --seed 1 --output paper.html
        kpo export --format aiken --count 5 --output -
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(
    help: ArgumentHelp(
      "\(ItemFormat.allCases.map(\.rawValue).formattedList).", valueName: "format"),
    transform: { text in
      guard let format = ItemFormat(rawValue: text) else {
        throw ValidationError("Use \(ItemFormat.allCases.map(\.rawValue).formattedList).")
      }
      return format
    })
  var format: ItemFormat

  @Option(help: ArgumentHelp("Stay within this section.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("Take only this kind: \(Item.Kind.list).", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp("How many questions at most; as many as there are facts unless given.", valueName: "number"))
  var count: Int?

  @Flag(help: "Begin a CSV file with a byte order mark, by which some spreadsheets know UTF-8.")
  var bom = false

  @Option(help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output: String

  private static let counts = 1...100_000

  func run(in app: App) throws {
    if let count, !Self.counts.contains(count) {
      throw AppError.badNumber(option: "--count", value: count, allowed: Self.counts)
    }
    if bom, format != .csv { throw AppError.usage("--bom is for csv. Leave it out, or choose --format csv.") }
    let isPrinted = output == "-"
    if isPrinted, format.paper != nil || !format.isText || bom {
      throw AppError.usage(
        "\(bom ? "A byte order mark" : "\(format.rawValue)") cannot go to standard output. Name a file with --output.")
    }
    let seed = options.seed ?? app.questionSeed
    let written = format.write(try export(in: app, seed: seed), isMarked: bom)
    guard written.count > 0 else {
      throw AppError.nothingToAsk(
        (["\(format.rawValue) can carry none of these questions."] + written.reasons).joined(separator: "\n"))
    }
    if isPrinted {
      // A terminal ends its lines in one way.
      let text = String(decoding: written.file, as: UTF8.self).replacing("\r\n", with: "\n")
      try app.output.result.write("\(text)")
    } else {
      try save(written, in: app)
    }
    let count = written.count == 1 ? "1 question" : "\(written.count) questions"
    try app.talk(app.talkLayout.wrap("\(count) as \(format.rawValue), seed \(seed)."))
    for reason in written.reasons {
      try app.talk(app.talkLayout.wrap("Left out: \(reason).", hangingIndent: "  "))
    }
    if format == .aiken, !written.reasons.isEmpty, kind == nil {
      try app.talk(app.talkLayout.wrap("`--kind` draws one kind only, such as `--kind multiple-choice`."))
    }
  }

  /// The questions that the options choose.
  @MainActor
  private func export(in app: App, seed: UInt64) throws -> ItemExport {
    let named = try BankLibrary(app: app, global).banks(options.banks.bank, global)
    let chosen = try section.map { try named.section($0) }
    let banks = chosen.map { [$0.bank] } ?? named
    let kinds = try kind.map { [try Item.Kind.named($0)] } ?? Item.Kind.allCases
    let facts = banks.flatMap(\.facts).count { chosen == nil || $0.sectionID == chosen?.section.id }
    var source = QuestionSource(banks, section: chosen?.section.id, kinds: kinds, seed: seed)
    let items = source.distinct(count ?? facts, givingUpAfter: facts)
    guard !items.isEmpty else { throw AppError.nothingToAsk("No question of this kind can be made here.") }
    return ItemExport(
      title: banks.map(\.title).joined(separator: ", "), form: "\(seed)", language: banks.first?.language ?? "en",
      questions: items.map { item in
        let bank = banks.first { $0.id == item.bankID }
        return ItemExport.Question(
          item: item, bank: bank?.title ?? item.bankID,
          section: bank?.section(item.sectionID)?.title ?? item.sectionID)
      })
  }

  @MainActor
  private func save(_ written: WrittenItems, in app: App) throws {
    let files = [(path: output, bytes: written.file)] + (written.key.map { [(path: keyPath, bytes: $0)] } ?? [])
    // Both or none: a paper beside the key of another would be worse than no paper.
    for file in files where try app.fileSystem.statusAtPath(file.path) != nil {
      throw AppError.usage(
        "\(file.path) exists and is not written over. Move it away, or name another file with --output.")
    }
    for file in files {
      try app.fileSystem.writeNewFile(file.path, file.bytes)
      try app.result("\(line: file.path)")
    }
  }

  /// Where the key to a paper goes: `paper-key.html` beside `paper.html`.
  private var keyPath: String {
    let name = output.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(output)-key" }
    let ending = name[dot...]
    return "\(output.dropLast(ending.count))-key\(ending)"
  }
}

extension QuestionSource {
  /// So many items that all differ, fewer where a run of draws brings nothing new.
  fileprivate mutating func distinct(_ count: Int, givingUpAfter draws: Int) -> [Item] {
    var items: [Item] = []
    var seen: Set<[String]> = []
    var vain = 0
    while items.count < count, vain <= draws, let item = next() {
      let isNew = seen.insert(item.wording).inserted
      if isNew { items.append(item) }
      vain = isNew ? 0 : vain + 1
    }
    return items
  }
}

extension Item {
  /// What a reader sees of it, wherever its options stand: two facts may come to the same question.
  fileprivate var wording: [String] {
    switch body {
    case .choice(let choice): [stem, choice.options[choice.key].text] + choice.options.map(\.text).sorted()
    case .typed(let typed): [stem, typed.key]
    case .selection(let selection): [stem] + selection.options.map(\.option.text).sorted()
    case .matching(let matching): [stem] + (matching.premises.map(\.text) + matching.responses.map(\.text)).sorted()
    }
  }
}

extension WrittenItems {
  /// How many questions of which kind were left out, and why, in the order of the kinds.
  fileprivate var reasons: [String] {
    let reasons = leftOut.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return reasons.map { reason in
      let items = leftOut.filter { $0.reason == reason }.map(\.item)
      let counts = Item.Kind.allCases.compactMap { kind in
        let count = items.count { $0.kind == kind }
        return count == 0 ? nil : "\(count) \(kind.rawValue)"
      }
      return "\(counts.joined(separator: ", ")): \(reason)"
    }
  }
}

extension [String] {
  /// The words with commas, and "or" before the last.
  fileprivate var formattedList: String {
    guard let last, count > 1 else { return joined() }
    return "\(dropLast().joined(separator: ", ")) or \(last)"
  }
}
