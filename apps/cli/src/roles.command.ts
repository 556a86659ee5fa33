import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles as allRoles } from '@luban/audit';
import { handsDown, type Permission, permissions, roleMay, roleNames, roleReaches } from '@luban/identity';

/** `luban roles [--check]`: writes docs/roles.md from the code; with `--check` answers 1 when it differs. */
export function roles(args: string[]): number {
  const file = join(process.env.LUBAN_ROOT ?? process.cwd(), 'docs', 'roles.md');
  const text = roleMatrix();
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (args.includes('--check')) {
    if (!fresh)
      process.stderr.write('docs/roles.md is not what the code says: run `npm run luban -- roles`\n');
    return fresh ? 0 : 1;
  }
  if (!fresh) writeFileSync(file, text);
  return 0;
}

/** Who may do what, as a page for people. */
export function roleMatrix(): string {
  const names = Object.keys(permissions) as Permission[];
  const forAnyone = names.filter((name) => permissions[name] === 'anyone');
  const head = ['', ...allRoles.map((role) => roleNames[role].zh)];
  const rows = names
    .filter((name) => permissions[name] !== 'anyone')
    .map((name) => [`\`${name}\``, ...allRoles.map((role) => (roleMay(role, name) ? '●' : ''))]);
  return `# Who may do what

Generated from \`libs/identity/src/permissions.ts\` and \`hand-down.ts\` by \`npm run luban -- roles\`; do not edit by hand.
A role counts within the reach of its grant (event, skill, delegation): what is not in reach does not exist (404), what
is visible but not the role's is denied (403). What each must not do: DOMAIN.md 9.

## Permissions
${table([head, ...rows])}

Anybody who is signed in, within reach: ${forAnyone.map((name) => `\`${name}\``).join(', ')}.

## Reach: what a role has to be narrowed to
${table([
  ['role', 'event', 'skill', 'delegation', 'organisation'],
  ...allRoles.map((role) => {
    const { event, skill, delegation, organisation } = roleReaches[role];
    return [inWords(role), event, skill, delegation, organisation];
  }),
])}

A host or organiser of an organisation, without an event, reaches every event in which that organisation has this part.

## Handing down accounts
${table([
  ['who', 'gives, within the own reach'],
  ...allRoles.flatMap((role) => {
    const below = handsDown[role];
    return below ? [[inWords(role), below.map(inWords).join(', ')]] : [];
  }),
])}
`;
}

const inWords = (role: Role): string => `${roleNames[role].zh} ${roleNames[role].en}`;

function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
