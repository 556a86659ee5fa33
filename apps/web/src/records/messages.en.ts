import type { English } from '../language/words.js';
import type { zh } from './messages.zh.js';

export const en: English<typeof zh> = {
  audit: {
    title: 'Audit',
    line: 'Who did what, when. Entries are added, never changed.',
    at: 'Time',
    who: 'Who',
    what: 'What',
    kind: 'Thing',
    subject: 'Id',
    reason: 'Reason',
    system: 'System',
    undisclosed: 'Not disclosed',
    contentWithheld: 'The content is for the chief judge of the skill alone',
    changed: 'Changes',
    field: 'Field',
    before: 'Was',
    after: 'Now',
    noChange: 'No change of content was recorded.',
    onlyThis: 'Only this thing',
    showAll: 'Show all',
    exportAll: 'Export all as CSV',
    none: 'No entries yet',
    noneLine: 'Whatever anybody changes will appear here.',
  },
  jobs: {
    title: 'Jobs',
    line: 'Long work goes on here; leaving the page does not stop it.',
    none: 'No jobs yet',
    noneLine: 'Imports, opening of marking forms, score runs and other long work appear here.',
    requested: 'asked for {{time}}',
    finished: 'finished {{time}}',
    name: {
      openForms: 'Open marking forms',
      scoreRun: 'Score run',
      boardRefresh: 'Refresh the public board',
    },
  },
};
