import type { English } from '../language/words.js';
import type { zh } from './messages.zh.js';

export const en: English<typeof zh> = {
  title: 'Skills competitions',
  headline: 'One competition, from application to certificate',
  line: 'Luban carries a skills competition the whole way: registration, draw, marking, results and publication. Every result can be asked for its rule.',
  events: 'Events',
  search: 'Search events',
  none: 'No public events yet',
  noneLine: 'Events appear here once registration opens.',
  noMatch: 'No event matches “{{search}}”',
  clear: 'Clear search',
  more: 'More events',
  level: {
    world: 'WorldSkills',
    nationalComprehensive: 'National',
    nationalIndustry: 'National industry',
    provincial: 'Provincial',
    municipal: 'Municipal',
    county: 'County',
    enterprise: 'Enterprise',
    school: 'School',
  },
};
