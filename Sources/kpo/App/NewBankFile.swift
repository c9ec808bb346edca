import Progress
import QuestionBanks
import Terminal

/// Where a new bank goes: a file that must not exist yet.
@MainActor
struct NewBankFile {
  let path: String
  private let fileSystem: FileSystem

  /// A file that was named, or one in the folder of the learner's banks.
  ///
  /// - Throws: ``AppError`` if something has that name already.
  init(output: String?, name: String, _ global: GlobalOptions, _ app: App) throws {
    fileSystem = app.fileSystem
    path = try output ?? BankFolder(of: app.dataFolder(global), fileSystem: app.fileSystem).file(of: name)
    try Self.requireNothing(at: path, app)
  }

  /// Built-in banks come first where a bank is named, so that another with such an id would not be found.
  static func requireUnusedID(_ id: String, remedy: String) throws {
    guard !EmbeddedBanks.all.contains(where: { $0.fileName == "\(id).md" }) else {
      throw AppError.usage("`\(id)` is the id of a built-in bank. \(remedy)")
    }
  }

  static func requireNothing(at path: String, _ app: App) throws {
    guard try app.fileSystem.statusAtPath(path) == nil else {
      throw AppError.usage("\(path) exists and is not written over. Move it away, or name another file with --output.")
    }
  }

  /// Writes the file, and the folder of the learner's banks if it is missing.
  func write(_ text: String, makingFolder: Bool) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    if makingFolder, let folder { try fileSystem.makeFolders(folder) }
    try fileSystem.writeNewFile(path, Array(text.utf8))
    try fileSystem.synchronizeFolder(folder.map { $0.isEmpty ? "/" : $0 } ?? ".")
  }
}
