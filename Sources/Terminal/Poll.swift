import Glibc

/// Waiting for input or a signal, whichever comes first.
enum Poll {
  /// The longest single wait in milliseconds.
  ///
  /// Readline's own handlers write no byte to our pipe; one that runs just before `poll` begins is seen this late.
  private static let longestWait: Int32 = 1000

  /// Waits until the descriptor can be read, a signal arrives, the deadline passes, or a second is over.
  ///
  /// - Returns: whether the descriptor can be read (or is at its end).
  /// - Throws: `InputError.readFailed` if the descriptor is closed.
  static func wait(for descriptor: Int32, until deadline: SuspendingClock.Instant?) throws(InputError) -> Bool {
    var milliseconds = longestWait
    if let deadline {
      let left = (deadline - SuspendingClock.now) / .milliseconds(1)
      milliseconds = Int32(min(max(0, left.rounded(.up)), Double(longestWait)))
    }
    var requests = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&requests, 2, milliseconds)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return false }
      throw .readFailed(code: errno)
    }
    if requests[1].revents != 0 {
      Signals.drain()
      return false
    }
    if requests[0].revents & Int16(POLLNVAL) != 0 { throw .readFailed(code: EBADF) }
    return requests[0].revents != 0
  }
}
