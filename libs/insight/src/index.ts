import './messages.js';

export { YearlyReport } from './yearly-report.entity.js';

export { Insight } from './insight.service.js';
export { YearlyReports } from './yearly-reports.service.js';
export { InsightModule } from './insight.module.js';

export * from './insight-query.dto.js';
export * from './year-figures.dto.js';
export * from './year-insight.dto.js';
export * from './yearly-report.dto.js';
