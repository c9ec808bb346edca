internal import CReadline

extension Readline {
  private static let pasteBegin = "\\e[200~"
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Has a paste handled here: Readline 8.2 reads beyond its buffer if Ctrl-C comes before the end of one.
  static func bindPaste() {
    for name in ["emacs-standard", "vi-insert", "vi-command"] {
      guard let keymap = rl_get_keymap_by_name(name) else { continue }
      rl_bind_keyseq_in_map(pasteBegin, { _, _ in MainActor.assumeIsolated { Readline.insertPaste() } }, keymap)
    }
  }

  /// Reads up to the mark that ends a paste and inserts what came before it, newlines included.
  private static func insertPaste() -> Int32 {
    var pasted: [UInt8] = []
    while !pasted.suffix(pasteEnd.count).elementsEqual(pasteEnd) {
      let key = rl_read_key()
      // The line is given up, and with it the paste.
      guard (0...255).contains(key) else { return 1 }
      pasted.append(key == 0x0D ? 0x0A : UInt8(key))
    }
    pasted.removeLast(pasteEnd.count)
    // A C string ends at a NUL.
    rl_insert_text(String(decoding: pasted.filter { $0 != 0 }, as: UTF8.self))
    return 0
  }
}
