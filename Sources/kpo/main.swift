import Glibc
import Terminal

Signals.install()
exit(Main.run(Array(CommandLine.arguments.dropFirst())))
