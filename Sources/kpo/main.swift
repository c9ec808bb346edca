import Glibc
import Terminal

StandardStreams.occupy()
Signals.install()
exit(Main.refuseWhatIsNotUTF8() ?? Main.run(Array(CommandLine.arguments.dropFirst())))
