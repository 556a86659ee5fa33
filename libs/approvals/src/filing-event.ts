import type { GrantedEvent } from '@luban/events';
import type { FiledOccupationDto } from './filing.dto.js';
import type { Filing } from './filing.entity.js';

/** The event that a filed contest becomes: its host runs it, each occupation is a skill, no class. */
export function filedEvent(filing: Filing): GrantedEvent {
  const group =
    filing.level === 'school' ? { code: 'student', name: '学生组' } : { code: 'worker', name: '职工组' };
  return {
    name: filing.name,
    level: filing.level,
    class: null,
    edition: null,
    heldYear: filing.planYear,
    divisionCode: filing.divisionCode,
    industryCode: null,
    startsOn: filing.startsOn,
    endsOn: filing.endsOn,
    demo: false,
    parties: [
      { organisationId: filing.organisationId, part: 'host' },
      { organisationId: filing.organisationId, part: 'organiser' },
    ],
    skills: (filing.occupations as FiledOccupationDto[]).map(({ name, code }) => ({
      name,
      occupationCode: code ?? null,
      teamSize: 1,
      groups: [group],
    })),
  };
}
