export * from './scheme.js';
export { aspectsOf, checkScheme, marksBySection, schemeMaxHundredths } from './scheme-checks.js';
export type { SchemeCheckOptions, SchemeFinding, SchemeFindingCode } from './scheme-checks.js';
export { readCalculation, readScheme } from './scheme-reading.js';
export { ScoringError } from './scoring-error.js';
export type { Said } from './scoring-error.js';
export { formatMark, markOrNull, parseMark, MARK_MAX_HUNDREDTHS } from './decimal.js';

export type * from './policy.js';
export { AWARD_CODES, ENTRY_STATUSES, statusRule } from './policy.js';
export { MEAN_OF_THREE, TRIMMED_MEAN_OF_FIVE } from './panel-rule.js';
export type { PanelRule } from './panel-rule.js';
export { namedPolicy, POLICY_NAMES } from './named-policies.js';
export { readPolicy } from './policy-reading.js';

export { aspectMark, computeAspectMark } from './aspect-mark.js';
export type { AspectMark, AspectState, AspectStep } from './aspect-mark.js';
export type { Ratio } from './ratio.js';
export type { EnteredValue } from './calculation.js';
export { computeFormTotal, criterionTotals, formTotal, openAspects } from './scheme-total.js';
export type { CriterionTotal, FormTotal, Scores } from './scheme-total.js';
export { afterDeductions, entryTotal } from './entry-total.js';
export type { Deduction, EntryInput, EntryTotal } from './entry-total.js';
export { NOT_MARKED, rowWidth, SPREAD_OPEN, totalsFromMatrix } from './mark-matrix.js';
export type { MatrixAspect } from './mark-matrix.js';

export { scaledScoreOf, scaleFacts } from './scale.js';
export type { ScaleFacts } from './scale.js';
export { placeEntries } from './placing.js';
export type { PlacingInput, RankedGroup, Ranking } from './placing.js';
export type { GroupScale } from './group-scale.js';
export type { Standing, TieStep } from './standing.js';
export type { Ruling } from './ruling.js';
export type { DelegationBest, DelegationLine } from './delegation-awards.js';
export type { ScoringWarning, WarningCode } from './warning.js';
export { explainer, explainPlacing } from './explain.js';
export type { Explanation, ExplainStep, StepInput, StepName } from './explanation.js';

export { readBundle } from './bundle-reading.js';
export type { ScoreBundle } from './bundle-reading.js';
export { errorDocument, placingDocument, resultText, warningDocument } from './result-text.js';
export type { PlacingDocument } from './result-text.js';
