import Glibc

/// Standard input, output and error as the program finds them.
public enum StandardStreams {
  /// Puts something in the place of each stream that is closed; call it first of all.
  ///
  /// Otherwise the next file that is opened would become standard output, and what is shown would be written into it. Reading
  /// from what stands there ends at once, and writing to it fails.
  public static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is taken, which is this one.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
