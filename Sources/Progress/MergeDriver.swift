/// The merge of two versions of a history file as a version control system asks for it.
public struct MergeDriver: Sendable {
  let fileSystem: FileSystem
  let randomness: Randomness

  /// Names the means.
  public init(fileSystem: FileSystem = .live, randomness: Randomness = .live) {
    self.fileSystem = fileSystem
    self.randomness = randomness
  }

  /// Writes the union of three versions in place of the own one.
  ///
  /// The ancestor has nothing that the others lack, unless they are damaged.
  /// - Throws: ``MergeError``; then the own version is untouched.
  public func merge(ancestor: String, own: String, other: String) throws(MergeError) -> MergePlan {
    try MergeError.wrapping { () throws(FileSystemError) in
      var files: [(path: String, bytes: [UInt8])] = []
      for path in [own, other, ancestor] {
        guard let bytes = try fileSystem.readFile(path, limit: ProgressLimits.historyBytes) else {
          return .failure(.noHistory(path: path))
        }
        files.append((path, bytes))
      }
      let plan = MergePlan(files)
      if let stranger = plan.stranger { return .failure(.notHistory(path: stranger)) }
      if let marked = plan.sources.first(where: \.reading.hasLostEvents) {
        return .failure(.lostEvents(path: marked.path))
      }
      try fileSystem.replaceFile(
        try fileSystem.target(of: own), with: plan.merged.bytes(), randomness: randomness)
      return .success(plan)
    }
  }
}
