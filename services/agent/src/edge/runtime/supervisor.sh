#!/bin/sh
# Supervises one command, so that it and its exit status outlive the agent.
#
#   supervisor.sh RUN shell LINE
#   supervisor.sh RUN program NAME [ARGUMENT ...]
#
# RUN is a path without ending, outside of the sandbox: RUN.status appears, empty, before the command starts, and gets its exit
# status when it ended; RUN.exit is the same, synced and renamed, left when the agent has died. The working directory is the sandbox. The agent starts this in a
# session of its own and keeps the other end of standard input: the line "go" is the go-ahead; an end of input before it means
# that the agent died first, and nothing is started.
run=$1
mode=$2
shift 2
IFS= read -r word || exit 0
[ "$word" = go ] || exit 0

# Caught, not ignored: what is ignored stays so in the command. A signal meant for somebody else must not lose the exit status.
trap : HUP INT QUIT TERM
: >"$run.status" || exit 1

# The command leads a session of its own, hence a process group of its own: signals to it spare the supervisor.
if [ "$mode" = shell ]; then
  setsid /bin/sh -c "$1" </dev/null >>stdout 2>>stderr
else
  setsid "$@" </dev/null >>stdout 2>>stderr
fi
status=$?

# The agent, as long as it lives, learns the status as the parent of this process and stores it itself, though the file may be
# lost. Without the agent this process has got another parent, and the file is all there is.
echo "$status end" >"$run.status"
read -r _ _ _ parent _ <"/proc/$$/stat"
if [ "$parent" != "$PPID" ]; then
  sync "$run.status" 2>/dev/null || sync
  mv "$run.status" "$run.exit"
fi
exit "$status"
