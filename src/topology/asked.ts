import { type Text, phrase } from '../text/text';
/** Why programs would not find a container by a name, and what it is to them. */
export interface NameProblem {
  /** That it is something else, in one line. */
  readonly message: Text;
  readonly why: Text;
}

/** What the engine writes into the /etc/hosts of every container, and what most machines have there. */
const IN_HOSTS = new Set([
  'localhost',
  'ip6-localhost',
  'ip6-loopback',
  'ip6-localnet',
  'ip6-mcastprefix',
  'ip6-allnodes',
  'ip6-allrouters',
]);

/** What keeps programs from asking DNS for a name; undefined where nothing does. */
export function nameProblem(name: string): NameProblem | undefined {
  const known = name.toLowerCase();
  const named = { name: JSON.stringify(name) };
  const labels = known.split('.');
  if (labels.includes('')) {
    return {
      message: phrase('{name} cannot be asked for', named),
      why: phrase(
        'in DNS a dot stands between two labels, and one at the end only says that the name is complete',
      ),
    };
  }
  if (IN_HOSTS.has(known)) {
    return {
      message: phrase('{name} is in /etc/hosts of every container', named),
      why: phrase(
        'that file is read before DNS is asked, and there the name is the container itself or a group',
      ),
    };
  }
  if (labels.at(-1) === 'localhost') {
    return {
      message: phrase('{name} is the asking machine itself to many programs', named),
      why: phrase('names that end in .localhost are not asked for (RFC 6761)'),
    };
  }
  if (known.endsWith('.docker.internal')) {
    return {
      message: phrase('{name} is given away by Docker Desktop', named),
      why: phrase('there names that end in .docker.internal are the machine and its gateway'),
    };
  }
  if (isNumeric(known)) {
    return {
      message: phrase('{name} is an address to every program', named),
      why: phrase(
        'numbers, also octal and hexadecimal ones and up to four with dots, are read as an IPv4 address (inet_aton)',
      ),
    };
  }
  return undefined;
}

/** True for what inet_aton takes: one to four numbers, the last of which fills all bytes that are left. */
function isNumeric(name: string): boolean {
  const parts = name.split('.');
  if (parts.length > 4) return false;
  return parts.every((part, index) => {
    const value = numberOf(part);
    const bytes = index === parts.length - 1 ? 4 - index : 1;
    return value !== undefined && value < 256 ** bytes;
  });
}

function numberOf(text: string): number | undefined {
  if (/^0x[0-9a-f]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}
