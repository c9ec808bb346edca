import Glibc

extension FileSystem {
  /// The disk of this machine.
  public static let live = FileSystem(
    open: { (path, purpose) throws(FileSystemError) in
      let descriptor = try LiveFile.call(.open, path) { Glibc.open(path, purpose.flags, 0o600) }
      if purpose == .append { LiveFile.hideFromOthers(descriptor) }
      return OpenFile(descriptor: descriptor, path: path)
    },
    close: { file in
      // Nothing is known only after closing: whatever matters was synchronized before.
      _ = Glibc.close(file.descriptor)
    },
    read: { (file, offset, count) throws(FileSystemError) in
      var failure: FileSystemError?
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        do throws(FileSystemError) {
          filled = try LiveFile.call(.read, file.path) { pread(file.descriptor, buffer.baseAddress, count, offset) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return bytes
    },
    write: { (file, bytes) throws(FileSystemError) in
      try LiveFile.call(.write, file.path) {
        bytes.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
      }
    },
    truncate: { (file, length) throws(FileSystemError) in
      _ = try LiveFile.call(.truncate, file.path) { ftruncate(file.descriptor, length) }
    },
    synchronize: { (file, extent) throws(FileSystemError) in
      _ = try LiveFile.call(.synchronize, file.path) {
        extent == .data ? fdatasync(file.descriptor) : fsync(file.descriptor)
      }
    },
    synchronizeFolder: { path throws(FileSystemError) in
      let folder = try LiveFile.call(.synchronize, path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      defer { _ = Glibc.close(folder) }
      do throws(FileSystemError) {
        _ = try LiveFile.call(.synchronize, path) { fsync(folder) }
      } catch {
        // Some file systems cannot synchronize folders and say so; they keep names by other means.
        guard error.errorNumber == EINVAL else { throw error }
      }
    },
    status: { file throws(FileSystemError) in
      var record = stat()
      _ = try LiveFile.call(.status, file.path) { fstat(file.descriptor, &record) }
      return FileStatus(record)
    },
    statusAtPath: { path throws(FileSystemError) in
      var record = stat()
      do throws(FileSystemError) {
        _ = try LiveFile.call(.status, path) { lstat(path, &record) }
      } catch {
        guard error.errorNumber == ENOENT else { throw error }
        return nil
      }
      return FileStatus(record)
    },
    resolve: { path throws(FileSystemError) in
      guard let resolved = realpath(path, nil) else { throw FileSystemError(.resolve, path: path, errno: errno) }
      defer { free(resolved) }
      return String(cString: resolved)
    },
    rename: { (from, to) throws(FileSystemError) in
      _ = try LiveFile.call(.rename, to) { Glibc.rename(from, to) }
    },
    remove: { (path, kind) throws(FileSystemError) in
      _ = try LiveFile.call(.remove, path) { kind == .folder ? rmdir(path) : unlink(path) }
    },
    makeFolder: { path throws(FileSystemError) in
      _ = try LiveFile.call(.makeFolder, path) { mkdir(path, 0o700) }
    },
    list: { path throws(FileSystemError) in
      guard let folder = opendir(path) else { throw FileSystemError(.list, path: path, errno: errno) }
      defer { _ = closedir(folder) }
      var names: [String] = []
      errno = 0
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
        errno = 0
      }
      guard errno == 0 else { throw FileSystemError(.list, path: path, errno: errno) }
      return names.sorted()
    },
    lock: { file throws(FileSystemError) in
      do throws(FileSystemError) {
        _ = try LiveFile.call(.lock, file.path) { flock(file.descriptor, LOCK_EX | LOCK_NB) }
        return true
      } catch {
        guard error.errorNumber == EWOULDBLOCK else { throw error }
        return false
      }
    },
    freeBytes: { path throws(FileSystemError) in
      var record = statvfs()
      _ = try LiveFile.call(.status, path) { statvfs(path, &record) }
      return Int(clamping: record.f_bavail.multipliedReportingOverflow(by: record.f_frsize).partialValue)
    })
}

private enum LiveFile {
  /// Takes from a file the permissions of others, which version control or a copy by hand may have given.
  fileprivate static func hideFromOthers(_ descriptor: CInt) {
    var record = stat()
    guard fstat(descriptor, &record) == 0, record.st_mode & 0o077 != 0 else { return }
    // A file of somebody else cannot be changed, and is no less read for that.
    _ = fchmod(descriptor, 0o600)
  }

  /// Makes a system call again as long as a signal interrupts it, and turns -1 into an error.
  static func call<Number: SignedInteger>(
    _ operation: FileSystemError.Operation, _ path: String, _ body: () -> Number
  ) throws(FileSystemError) -> Number {
    while true {
      let result = body()
      if result != -1 { return result }
      let number = errno
      guard number == EINTR else { throw FileSystemError(operation, path: path, errno: number) }
    }
  }
}

extension OpenPurpose {
  /// O_NONBLOCK keeps a pipe in the place of a file from holding the program up for ever.
  fileprivate var flags: Int32 {
    let common = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    return switch self {
    case .read: O_RDONLY | common
    case .append: O_WRONLY | O_APPEND | common
    case .create: O_WRONLY | O_APPEND | O_CREAT | O_EXCL | common
    case .lock: O_RDWR | O_APPEND | O_CREAT | common
    }
  }
}

extension FileStatus {
  fileprivate init(_ record: stat) {
    let kind: Kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      kind: kind, size: Int(record.st_size), permissions: record.st_mode & 0o7777,
      identity: Identity(device: UInt64(record.st_dev), number: UInt64(record.st_ino)))
  }
}
