import type { Role } from '@luban/audit';

/**
 * Who may do what: the one home of permissions. A verb is `noun.verb`; the roles behind it may do it within the reach
 * of their grant (event, skill, delegation). Doors name the verb with `@May('events.edit')`; a route that names none is
 * denied. Roles and what each must not do: DOMAIN.md 9.
 */
export const permissions = {
  // identity
  'account.own': 'anyone',
  'accounts.manage': ['administrator'],
  'accounts.handDown': ['administrator', 'host', 'organiser', 'teamLeader'],
  'organisations.read': 'anyone',
  'organisations.edit': ['administrator', 'host', 'organiser'],
  'audit.read': ['administrator', 'official', 'host', 'organiser', 'chiefJudge', 'supervisor'],
  'jobs.read': 'anyone',
  // events
  'events.create': ['administrator', 'host', 'organiser'],
  'events.read': 'anyone',
  // an organiser changes the registration window only; the service sees to it
  'events.edit': ['administrator', 'host', 'organiser'],
  'events.parties': ['administrator', 'host'],
  'events.delete': ['administrator', 'host'],
  'events.setUp': ['host', 'organiser'],
  // an organiser prepares the rules until registration begins; from then on they are the host's alone
  'events.policy': ['host', 'organiser'],
  'events.rules': ['host'],
  'events.stage': ['host', 'organiser'],
  'events.clone': ['administrator', 'host', 'organiser'],
  // registration
  'delegations.read': 'anyone',
  'delegations.edit': ['host', 'organiser'],
  'entries.count': ['administrator', 'official', 'host', 'organiser', 'supervisor', 'teamLeader', 'coach'],
  'entries.read': ['host', 'organiser', 'teamLeader', 'coach'],
  'entries.edit': ['organiser', 'teamLeader', 'coach'],
  'entries.submit': ['organiser', 'teamLeader'],
  'entries.review': ['host', 'organiser'],
  'competitors.handDown': ['host', 'organiser', 'teamLeader'],
  'checkIn.record': ['organiser', 'floorJudge'],
  'draw.hold': ['organiser'],
  'draw.read': ['host', 'organiser', 'supervisor', 'floorJudge'],
  'placements.move': ['organiser'],
  'sheets.read': ['host', 'organiser', 'supervisor', 'floorJudge'],
  'labels.print': ['organiser'],
  'placement.own': ['competitor'],
  // judging
  'schemes.edit': ['organiser', 'chiefJudge'],
  'schemes.read': [
    'host',
    'organiser',
    'chiefJudge',
    'judge',
    'recorder',
    'checker',
    'supervisor',
    'official',
  ],
  'judges.edit': ['organiser'],
  'teams.edit': ['organiser', 'chiefJudge'],
  'judges.read': [
    'host',
    'organiser',
    'chiefJudge',
    'judge',
    'supervisor',
    'recorder',
    'checker',
    'floorJudge',
  ],
  'marks.enter': ['judge'],
  'forms.read': ['chiefJudge', 'judge', 'recorder', 'checker'],
  'forms.submit': ['judge'],
  'forms.return': ['judge', 'chiefJudge'],
  'forms.signOff': ['chiefJudge'],
  'forms.reopen': ['chiefJudge'],
  'marking.progress': ['host', 'organiser', 'chiefJudge', 'supervisor', 'official'],
  'paper.read': ['recorder', 'checker', 'chiefJudge'],
  'paper.enter': ['recorder'],
  'paper.check': ['checker'],
  'time.record': ['floorJudge', 'chiefJudge'],
  'time.confirm': ['floorJudge', 'chiefJudge', 'competitor'],
  'deductions.propose': ['floorJudge', 'chiefJudge'],
  'deductions.approve': ['chiefJudge'],
  'partMarks.read': ['recorder', 'organiser', 'host', 'supervisor'],
  'partMarks.import': ['recorder', 'organiser'],
  // results
  'ranking.read': ['chiefJudge'],
  'ties.rule': ['chiefJudge'],
  'decoding.read': ['chiefJudge', 'supervisor', 'host', 'organiser'],
  'decoding.open': ['chiefJudge'],
  'decoding.witness': ['supervisor'],
  'results.read': ['host', 'organiser', 'official', 'chiefJudge', 'supervisor'],
  'results.explain': [
    'host',
    'organiser',
    'official',
    'chiefJudge',
    'supervisor',
    'competitor',
    'teamLeader',
    'coach',
  ],
  'results.publish': ['host'],
  'results.own': ['competitor', 'teamLeader', 'coach'],
} as const satisfies Record<string, 'anyone' | readonly Role[]>;

export type Permission = keyof typeof permissions;
