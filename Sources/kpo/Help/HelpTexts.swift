import Progress
import Study
import Terminal

extension HelpTopic {
  /// When a fact comes back, and why.
  var scheduling: [SafeText] {
    [
      """
      Facts are scheduled, not questions: whatever kind, direction or options asked it, a fact has one memory. The \
      model is FSRS-6; it keeps a stability and a difficulty, and from them the chance that you recall the fact today.
      """,
      """
      A fact is due when that chance has faded to the value of `kpo settings retention`, \
      \(Setting.retention.usual) unless you change it. More means more reviews and less forgetting. A change holds for \
      what you answer from then on.
      """,
      """
      A right answer may be a guess, so it proves less the fewer options there were; `?` behind it says that you guess, \
      `!` that you are sure. A typed answer proves most. A fact is known once it was right in two kinds or directions on \
      different days.
      """,
      """
      `kpo daily` asks what you took for each other, then what is due, the most faded first, then new facts: \
      \(StudyPlan.dailyCount) questions and \(StudyPlan.newFactsPerDay) new facts a day unless `kpo settings`, --count \
      or --minutes says otherwise. While more is due than fits, nothing new begins.
      """,
      """
      While an exam is planned, it asks what raises the expected score most instead; `kpo exam plan` shows the forecast.
      """,
      """
      `kpo practice` moves the schedule only where an answer is wrong; `kpo missed` asks what went wrong until it is \
      right once, and once more on a later day.
      """,
      "A study day begins at 04:00. At a question, `:why` tells why the fact came and when it returns.",
    ]
  }

  /// Which banks there are, and which are studied.
  var bankLibrary: [SafeText] {
    [
      """
      `kpo bank list` shows the banks: those that come with the program, and your own, which are the files `banks/ID.md` in \
      the folder of your progress (`kpo progress path`). `kpo bank new ID` begins one there.
      """,
      """
      The setting `banks` says which are studied where a command names none. It is `\(Setting.banks.usual)` at first; \
      `kpo settings banks kpo,outsourcing` mixes two, and `all` stands for every bank. A bank that a planned exam asks from \
      is studied, too, until the exam is over.
      """,
      """
      --bank names others for once: an id or any file, and several times for several banks. `kpo search`, `kpo bank list`, \
      `kpo bank check` and `kpo read SECTION` look in every bank unless one is named.
      """,
    ]
  }

  /// How a bank is written.
  func bankFormat(_ layout: Layout) -> SafeText {
    let rows: [[SafeText]] = [
      ["## Title {#id weight=20}", "a section; its weight is its share of an exam"],
      ["> ask A from B: ... {B} ...?", "how column A is asked from column B of the table below"],
      ["> lists: examples", "the list is open: nothing can be told from what is not on it; `complete` closes it"],
      ["> why: {A} belongs to {B}.", "the sentence of the feedback"],
      ["> names: A; B", "these columns hold names"], ["> descriptions: A; B", "these columns hold descriptions"],
      ["> compare: A; B", "a comparison table"], ["an empty first cell", "the one above"],
      ["a; b in a cell", "several names"], ["Name [note]", "tells two equal names apart"],
      ["- A = B", "in the section {#names}: the same thing"], ["- A ~ B", "there: too near to be told apart"],
      ["- A != B", "there: alike, but different"], ["<!-- ... -->", "a comment"],
    ]
    return [
      layout.wrap(
        """
        A bank is a Markdown file: front matter, notes, and tables that are asked. It begins with
        """),
      "  ---\n  bank: rivers\n  title: Rivers\n  language: en\n  ---",
      layout.table(header: ["You write", "It means"], rows: rows),
      layout.wrap(
        """
        `kpo bank check FILE` tells every fault with its place and its remedy, `kpo explain CODE` explains one, `kpo bank \
        measure FILE` judges the questions, and `kpo daily --bank FILE` asks them. The README has a whole example.
        """),
    ].joined(separator: "\n\n")
  }

  /// Where progress is kept.
  func files(_ layout: Layout) -> SafeText {
    let rows: [[SafeText]] = [
      ["history.jsonl", "every answer, sitting, plan and setting, a line each with a checksum; it is only added to"],
      ["progress.json", "a snapshot of the scores; computed anew from the history if it is damaged"],
      ["backups/", "dated copies, made before the first write of a day: 7 daily, 4 weekly and 12 monthly ones stay"],
      ["lock", "says which program is saving answers"],
      ["banks/", "your own banks, a file each; `kpo help banks` tells more"],
    ]
    return [
      layout.wrap(
        """
        Progress is in the folder of --data, else of KPO_DATA, else in $XDG_DATA_HOME/kpo, which usually is \
        ~/.local/share/kpo. `kpo progress path` prints it.
        """),
      layout.table(header: ["File", "What it holds"], rows: rows),
      layout.wrap(
        """
        An answer is on the disk before its feedback is on the screen. What is damaged is kept aside, never written over: \
        `kpo progress check` examines the files, `--repair` mends them, `kpo progress restore` goes back to a copy, \
        `kpo progress merge` adds what was answered on another machine.
        """),
      layout.wrap(
        "The commands you typed at the prompt, never answers, are in ~/.local/state/kpo/history, or under XDG_STATE_HOME."
      ),
    ].joined(separator: "\n\n")
  }
}
