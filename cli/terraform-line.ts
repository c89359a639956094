/** What a line of `terraform apply` says about what is going on; undefined where it is nothing to wait for. */
export function workIn(line: string): string | undefined {
  if (line.startsWith('terraform_data.check')) return 'measuring who can reach whom';
  const [, resource, doing] =
    /^([\w.[\]"-]+): (Creating|Destroying|Modifying|Still \w+)/.exec(line) ?? [];
  return resource === undefined || doing === undefined
    ? undefined
    : `${doing.replace('Still ', '').toLowerCase()} ${resource}`;
}
