#!/bin/sh
# Runs one command on a host, as root: run.sh CONFIG HOST AS WORD...
# AS: "root" where who logs in is root, "sudo" otherwise. ssh joins words with blanks and the host's shell splits them
# again, so each word is quoted here.
set -eu
config=$1 host=$2 as=$3
shift 3

command=
for word; do
  # The full stop keeps line breaks at the word's end.
  quoted=$(printf '%s.' "$word" | sed "s/'/'\\\\''/g")
  command="$command '${quoted%.}'"
done
[ "$as" = root ] || command=" sudo -n --$command"

if [ -t 0 ] && [ -t 1 ]; then terminal=-tt; else terminal=-T; fi
exec ssh -F "$config" "$terminal" "$host" "exec$command"
