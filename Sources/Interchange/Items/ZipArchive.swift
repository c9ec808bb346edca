/// A zip file of uncompressed files, the same bytes for the same files.
struct ZipArchive {
  /// The names in the archive, in order, and what stands in them.
  let files: [(name: String, bytes: [UInt8])]

  /// The largest archive in bytes; beyond it the format needs numbers of 64 bits.
  static let largest = Int(UInt32.max) - 1
  /// The most files in one archive.
  static let mostFiles = Int(UInt16.max) - 1

  /// The archive.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = result.count
      let header = Self.header(file.name, file.bytes)
      result += Self.bytes(0x0403_4B50, 4) + header + Array(file.name.utf8) + file.bytes
      // Made by version 2.0; then no comment, the first disk, no attributes, and the place of the file.
      directory += Self.bytes(0x0201_4B50, 4) + Self.bytes(20, 2) + header
      directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4) + Self.bytes(offset, 4)
      directory += Array(file.name.utf8)
    }
    let start = result.count
    result += directory
    result += Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 2) + Self.bytes(0, 2)
    result += Self.bytes(files.count, 2) + Self.bytes(files.count, 2)
    result += Self.bytes(directory.count, 4) + Self.bytes(start, 4) + Self.bytes(0, 2)
    return result
  }

  /// What the two records of a file share.
  private static func header(_ name: String, _ contents: [UInt8]) -> [UInt8] {
    // Version 2.0, a name in UTF-8, not compressed, the first moment that zip knows: 1980-01-01.
    bytes(20, 2) + bytes(0x0800, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0x21, 2)
      + bytes(Int(CRC32.checksum(contents)), 4) + bytes(contents.count, 4) + bytes(contents.count, 4)
      + bytes(name.utf8.count, 2) + bytes(0, 2)
  }

  /// A number in a given count of bytes, the lowest first.
  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// The checksum of zip files (polynomial 0xEDB88320).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  /// The checksum of some bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
