import { groups, valued, type Values, type Verb } from './shape';

/** Completion for fish. */
export function fish(verbs: readonly Verb[]): string {
  return `# Completion of docker-network-lab for fish: ./lab completion fish | source
# Prints the verb and how many arguments follow it, such as "explain:1"; after -- nothing.
function __lab_where
  set -l verb ''
  set -l place 0
  set -l option ''
  for word in (commandline --current-process --tokenize --cut-at-cursor)[2..-1]
    if test -n "$option"
      set option ''
      continue
    end
    switch $word
      case --
        return
      case '-*'
        contains -- "$verb $word" ${valued(verbs)
          .map(({ key }) => quoted(key))
          .join(' ')}; and set option $word
      case '*'
        if test -z "$verb"
          set verb $word
        else if test $place = 0; and contains -- $verb ${groups(verbs).map(quoted).join(' ') || "''"}
          set verb "$verb $word"
        else
          set place (math $place + 1)
        end
    end
  end
  echo "$verb:$place"
end
function __lab_at
  test (__lab_where) = $argv[1]
end
function __lab_verb
  string match --quiet -- "$argv[1]:*" (__lab_where)
end
function __lab_endpoints
  set -l lab (commandline --current-process --tokenize)[1]
  eval $lab completion --endpoints 2>/dev/null
end
complete --command lab --no-files --condition "string length --quiet (__lab_where)"
${verbs.flatMap((verb) => [...places(verb), ...options(verb)]).join('\n')}`;
}

/** Single quotes; fish escapes them with a backslash. */
const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const at = (place: string, what: string, description = ''): string =>
  `complete --command lab --condition ${quoted(`__lab_at ${quoted(place)}`)} --arguments ${what}` +
  (description === '' ? '' : ` --description ${quoted(description)}`);

function places({ path, below, arguments: own }: Verb): string[] {
  if (below.length > 0) {
    return below.map(({ name, description }) => at(`${path}:0`, quoted(name), description));
  }
  return own.flatMap((values, index) =>
    values === 'text' ? [] : [at(`${path}:${index}`, argumentsOf(values))],
  );
}

const argumentsOf = (values: Exclude<Values, 'text'>): string =>
  values === 'endpoint' ? "'(__lab_endpoints)'" : quoted(values.words.join(' '));

const options = ({ path, options: own }: Verb): string[] =>
  own.map(({ name, description, value }) =>
    [
      `complete --command lab --condition ${quoted(`__lab_verb ${quoted(path)}`)}`,
      `--long-option ${name.replace(/^--/, '')} --description ${quoted(description)}`,
      ...(value === undefined ? [] : [value === 'text' ? '--require-parameter' : '--exclusive']),
      ...(value === undefined || value === 'text' ? [] : [`--arguments ${argumentsOf(value)}`]),
    ].join(' '),
  );
