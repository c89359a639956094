import { groups, quoted, valued, type Values, type Verb } from './shape';

/** Completion for zsh. */
export function zsh(verbs: readonly Verb[]): string {
  return `#compdef lab
# Completion of docker-network-lab for zsh: source <(./lab completion zsh), after compinit
_lab() {
  local verb='' option='' word
  local -i place=0
  local -a items
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    case $word in
      --) _normal; return ;;
      -*)
        case "$verb $word" in
          ${valued(verbs)
            .map(({ key }) => `(${quoted(key)})`)
            .join('|')}) option=$word ;;
        esac
        ;;
      *)
        if [[ -z $verb ]]; then
          verb=$word
        elif (( place == 0 )) && [[ ${either(groups(verbs))} ]]; then
          verb="$verb $word"
        else
          (( place++ ))
        fi
        ;;
    esac
  done
  if [[ -n $option ]]; then
    case "$verb $option" in
${valued(verbs)
  .map(({ key, value }) => line(key, value))
  .join('')}      *) _files; return ;;
    esac
  elif [[ $words[CURRENT] == -* ]]; then
    case $verb in
${verbs
  .map(({ path, options }) =>
    described(
      path,
      options.map(({ name, description }) => [name, description]),
    ),
  )
  .join('')}    esac
  else
    case "$verb:$place" in
${verbs.flatMap(places).join('')}      *) _files; return ;;
    esac
  fi
  _describe -t lab lab items
}
compdef _lab lab`;
}

const either = (names: readonly string[]): string =>
  names.map((name) => `$verb == ${quoted(name)}`).join(' || ') || '1 == 0';

function places({ path, below, arguments: own }: Verb): string[] {
  if (below.length > 0) {
    return [
      described(
        `${path}:0`,
        below.map(({ name, description }) => [name, description]),
      ),
    ];
  }
  return own.map((values, index) => line(`${path}:${index}`, values));
}

/** `_describe` takes what is after a colon for the description. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');

function described(key: string, items: readonly (readonly [string, string])[]): string {
  const all = items.map(([name, what]) => quoted(`${escaped(name)}:${escaped(what)}`));
  return `      ${quoted(key)}) items=(${all.join(' ')}) ;;\n`;
}

function line(key: string, values: Values): string {
  if (values === 'text') return '';
  const items =
    values === 'endpoint'
      ? '${${(f)"$(${(Q)~words[1]} completion --endpoints 2>/dev/null)"}//:/\\\\:}'
      : values.words.map((word) => quoted(escaped(word))).join(' ');
  return `      ${quoted(key)}) items=(${items}) ;;\n`;
}
