import Glibc

// What takes several calls of the file system.

extension FileSystem {
  /// Where a path leads: itself, or the file that a link there leads to.
  ///
  /// Writing to the result instead of the path is what keeps a link a link.
  public func target(of path: String) throws(FileSystemError) -> String {
    guard let status = try statusAtPath(path), status.kind == .symbolicLink else { return path }
    do throws(FileSystemError) {
      return try resolve(path)
    } catch {
      guard error.errorNumber == ENOENT else { throw error }
      throw FileSystemError(.resolve, path: path, reason: .danglingLink)
    }
  }

  /// Opens a file and makes sure that it is a regular one; the caller closes it.
  func openRegular(_ path: String, _ purpose: OpenPurpose) throws(FileSystemError) -> OpenFile {
    if purpose != .create { try requireRegular(try statusAtPath(path), path) }
    let file = try open(path, purpose)
    do throws(FileSystemError) {
      // Looked at again, because the name may lead elsewhere since.
      try requireRegular(try status(file), path)
      return file
    } catch {
      close(file)
      throw error
    }
  }

  private func requireRegular(_ status: FileStatus?, _ path: String) throws(FileSystemError) {
    if let status, status.kind != .regular {
      throw FileSystemError(.open, path: path, reason: .notRegular(status.kind))
    }
  }

  /// Reads a part of an open file.
  func readAll(_ file: OpenFile, from start: Int, to end: Int) throws(FileSystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, end - start))
    while start + bytes.count < end {
      do throws(FileSystemError) {
        let part = try read(file, start + bytes.count, min(end - start - bytes.count, 1 << 20))
        if part.isEmpty { break }
        bytes += part
      } catch {
        guard error.errorNumber == EINTR else { throw error }
      }
    }
    return bytes
  }

  /// Reads a regular file that a person named, following links; nil if there is none.
  ///
  /// - Parameter limit: the largest size in bytes that is read.
  /// - Throws: ``FileSystemError``, also if something else than a file is there or it is too large.
  public func readFile(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]? {
    try contents(of: try target(of: path), limit: limit)
  }

  /// Reads a regular file; nil if there is none.
  func contents(of path: String, limit: Int) throws(FileSystemError) -> [UInt8]? {
    guard try statusAtPath(path) != nil else { return nil }
    let file = try openRegular(path, .read)
    defer { close(file) }
    let size = try status(file).size
    guard size <= limit else {
      throw FileSystemError(.read, path: path, reason: .tooLarge(bytes: size, limit: limit))
    }
    return try readAll(file, from: 0, to: size)
  }

  /// Writes all bytes, in as many calls as the system wants.
  func writeAll(_ bytes: [UInt8], to file: OpenFile) throws(FileSystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(FileSystemError) {
        let taken = try write(file, rest)
        // A call that takes nothing and reports nothing would go on for ever.
        guard taken > 0 else { throw FileSystemError(.write, path: file.path, errno: ENOSPC) }
        rest = rest.dropFirst(taken)
      } catch {
        guard error.errorNumber == EINTR else { throw error }
      }
    }
  }

  /// Writes a new file and waits until its bytes are on the disk; leaves nothing behind if that fails.
  ///
  /// Its name is on the disk only after ``FileSystem/synchronizeFolder``.
  public func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let file = try open(path, .create)
    do throws(FileSystemError) {
      defer { close(file) }
      try writeAll(bytes, to: file)
      try synchronize(file, .everything)
    } catch {
      try? remove(path, .regular)
      throw error
    }
  }

  /// Puts new contents in place of a file such that, whenever the power fails, either the old or the new is there.
  public func replaceFile(_ path: String, with bytes: [UInt8], randomness: Randomness) throws(FileSystemError) {
    if let status = try statusAtPath(path), status.kind != .regular {
      throw FileSystemError(.open, path: path, reason: .notRegular(status.kind))
    }
    let (folder, name) = splitPath(path)
    let temporary = joinPath(folder, Self.temporaryPrefix(name) + randomness.hexadecimal())
    try writeNewFile(temporary, bytes)
    do throws(FileSystemError) {
      try rename(temporary, path)
    } catch {
      try? remove(temporary, .regular)
      throw error
    }
    try synchronizeFolder(folder)
  }

  /// Removes what replacing a file left behind in programs that were killed; to be called only while no other replaces it.
  func removeTemporaryFiles(of path: String) {
    let (folder, name) = splitPath(path)
    // Litter is no reason to refuse an answer.
    let names = (try? list(folder)) ?? []
    for litter in names where litter.hasPrefix(Self.temporaryPrefix(name)) {
      try? remove(joinPath(folder, litter), .regular)
    }
  }

  private static func temporaryPrefix(_ name: String) -> String { ".\(name).new-" }

  /// Makes a folder and the folders it stands in, as far as they are missing.
  public func makeFolders(_ path: String) throws(FileSystemError) {
    if let status = try statusAtPath(try target(of: path)) {
      guard status.kind == .folder else {
        throw FileSystemError(.makeFolder, path: path, reason: .notFolder(status.kind))
      }
      return
    }
    let (parent, _) = splitPath(path)
    if parent != path { try makeFolders(parent) }
    do throws(FileSystemError) {
      try makeFolder(path)
    } catch {
      // Another program may have made it in this moment.
      guard error.errorNumber == EEXIST else { throw error }
    }
    try synchronizeFolder(parent)
  }
}

/// The folder and the last part of a path; for `/` both are `/`, for a name alone the folder is `.`.
func splitPath(_ path: String) -> (folder: String, name: String) {
  var trimmed = path[...]
  while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
  guard let slash = trimmed.lastIndex(of: "/") else { return (trimmed == "." ? "/" : ".", String(trimmed)) }
  let folder = trimmed[..<slash]
  return (folder.isEmpty ? "/" : String(folder), String(trimmed[trimmed.index(after: slash)...]))
}

/// A name inside a folder.
func joinPath(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
