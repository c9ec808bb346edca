/// CRC-32 as in zlib and PNG: finds every single flipped bit and every damaged run of up to 32 bits.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var value = ~UInt32(0)
        for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
        return ~value
      }
    }
  }

  /// The checksum as eight lower-case hexadecimal digits.
  static func text(_ bytes: ArraySlice<UInt8>) -> String { paddedHexadecimal(crc32(bytes), digits: 8) }
}
