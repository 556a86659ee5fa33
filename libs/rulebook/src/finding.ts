import type { CheckName, Citation, Words } from './rule-pack.js';

/** `valueEn` where the value is made of our words and English has others; a name or a figure stands as it is. */
export interface Evidence {
  label: Words;
  value: string;
  valueEn?: string;
}

/**
 * One rule held against one subject 检查结果. `unknown`: the evidence is absent; it never decides.
 */
export interface Finding {
  /** Id of the rule. */
  code: string;
  check: CheckName;
  /** What the rule is called. */
  title?: Words;
  severity: 'passed' | 'warning' | 'blocking' | 'unknown';
  /** A sentence for people, with the figures in it. */
  message: Words;
  /** What was looked at: 「职业数 7，上限 6」. Never empty, unless the finding is `unknown`. */
  evidence: Evidence[];
  citation: Citation;
}
