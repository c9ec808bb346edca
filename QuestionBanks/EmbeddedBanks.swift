/// A bank that is built into the program.
public struct EmbeddedBank: Sendable {
  /// The name the bank's file has in the source tree, such as `kpo.md`; faults are reported under it.
  public let fileName: String

  /// The bank's id: the name of its file without the ending.
  public var id: String { String(fileName.prefix { $0 != "." }) }

  /// The whole file, byte for byte, in UTF-8.
  public let bytes: [UInt8]
}

/// The banks that come with the program, so that it needs no files of its own at run time.
public enum EmbeddedBanks {
  /// Every built-in bank, in the order in which they are offered to the learner.
  ///
  /// Computed, because the bytes are wanted once a run at most and need not be kept.
  public static var all: [EmbeddedBank] {
    [
      EmbeddedBank(fileName: "kpo.md", bytes: PackageResources.kpo_md),
      EmbeddedBank(fileName: "outsourcing.md", bytes: PackageResources.outsourcing_md),
    ]
  }
}
