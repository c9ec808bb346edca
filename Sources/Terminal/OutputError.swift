import Glibc

/// Why text did not reach its stream.
public enum OutputError: Error, Equatable, Sendable {
  /// Nobody reads the stream any more (`EPIPE`), as after `kpo stats | head -1`: a quiet end.
  case readerGone(stream: String)
  /// The system refused the write; `code` is its `errno`, such as `ENOSPC`.
  case failed(stream: String, code: Int32)

  /// The status to exit with: 0 if the reader left, since it got what it wanted, otherwise 74.
  public var exitCode: Int32 {
    switch self {
    case .readerGone: 0
    case .failed: 74
    }
  }

  /// The words for standard error, or `nil` if the end is to be quiet.
  public var message: SafeText? {
    switch self {
    case .readerGone: nil
    case .failed(let stream, let code):
      """
      error: writing to \(stream) failed: \(String(cString: strerror(code))).
      The output is not complete. Make room, or send it elsewhere, then run the command again.
      """
    }
  }
}
