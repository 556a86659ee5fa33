export { Award } from './award.entity.js';
