import { Alert, Form, Modal, type FormInstance } from 'antd';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import { useSaid } from '../language/language.js';
import { enterPicks } from './enter-picks.js';
import { usePartText } from './words.js';

/**
 * A form in a dialog: Enter sends it (in a date it takes the date), faults of the server stand beside their fields, what
 * concerns no field above them. The dialog stays until the caller closes it; Escape closes it while nothing is typed.
 * @example
 * <FormDialog<NewVenue> open={open} title={t('venue.new')} verb={t('venue.create')} busy={create.isPending}
 *   problem={problem} onSubmit={create.mutate} onClose={close}>…<Form.Item name="name" …/></FormDialog>
 */
export function FormDialog<Values extends object>(props: {
  open: boolean;
  title: string;
  /** What the button does: 创建, 保存. */
  verb: string;
  children: ReactNode;
  onSubmit: (values: Values) => void;
  onClose: () => void;
  busy?: boolean;
  /** The refusal of the last attempt (from `useVerb`'s `onProblem`); null when there is none. */
  problem?: Problem | null;
  initial?: Partial<Values>;
  width?: number;
}) {
  const t = usePartText();
  const [form] = Form.useForm<Values>();
  const rest = useFaults(form, props.problem ?? null);
  return (
    <Modal
      open={props.open}
      title={props.title}
      width={props.width ?? 480}
      okText={props.verb}
      cancelText={t('confirm.cancel')}
      okButtonProps={{ htmlType: 'submit', loading: props.busy === true }}
      onCancel={(event) => {
        const byKey = 'key' in event;
        if (!byKey || !form.isFieldsTouched()) props.onClose();
      }}
      mask={{ closable: false }}
      destroyOnHidden
      modalRender={(dialog) => (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark="optional"
          {...(props.initial ? { initialValues: props.initial } : {})}
          clearOnDestroy
          onFinish={props.onSubmit}
          {...enterPicks}
        >
          {dialog}
        </Form>
      )}
    >
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      {props.children}
    </Modal>
  );
}

/**
 * Puts the faults of a refusal beside the fields they name (`modules.0.weight` is the path of that field) and returns
 * what is to be said above the form: all of it when no field of the form is concerned.
 */
export function useFaults<Values extends object>(
  form: FormInstance<Values>,
  problem: Problem | null,
): string | null {
  const said = useSaid();
  const placed = useMemo(
    () =>
      (problem?.errors ?? []).map((fault) => ({
        path: fault.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        words: said(fault.message),
      })),
    [problem, said],
  );
  useEffect(() => {
    if (placed.length > 0)
      form.setFields(placed.map(({ path, words }) => ({ name: path as never, errors: [words] })));
  }, [placed, form]);
  if (!problem) return null;
  const known = form.getFieldsValue(true) as object;
  const elsewhere = placed.filter(({ path }) => !(String(path[0]) in known));
  if (placed.length > 0 && elsewhere.length === 0) return null;
  return elsewhere.length > 0 ? elsewhere.map(({ words }) => words).join(' ') : said(problem.said);
}
