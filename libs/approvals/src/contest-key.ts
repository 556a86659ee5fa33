/** The same contest over the years 赛事主键: how a name becomes the key under which earlier years are found. */
export { contestKey } from '@luban/rulebook';
