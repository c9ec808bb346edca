import Glibc

/// One stream that text is written to; each write is checked.
///
/// Text goes straight to the file descriptor: nothing waits in a buffer, so nothing can be lost or fail late.
public struct OutputChannel: Equatable, Sendable {
  /// The file descriptor.
  public let descriptor: Int32
  /// What messages call it, such as `standard output`.
  public let name: String
  /// Whether roles become colours.
  public let usesColour: Bool
  /// The columns to assume where the stream cannot tell, at least 1.
  public let assumedColumns: Int

  /// A channel to a file descriptor, which stays the caller's to close.
  public init(descriptor: Int32, name: String, usesColour: Bool = false, assumedColumns: Int = 80) {
    self.descriptor = descriptor
    self.name = name
    self.usesColour = usesColour
    self.assumedColumns = max(1, assumedColumns)
  }

  /// The width now: the terminal's own, else `assumedColumns`.
  public var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return assumedColumns }
    return Int(size.ws_col)
  }

  /// Writes a text as it is.
  ///
  /// - Throws: `OutputError` if not all of it could be written.
  public func write(_ text: SafeText) throws(OutputError) { try write(Array(text.rendered(colour: usesColour).utf8)) }

  /// Writes a text and a newline, by default the newline alone.
  ///
  /// - Throws: `OutputError` if not all of it could be written.
  public func writeLine(_ text: SafeText = "") throws(OutputError) { try write(text + "\n") }

  private func write(_ bytes: [UInt8]) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let code = errno
      switch code {
      case _ where count == 0: throw .failed(stream: name, code: EIO)
      case EINTR: continue
      case EAGAIN:
        // Some other program made the shared terminal non-blocking: wait until it takes more.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      case EPIPE: throw .readerGone(stream: name)
      default: throw .failed(stream: name, code: code)
      }
    }
  }
}
