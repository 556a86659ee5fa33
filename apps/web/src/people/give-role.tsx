import { Form, Input } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { FormDialog } from '../parts/form-dialog.js';
import { accountPaths } from './account-details.js';
import type { AccountRow } from './account-words.js';
import { asNewRole, RoleFields, type RoleWish } from './role-fields.js';
import { useRoleOptions } from './use-places.js';
import { usePeopleText } from './words.js';

interface Wish extends RoleWish {
  login?: string;
}

/** Gives a role to an account: the one named, or one known by its exact login (a judge of last year). */
export function GiveRole(props: {
  account?: AccountRow;
  eventId: string | null;
  open: boolean;
  onClose: () => void;
}) {
  const { account, eventId } = props;
  const t = usePeopleText();
  const options = useRoleOptions(eventId) ?? [];
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const give = useVerb({
    send: ({ login, ...role }: Wish, key) =>
      take(
        api.POST('/api/v1/role-grants', {
          body: {
            ...asNewRole(role, options),
            ...(eventId === null ? {} : { eventId }),
            ...(account ? { accountId: account.id } : { login: login ?? '' }),
          },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: accountPaths,
    said: t('role.given'),
    onDone: close,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Wish>
      open={props.open}
      title={account ? t('account.giveRole') : t('accounts.giveExisting')}
      verb={t('form.give')}
      busy={give.isPending}
      problem={problem}
      onSubmit={(wish) => give.mutate(wish)}
      onClose={close}
    >
      {account ? null : (
        <Form.Item
          name="login"
          label={t('form.loginExisting')}
          rules={[{ required: true, whitespace: true, message: t('form.loginMissing') }]}
        >
          <Input maxLength={100} autoComplete="off" autoCapitalize="none" />
        </Form.Item>
      )}
      <RoleFields eventId={eventId} />
    </FormDialog>
  );
}
