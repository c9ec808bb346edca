import ContentModel
import FoundationEssentials
import Progress
import QuestionBanks
import Study
import Terminal

/// Finds and reads banks: the built-in ones and those of the learner's folder by their id, others by their file.
@MainActor
struct BankLibrary {
  /// A bank's file as it was read.
  struct Source {
    let file: String
    let bytes: [UInt8]
  }

  let app: App
  /// The learner's own banks.
  let folder: BankFolder?

  init(app: App, _ global: GlobalOptions) {
    self.app = app
    // Where no folder is known there can be no bank in it.
    folder = (try? app.dataFolder(global)).map { BankFolder(of: $0, fileSystem: app.fileSystem) }
  }

  /// The largest bank file that is opened, in bytes.
  static let largestFile = 32 * 1024 * 1024

  /// The names under which banks can be asked for: the built-in ones first, then the learner's own.
  func names() throws -> [String] {
    let builtIn = EmbeddedBanks.all.map(\.id)
    return builtIn + (try folder?.names() ?? []).filter { !builtIn.contains($0) }
  }

  /// The banks that are named; those that the learner studies if none is.
  func banks(_ names: [String], _ scores: Scores) throws -> [Bank] {
    try names.isEmpty ? studied(scores) : banks(named: names)
  }

  /// The banks that are named; those that the learner studies if none is, as far as the progress can be read.
  func banks(_ names: [String], _ global: GlobalOptions) throws -> [Bank] {
    if !names.isEmpty { return try banks(named: names) }
    let store = try? ProgressStore.open(
      try app.dataFolder(global), fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness,
      mode: .readOnly, command: "kpo")
    return try banks(names, store?.scores ?? Scores())
  }

  /// The banks with these names, each once.
  func banks(named names: [String]) throws -> [Bank] {
    var read: [(file: String, bank: Bank)] = []
    for name in names {
      let source = try source(named: name)
      guard !read.contains(where: { $0.file == source.file }) else { continue }
      let bank = try bank(source)
      if let other = read.first(where: { $0.bank.id == bank.id }) {
        throw AppError.sameBank(bank.id, other.file, source.file)
      }
      read.append((source.file, bank))
    }
    return read.map(\.bank)
  }

  /// Every bank that there is; a broken one of the learner's own is told and left out.
  func allBanks() throws -> [Bank] {
    for name in try folder?.names() ?? [] where EmbeddedBanks.all.contains(where: { $0.id == name }) {
      try app.warn(
        "\(line: folder?.file(of: name) ?? name) has the name of a built-in bank and is not read. Rename it.")
    }
    return try sound(try names()).banks
  }

  /// The banks with these names that can be used; of the others it is told why not.
  private func sound(_ names: [String]) throws -> (banks: [Bank], faults: [any Error]) {
    var files: [String: String] = [:]
    var banks: [Bank] = []
    var faults: [any Error] = []
    for name in names {
      do {
        let source = try source(named: name)
        let bank = try bank(source)
        if let other = files[bank.id] { throw AppError.sameBank(bank.id, other, source.file) }
        if bank.id != name {
          try app.warn(
            "\(line: source.file) is the bank `\(line: bank.id)`: change the line `bank:` or the file's name, by which kpo "
              + "finds it.")
        }
        files[bank.id] = source.file
        banks.append(bank)
      } catch let error as AppError {
        try app.warn(error.message)
        faults.append(error)
      }
    }
    return (banks, faults)
  }

  /// The banks that are named; every bank that there is if none is.
  func banksToLookIn(_ names: [String]) throws -> [Bank] {
    try names.isEmpty ? allBanks() : banks(named: names)
  }

