/// A variable that the program reads, with what it does; the README has the same table.
struct EnvironmentVariable {
  let names: String
  let effect: String

  static let all = [
    EnvironmentVariable(names: "KPO_DATA", effect: "the folder of your progress; `--data` goes before it"),
    EnvironmentVariable(
      names: "XDG_DATA_HOME, HOME", effect: "progress is in $XDG_DATA_HOME/kpo, else in ~/.local/share/kpo"),
    EnvironmentVariable(
      names: "XDG_STATE_HOME",
      effect: "the commands typed at the prompt are in $XDG_STATE_HOME/kpo/history, else in ~/.local/state/kpo/history"),
    EnvironmentVariable(
      names: "KPO_NOW", effect: "fixes the clock, for tests and demonstrations: 2026-11-23T10:00:00+01:00"),
    EnvironmentVariable(
      names: "KPO_SEED",
      effect: "what questions are drawn from where `--seed` says nothing, for tests and demonstrations"),
    EnvironmentVariable(
      names: "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM",
      effect: "colour, as usual; `--color` goes before them"),
    EnvironmentVariable(
      names: "ACCESSIBLE", effect: "for screen readers, unless it is 0: tables as `Name: value`, no ornaments"),
    EnvironmentVariable(
      names: "LC_ALL, LC_CTYPE, LANG", effect: "the locale; without UTF-8 in it, ornaments are plain ASCII"),
    EnvironmentVariable(names: "COLUMNS", effect: "the width where the output is no terminal; 80 unless given"),
    EnvironmentVariable(names: "INPUTRC", effect: "the keys of GNU Readline, instead of ~/.inputrc"),
  ]
}
