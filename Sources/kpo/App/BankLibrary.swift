import ContentModel
import FoundationEssentials
import Progress
import QuestionBanks
import Terminal

/// Finds and reads banks: the built-in ones by their id, others by their file.
@MainActor
struct BankLibrary {
  /// A bank's file as it was read.
  struct Source {
    let file: String
    let bytes: [UInt8]
  }

  let app: App

  /// The largest bank file that is opened, in bytes.
  static let largestFile = 32 * 1024 * 1024

  /// The banks to study: the one that is named, or all built-in ones.
  func banks(named name: String?) throws -> [Bank] {
    try sources(named: name).map(bank)
  }

  /// A bank without errors; its faults are told before the error is thrown.
  private func bank(_ source: Source) throws -> Bank {
    let reading = BankParser.parse(source.bytes, advises: false)
    if let bank = reading.bank { return bank }
    let errors = reading.diagnostics.filter { $0.severity == .error }
    if let diagnostic = errors.first { try app.talk("\(diagnostic.text(file: source.file))") }
    throw AppError.brokenBank(file: source.file, errors: errors.count)
  }

  private func sources(named name: String?) throws -> [Source] {
    let builtIn = EmbeddedBanks.all.map { Source(file: $0.fileName, bytes: $0.bytes) }
    guard let name else { return builtIn }
    if let source = builtIn.first(where: { $0.id == name }) { return [source] }
    do {
      return [try file(name)]
    } catch let error as AppError {
      if case .unreadableBank = error, name.contains("/") || name.hasSuffix(".md") { throw error }
      throw UnknownWord(.bank, name, known: builtIn.map(\.id))
    }
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

extension BankLibrary.Source {
  /// The id of a built-in bank: its file's name without the ending.
  var id: String { String(file.prefix { $0 != "." }) }
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
