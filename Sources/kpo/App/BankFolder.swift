import Progress

/// The folder of the learner's own banks, `banks` in the folder of progress.
///
/// A file `NAME.md` in it is the bank `NAME`.
struct BankFolder {
  let path: String
  private let fileSystem: FileSystem

  init(of folder: DataFolder, fileSystem: FileSystem) {
    path = folder.banksPath
    self.fileSystem = fileSystem
  }

  private static let ending = ".md"

  /// The names of the banks in it, sorted; none if there is no such folder.
  func names() throws -> [String] {
    guard try fileSystem.statusAtPath(fileSystem.target(of: path))?.kind == .folder else { return [] }
    return try fileSystem.list(path).filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(Self.ending.count)) }.sorted()
  }

  /// Where the bank with a name is, or would be.
  func file(of name: String) -> String { "\(path)/\(name)\(Self.ending)" }

  /// The file of the bank with a name; nil if the folder has none.
  func path(of name: String) throws -> String? { try names().contains(name) ? file(of: name) : nil }
}
