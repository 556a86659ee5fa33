import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { languages } from '../language/words.js';
import { FormDialog } from '../parts/form-dialog.js';
import { accountPaths } from './account-details.js';
import type { AccountRow } from './account-words.js';
import { OrganisationField } from './role-fields.js';
import { usePeopleText } from './words.js';

interface Changes {
  displayName: string;
  organisationId?: string | null;
  locale: 'zh' | 'en';
}

/** Name, organisation and language of an account. */
export function EditAccount(props: { account: AccountRow; open: boolean; onClose: () => void }) {
  const { account } = props;
  const t = usePeopleText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const edit = useVerb({
    send: (changes: Changes) =>
      take(
        api.PATCH('/api/v1/accounts/{accountId}', {
          params: { path: { accountId: account.id } },
          body: { ...changes, organisationId: changes.organisationId ?? null },
          headers: ifMatch(account.version),
        }),
      ),
    outdates: accountPaths,
    said: t('account.saved'),
    onDone: close,
    onProblem: (refused) => {
      if (refused.isStale) return false;
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Changes>
      open={props.open}
      title={t('account.edit')}
      verb={t('form.save')}
      busy={edit.isPending}
      problem={problem}
      initial={{
        displayName: account.displayName,
        locale: account.locale,
        ...(account.organisationId === null ? {} : { organisationId: account.organisationId }),
      }}
      onSubmit={(changes) => edit.mutate(changes)}
      onClose={close}
    >
      <NameField />
      <OrganisationField must={false} />
      <Form.Item name="locale" label={t('account.language')}>
        <Radio.Group options={languages.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
    </FormDialog>
  );
}

export function NameField() {
  const t = usePeopleText();
  return (
    <Form.Item
      name="displayName"
      label={t('form.name')}
      rules={[{ required: true, whitespace: true, message: t('form.nameMissing') }]}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  );
}
