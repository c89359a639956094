import type { Container, Lab } from './lab';

type Containers = Pick<Lab, 'containers'>;

/** The container whose stack a container has: its own, unless it shares another one's. */
export function stackOwner(
  { containers }: Containers,
  container: Container,
): Container | undefined {
  const { networking } = container;
  if (networking.mode !== 'container' || networking.container === container.name) return container;
  const other = containers.find(({ name }) => name === networking.container);
  return other && stackOwner({ containers }, other);
}

/** The networks that a container has an interface of its own on. */
export const networksOf = ({ networking }: Container): string[] =>
  networking.mode === 'bridge' ? networking.attachments.map(({ network }) => network) : [];
