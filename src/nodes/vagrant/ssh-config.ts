/** One machine of `vagrant ssh-config`. */
export interface MachineSsh {
  readonly name: string;
  readonly host: string;
  readonly user: string;
  readonly port: number;
  readonly identityFiles: readonly string[];
}

/** Reads what `vagrant ssh-config` prints: a block for each machine. */
export function parseSshConfig(stdout: string): MachineSsh[] {
  const blocks = stdout.split(/^Host /m).slice(1);
  return blocks.map((block) => {
    const [name = '', ...lines] = block.split('\n').map((line) => line.trim());
    const values = (key: string): string[] =>
      lines
        .filter((line) => line.startsWith(`${key} `))
        .map((line) => line.slice(key.length + 1).replace(/^"(.*)"$/, '$1'));
    return {
      name,
      host: values('HostName')[0] ?? '',
      user: values('User')[0] ?? 'vagrant',
      port: Number(values('Port')[0] ?? 22),
      identityFiles: values('IdentityFile'),
    };
  });
}
