import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformError } from '../../src/cli/terraform-error';
import { verbatim } from '../../src/text/text';

const stack = mkdtempSync(join(tmpdir(), 'lab-stack-'));
afterAll(() => rmSync(stack, { recursive: true }));
beforeAll(() => {
  const resource = { docker_container: { web: { provider: 'docker.node1' } } };
  writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify({ resource }));
});

const WEB = 'docker_container.web';
const said = (detail: string, address?: string): string =>
  JSON.stringify({
    '@level': 'error',
    diagnostic: { severity: 'error', summary: 'Unable to do it', detail, address },
  });
const FROM = 'Error response from daemon: ';

describe('what Terraform could not do', () => {
  it.each([
    [
      `${FROM}Bind for 0.0.0.0:80 failed: port is already allocated`,
      'a port is taken',
      'ss -ltnup',
    ],
    [`${FROM}listen tcp4 0.0.0.0:80: bind: address already in use`, 'a port is taken', 'ss -ltnup'],
    [`${FROM}Pool overlaps with other one on this address space`, 'a subnet is', 'network ls'],
    [
      `${FROM}Conflict. The container name "/web" is already in use by container "f00"`,
      ...['a name is taken already', 'docker ps --all'],
    ],
    [`${FROM}network with name front already exists`, 'a name is taken already', 'docker ps'],
    ['write /var/lib/docker/tmp/x: no space left on device', 'there is no room left', 'df -h'],
    [`${FROM}exec /bin/x: exec format error`, 'another kind of processor', 'uname -m'],
    [`${FROM}No such image: web:9`, 'an image is not to be had', 'docker images'],
  ])('on a node is told by its cause, with a command for that node: %s', (text, what, command) => {
    const error = terraformError(verbatim('it failed'), stack, {
      stdout: said(text, WEB),
      stderr: '',
    });
    expect(error.what).toContain(what);
    expect(error.details.where).toBe(WEB);
    expect(error.details.why).toContain(text);
    expect(error.details.next).toMatch(/^\.\/lab exec node1 -- /);
    expect(error.details.next).toContain(command);
  });

  it.each([
    ['Error acquiring the state lock', 'another Terraform works on this lab', /let it end/],
    ['Cannot connect to the Docker daemon at unix:///x', 'does not answer', /^\.\/lab nodes up$/],
    ['Error refreshing state: unexpected end of JSON', 'the state', /^\.\/lab down --force/],
    ['Required plugins are not installed', 'provider is not what', /^\.\/lab up$/],
    ['Failed to query available provider packages', 'cannot get its', /^LAB_OFFLINE=1 \.\/lab up$/],
  ])('at all is told by its cause: %s', (text, what, next) => {
    const framed = `╷\n│ Error: ${text}\n│ \n╵\n`;
    const error = terraformError(verbatim('it failed'), stack, { stdout: '', stderr: framed });
    expect(error.what).toContain(what);
    expect(error.details.where).toBe(stack);
    expect(error.details.why).toBe(`Error: ${text}`);
    expect(error.details.next).toMatch(next);
  });

  it.each([
    [
      `${FROM}runc create failed: exec: "/no/such": stat /no/such: no such file or directory`,
      ...['the command of a container cannot be run', 'name a program'],
    ],
    [
      `${FROM}runc create failed: exec: "nope": executable file not found in $PATH`,
      ...['the command of a container cannot be run', 'name a program'],
    ],
    [
      `${FROM}iptables failed: iptables -t nat -A DOCKER: No chain/target/match by that name.`,
      ...['firewall rules are gone', './lab repair, then ./lab up'],
    ],
  ])('that the topology or a repair puts right is told so: %s', (text, what, next) => {
    const error = terraformError(verbatim('it failed'), stack, {
      stdout: said(text, WEB),
      stderr: '',
    });
    expect([error.what, error.details.where]).toEqual([expect.stringContaining(what), WEB]);
    expect(error.details.next).toContain(next);
  });

  it('is of the resource that was worked on in vain, where the provider does not say', () => {
    const vain = (addr: string): string =>
      JSON.stringify({ '@level': 'info', type: 'apply_errored', hook: { resource: { addr } } });
    const told = (...addresses: readonly string[]) => {
      const stdout = [...addresses.map(vain), said('port is already allocated')].join('\n');
      return terraformError(verbatim('it failed'), stack, { stdout, stderr: '' }).details;
    };
    expect(told(WEB)).toMatchObject({
      where: WEB,
      next: expect.stringContaining('node1') as string,
    });
    expect(told(WEB, 'docker_container.db').where).toBe(`${WEB}, docker_container.db`);
  });

  it('is told in its own words where the cause is not known, all of it', () => {
    const stdout = [said('one', WEB), said('two')].join('\n');
    const error = terraformError(verbatim('it failed'), stack, { stdout, stderr: '' });
    expect([error.what, error.exitCode]).toEqual(['it failed', 3]);
    expect(error.details.why).toBe('Unable to do it\none\nUnable to do it\ntwo');
  });

  it('says what else has failed beside a known cause', () => {
    const stdout = [said('something odd'), said('port is already allocated', WEB)].join('\n');
    const { what, details } = terraformError(verbatim('it failed'), stack, { stdout, stderr: '' });
    expect(what).toBe('a port is taken already');
    expect(details.where).toBe(WEB);
    expect(details.why).toMatch(/something odd\n.*\nport is already allocated$/);
  });

  it('names no node where the stack cannot be read', () => {
    const stdout = said('port is already allocated', WEB);
    const { details } = terraformError(verbatim('it failed'), '/nowhere', { stdout, stderr: '' });
    expect(details.next).toBe('end what has it, or publish another port');
  });
});
