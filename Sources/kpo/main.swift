import Glibc
import Terminal

StandardStreams.occupy()
Signals.install()
exit(Main.run(Array(CommandLine.arguments.dropFirst())))
