import type { components } from '../api/schema.js';
import type { StateLook } from '../parts/state-tag.js';

export type Obligation = components['schemas']['ObligationDto'];
export type Obligations = components['schemas']['ObligationListDto'];

export const states = ['open', 'returned', 'handedIn', 'checked'] as const;
export const kinds = ['summary', 'technicalAnalysis', 'baseTable', 'nominations', 'otherContests'] as const;

/** How a state looks; what is overdue blocks the eye. */
export function lookOf({ state, overdue }: Obligation): StateLook {
  if (overdue) return 'blocking';
  return ({ open: 'waiting', returned: 'warning', handedIn: 'running', checked: 'passed' } as const)[state];
}

/** Where its report is read and handed in. */
export const reportPath = ({ applicationId, id }: Obligation) =>
  `/api/v1/applications/${applicationId}/obligations/${id}/report`;
