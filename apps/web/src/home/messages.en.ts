import type { English } from '../language/words.js';
import type { zh } from './messages.zh.js';

export const en: English<typeof zh> = {
  nav: 'What waits',
  title: 'What waits for me',
  greeting: '{{name}}, this is waiting for you.',
  nothing: 'Nothing waits for you now',
  nothingLine: 'New work will appear here. Meanwhile you can see how the events are getting on.',
  toEvents: 'See the events',
  count_one: '{{count}} item',
  count_other: '{{count}} items',
  now: 'Now',
  soon: 'Soon',
  later: 'Later',
  due: {
    leftMinute_one: '{{count}} minute left',
    leftMinute_other: '{{count}} minutes left',
    leftHour_one: '{{count}} hour left',
    leftHour_other: '{{count}} hours left',
    leftDay_one: '{{count}} day left',
    leftDay_other: '{{count}} days left',
    pastMinute_one: '{{count}} minute overdue',
    pastMinute_other: '{{count}} minutes overdue',
    pastHour_one: '{{count}} hour overdue',
    pastHour_other: '{{count}} hours overdue',
    pastDay_one: '{{count}} day overdue',
    pastDay_other: '{{count}} days overdue',
    at: 'due {{time}}',
  },
  otherRoles: 'Work waits in your other roles',
  otherRole_one: '{{role}}: {{count}} item',
  otherRole_other: '{{role}}: {{count}} items',
};
