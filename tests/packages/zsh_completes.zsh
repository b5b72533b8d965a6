# Prints what zsh makes of words when Tab is pressed behind them, in a shell of its own on a terminal.
#   zsh -f zsh_completes.zsh FOLDER WORDS      FOLDER: where _allot lies
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; echo re''ady"
zpty -r shell output '*ready*'
# A second Tab lists what is left to choose from.
zpty -n -w shell "$2"$'\t\t'
for (( tries = 0; tries < 50; ++tries )); do
  sleep 0.1
  while zpty -r -t shell output; do print -rn -- "$output"; done
done
zpty -d shell
