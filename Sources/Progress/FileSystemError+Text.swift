import Glibc

extension FileSystemError: CustomStringConvertible {
  /// What did not work, where and why, as a whole sentence; what helps depends on the file, so the caller adds it.
  public var description: String { "\(path): cannot \(operation.verb): \(why)." }

  /// Why it did not work, in words without a full stop, such as "the disk is full".
  public var why: String { reason.why }

  /// The sentence with another on what helps if the file belongs to the learner's progress.
  var textWithRemedy: String { "\(self) \(reason.remedyForProgress)" }
}

extension FileSystemError.Operation {
  var verb: String {
    switch self {
    case .open: "open the file"
    case .read: "read the file"
    case .write: "write to the file"
    case .truncate: "cut off an incomplete line"
    case .synchronize: "bring the data safely to the disk"
    case .status: "look at the file"
    case .resolve: "follow the link"
    case .rename: "put the new file in place"
    case .remove: "remove the file"
    case .makeFolder: "make the folder"
    case .list: "list the folder"
    case .lock: "lock the file"
    }
  }
}

extension FileSystemError.Reason {
  var why: String {
    switch self {
    case .errorNumber(ENOSPC): "the disk is full"
    case .errorNumber(EDQUOT): "your share of the disk is used up"
    case .errorNumber(EIO): "the disk reports a fault"
    case .errorNumber(EROFS): "the file system is mounted read-only"
    case .errorNumber(EACCES), .errorNumber(EPERM): "you have no permission"
    case .errorNumber(ENOENT): "it does not exist"
    case .errorNumber(EMFILE), .errorNumber(ENFILE): "too many files are open"
    case .errorNumber(ENOTDIR): "a part of its path is not a folder"
    case .errorNumber(ELOOP): "it leads through too many links"
    case .errorNumber(ENAMETOOLONG): "its name is too long"
    case .errorNumber(EFBIG): "it would grow larger than your limits allow"
    case .errorNumber(let number): "system error \(number)\(systemText(number))"
    case .notRegular(let kind): "it is \(kind.name), not a regular file"
    case .notFolder(let kind): "it is \(kind.name), not a folder"
    case .danglingLink: "it is a link that leads nowhere"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, and the limit is \(limit)"
    case .differsAfterWriting: "reading it back gives other bytes than were written"
    case .keepsChanging: "another program changes it again and again"
    }
  }

  var remedyForProgress: String {
    switch self {
    case .errorNumber(ENOSPC), .errorNumber(EDQUOT): "Free some space and start again."
    case .errorNumber(EIO), .differsAfterWriting: "Copy your data to another disk and start again there."
    case .errorNumber(EROFS), .errorNumber(EACCES), .errorNumber(EPERM):
      "Choose another folder with --data, or make this one writable."
    case .errorNumber(EMFILE), .errorNumber(ENFILE): "Close some programs and start again."
    case .notRegular, .notFolder, .errorNumber(ENOTDIR): "Move it away, or choose another folder with --data."
    case .danglingLink, .errorNumber(ELOOP): "Mend or remove the link, or choose another folder with --data."
    case .tooLarge: "Move it away, or put an older copy from the backups in its place."
    case .keepsChanging: "End that program, perhaps one that synchronizes files, and start again."
    case .errorNumber: "Choose another folder with --data if this stays so."
    }
  }

  private func systemText(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "" }
    return " (\(String(cString: text)))"
  }
}

extension FileStatus.Kind {
  var name: String {
    switch self {
    case .regular: "a regular file"
    case .folder: "a folder"
    case .symbolicLink: "a link"
    case .other: "a pipe, a device or the like"
    }
  }
}
