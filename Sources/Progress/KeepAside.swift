/// Keeps damaged bytes in a file of their own, so that a repair destroys nothing.
struct KeepAside {
  let folder: DataFolder
  let fileSystem: FileSystem
  let now: Timestamp
  let randomness: Randomness

  /// The beginnings of the names that are given, which erasing must know.
  static let prefixes = [
    "history.jsonl.corrupt-", "history.jsonl.torn-", "history.jsonl.differing-", "progress.json.corrupt-",
  ]

  /// Writes the bytes to a new file and waits until they are on the disk; returns its path.
  ///
  /// If the same bytes were kept before, as by a program that was stopped in the middle of a repair, that file does.
  /// - Parameter prefix: the beginning of the name, such as `history.jsonl.corrupt-`; the UTC time follows.
  func keep(_ bytes: [UInt8], prefix: String) throws(FileSystemError) -> String {
    let names = try fileSystem.list(folder.path)
    for name in names where name.hasPrefix(prefix) {
      let path = folder.file(name)
      if try fileSystem.statusAtPath(path)?.kind == .regular,
        try fileSystem.contents(of: path, limit: ProgressLimits.historyBytes) == bytes
      {
        // Its name may not be on the disk yet, if the program was stopped right after writing it.
        try fileSystem.synchronizeFolder(folder.path)
        return path
      }
    }
    var name = prefix + now.fileName
    if names.contains(name) { name += "-" + randomness.hexadecimal() }
    let path = folder.file(name)
    try fileSystem.writeNewFile(path, bytes)
    try fileSystem.synchronizeFolder(folder.path)
    return path
  }
}
