import { groups, quoted, valued, type Values, type Verb } from './shape';

/** Completion for bash. */
export function bash(verbs: readonly Verb[]): string {
  return `# Completion of docker-network-lab for bash: source <(./lab completion bash)
_lab() {
  local line=\${COMP_LINE:0:COMP_POINT} verb='' place=0 option='' words='' word current
  local -a typed
  read -ra typed <<<"$line"
  [[ $line != *[[:space:]] ]] || typed+=('')
  current=\${typed[-1]}
  for word in "\${typed[@]:1:\${#typed[@]}-2}"; do
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    case $word in
      --) return ;;
      -*)
        case "$verb $word" in
          ${valued(verbs)
            .map(({ key }) => quoted(key))
            .join(' | ')}) option=$word ;;
        esac
        ;;
      *)
        if [[ -z $verb ]]; then
          verb=$word
        elif [[ $place == 0 && ${either(groups(verbs))} ]]; then
          verb="$verb $word"
        else
          place=$((place + 1))
        fi
        ;;
    esac
  done
  if [[ -n $option ]]; then
    case "$verb $option" in
${valued(verbs)
  .map(({ key, value }) => line(key, value))
  .join('')}    esac
  elif [[ $current == -* ]]; then
    case $verb in
${verbs.map(({ path, options }) => line(path, { words: options.map(({ name }) => name) })).join('')}    esac
  else
    case "$verb:$place" in
${verbs.flatMap(places).join('')}    esac
  fi
  [[ -n $words ]] || return
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  # Readline takes a colon for the end of a word.
  if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("\${COMPREPLY[@]#"\${current%"\${current##*:}"}"}")
  fi
}
complete -o default -F _lab lab`;
}

const either = (names: readonly string[]): string =>
  `( ${names.map((name) => `$verb == ${quoted(name)}`).join(' || ') || '1 == 0'} )`;

function places({ path, below, arguments: own }: Verb): string[] {
  if (below.length > 0) return [line(`${path}:0`, { words: below.map(({ name }) => name) })];
  return own.map((values, index) => line(`${path}:${index}`, values));
}

function line(key: string, values: Values): string {
  if (values === 'text') return '';
  const words =
    values === 'endpoint'
      ? '$("${typed[0]/#\\~/$HOME}" completion --endpoints 2>/dev/null)'
      : quoted(values.words.join(' '));
  return `      ${quoted(key)}) words=${words} ;;\n`;
}
