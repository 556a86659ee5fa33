import { defineMessages } from '@luban/platform';

defineMessages({
  'approvals.condition-needed': {
    zh: '有条件同意须列出至少一项条件；其他决定不列条件。',
    en: 'A grant with conditions lists at least one; no other decision lists any.',
  },
  'approvals.due-in-past': {
    zh: '期限须在今天之后。',
    en: 'The date has to lie after today.',
  },
  'approvals.blocking-findings': {
    zh: '有 {count} 项检查为“不符合”。请先处理；确需同意的，须逐项写明理由。',
    en: 'There are {count} blocking findings. Settle them first; to grant in spite of them, give the reason for each.',
  },
  'approvals.field-unknown': {
    zh: '申报表中没有这一项：{field}。',
    en: 'The application has no such field: {field}.',
  },
  'approvals.nothing-submitted': {
    zh: '这份申报没有提交记录，不能作出决定。',
    en: 'There is no submission of this application to decide on.',
  },
  'approvals.decision-built-upon': {
    zh: '作出决定之后已有变更或条件落实记录，不能撤销决定。需要时请撤销资格。',
    en: 'Amendments or met conditions rest upon this decision, so it is not taken back. Revoke it where needed.',
  },
  'approvals.condition-not-found': { zh: '没有这一项条件。', en: 'There is no such condition.' },
  'approvals.condition-met': { zh: '该条件已确认落实。', en: 'This condition has been confirmed as met.' },
  'approvals.condition-not-reported': {
    zh: '申办单位尚未报告该条件已落实。',
    en: 'The applicant has not reported this condition as met yet.',
  },
  'approvals.condition-report-empty': {
    zh: '请写明落实情况，或附上证明文件。',
    en: 'Say how it was met, or attach a file.',
  },
  'approvals.recusal-not-found': { zh: '没有这一条回避登记。', en: 'There is no such standing aside.' },
  'approvals.recusal-exists': { zh: '该人员已对这份申报回避。', en: 'That person stands aside already.' },
  'approvals.recusal-not-of-office': {
    zh: '只能为办理这份申报的受理或审核人员登记回避。',
    en: 'Only acceptors and reviewers of the authority concerned stand aside.',
  },
  'approvals.recusal-not-yours-to-end': {
    zh: '由他人登记的回避，本人不能自行结束。',
    en: 'A standing aside that somebody else recorded is not for the person himself to end.',
  },
  'approvals.amendment-not-found': { zh: '没有这一项变更。', en: 'There is no such amendment.' },
  'approvals.amendment-not-open': {
    zh: '该变更不在待审状态。',
    en: 'This amendment does not wait for a decision.',
  },
  'approvals.amendment-pending': {
    zh: '已有一项重大变更在审核中。请等待决定，或先撤回。',
    en: 'A substantial amendment is waiting for its decision already. Wait for it, or withdraw it first.',
  },
  'approvals.amendment-empty': {
    zh: '没有任何变化，无需变更。',
    en: 'Nothing is changed by this.',
  },
  'approvals.compare-two': {
    zh: '请选择两份不同的申报进行对照。',
    en: 'Choose two different applications to compare.',
  },
  'approvals.told-accepted': { zh: '《{name}》已受理。', en: '{name} has been accepted for review.' },
  'approvals.told-acceptance-undone': {
    zh: '《{name}》的受理已撤销，重新等待受理。',
    en: 'The acceptance of {name} has been taken back; it waits to be accepted again.',
  },
  'approvals.told-returned': {
    zh: '《{name}》退回补正，请在 {dueOn} 前补正并重新提交。',
    en: '{name} has been returned for completion. Please mend and resubmit it by {dueOn}.',
  },
  'approvals.told-granted': { zh: '《{name}》审核通过。', en: '{name} has been granted class status.' },
  'approvals.told-granted-with-conditions': {
    zh: '《{name}》有条件同意，请按期落实 {count} 项条件。',
    en: '{name} has been granted with {count} conditions. Please meet them in time.',
  },
  'approvals.told-declined': {
    zh: '《{name}》未获同意，请查看理由。',
    en: '{name} has been declined. Please see the reason.',
  },
  'approvals.told-decision-undone': {
    zh: '《{name}》的审核决定已撤销，恢复审核中。',
    en: 'The decision on {name} has been taken back; it is under review again.',
  },
  'approvals.told-revoked': {
    zh: '《{name}》的资格已被撤销，请查看理由。',
    en: 'The class status of {name} has been revoked. Please see the reason.',
  },
  'approvals.told-condition-met': {
    zh: '《{name}》的一项条件已确认落实。',
    en: 'A condition of {name} has been confirmed as met.',
  },
  'approvals.told-condition-returned': {
    zh: '《{name}》的一项条件落实报告被退回，请重新报告。',
    en: 'The report on a condition of {name} has been returned. Please report again.',
  },
  'approvals.told-condition-reported': {
    zh: '《{name}》报告一项条件已落实，请确认。',
    en: '{name} reports a condition as met. Please confirm.',
  },
  'approvals.told-condition-due': {
    zh: '《{name}》有条件须在 {dueOn} 前落实。',
    en: 'A condition of {name} has to be met by {dueOn}.',
  },
  'approvals.told-condition-overdue': {
    zh: '《{name}》有条件已逾期（{dueOn}）。',
    en: 'A condition of {name} is overdue since {dueOn}.',
  },
  'approvals.told-completion-due': {
    zh: '《{name}》须在 {dueOn} 前完成补正。',
    en: '{name} has to be completed and resubmitted by {dueOn}.',
  },
  'approvals.told-amended': { zh: '《{name}》备案了一项变更。', en: '{name} has recorded an amendment.' },
  'approvals.told-amendment-submitted': {
    zh: '《{name}》提交了一项重大变更，请审核。',
    en: '{name} has submitted a substantial amendment. Please review it.',
  },
  'approvals.told-amendment-granted': {
    zh: '《{name}》的变更已获同意。',
    en: 'The amendment of {name} has been granted.',
  },
  'approvals.told-amendment-declined': {
    zh: '《{name}》的变更未获同意，请查看理由。',
    en: 'The amendment of {name} has been declined. Please see the reason.',
  },
});