  /// The file of a bank, named by its id or its path.
  func source(named name: String) throws -> Source {
    if let builtIn = EmbeddedBanks.all.first(where: { $0.id == name }) {
      return Source(file: builtIn.fileName, bytes: builtIn.bytes)
    }
    if let path = try folder?.path(of: name) { return try file(path) }
    do {
      return try file(name)
    } catch let error as AppError {
      if case .unreadableBank = error, name.contains("/") || name.hasSuffix(".md") { throw error }
      throw UnknownWord(.bank, name, known: try names())
    }
  }

  /// Makes sure that there are the banks that a value of the setting names.
  func check(setting value: String) throws {
    let known = try names()
    if let unknown = Setting.bankNames(in: value)?.first(where: { !known.contains($0) }) {
      if unknown.contains("/") || unknown.hasSuffix(".md") {
        throw AppError.usage(
          "`banks` takes the names that `kpo bank list` shows. Put the file into \(folder?.path ?? "your banks"), then give "
            + "its name without `.md`.")
      }
      throw UnknownWord(.bank, unknown, known: known)
    }
  }

  /// The banks that the setting has, and those that planned exams ask from; one that cannot be used stands in nobody's way.
  private func studied(_ scores: Scores) throws -> [Bank] {
    let known = try names()
    let chosen = scores.settings.banks ?? known
    for lost in chosen where !known.contains(lost) {
      try app.warn(
        "The setting `banks` has `\(line: lost)`, which is not there any more. `kpo settings banks default` takes the usual "
          + "one back, `kpo bank list` shows what there is.")
    }
    let exams = Learner(scores, today: app.clock.today).comingExams.flatMap(\.banks)
    let (banks, faults) = try sound(
      chosen.filter(known.contains) + exams.filter { known.contains($0) && !chosen.contains($0) })
    guard banks.isEmpty else { return banks }
    throw faults.first ?? AppError.unreadableBank("There is no bank to study. `kpo settings banks default` helps.")
  }

  /// A bank without errors; its faults are told before the error is thrown.
  private func bank(_ source: Source) throws -> Bank {
    let reading = BankParser.parse(source.bytes, advises: false)
    if let bank = reading.bank { return bank }
    let errors = reading.diagnostics.filter { $0.severity == .error }
    if let diagnostic = errors.first { try app.talk("\(diagnostic.text(file: source.file))") }
    throw AppError.brokenBank(file: source.file, errors: errors.count)
  }

  /// Reads the file of a bank.
  func file(_ path: String) throws -> Source {
    do {
      guard let bytes = try app.fileSystem.readFile(path, limit: Self.largestFile) else {
        throw AppError.unreadableBank("\(path): there is no such file. Check the name.")
      }
      return Source(file: path, bytes: bytes)
    } catch let error as FileSystemError {
      throw AppError.unreadableBank("\(error.description) Check the name and its permissions.")
    }
  }
}

/// Which bank a command is about.
@MainActor
extension [Bank] {
  /// The section with an id, in any of the banks, with its bank.
  func section(_ id: String) throws -> (bank: Bank, section: Section) {
    for bank in self {
      if let section = bank.section(id) ?? bank.sections.first(where: { "\(bank.id)/\($0.id)" == id }) {
        return (bank, section)
      }
    }
    throw UnknownWord(.section, id, known: flatMap { $0.sections.map(\.id) })
  }

  /// The ids of sections with those of their banks, such as `kpo/types`, each once and in the order of the banks.
  ///
  /// - Parameter names: ids; a text may name several with commas.
  func qualifiedSections(_ names: [String]) throws -> [String] {
    let found = try names.flatMap { $0.split(omittingEmptySubsequences: false) { $0 == "," || $0 == " " } }
      .filter { !$0.isEmpty }.map { try section(String($0)) }
    guard names.isEmpty || !found.isEmpty else { throw AppError.usage("No section is named. Write their ids.") }
    return flatMap { bank in
      bank.sections.filter { section in found.contains { $0.bank.id == bank.id && $0.section.id == section.id } }
        .map { "\(bank.id)/\($0.id)" }
    }
  }
}
