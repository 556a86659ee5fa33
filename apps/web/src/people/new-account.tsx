import { Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useFrameText } from '../frame/words.js';
import { FormDialog } from '../parts/form-dialog.js';
import { accountPaths } from './account-details.js';
import { NameField } from './edit-account.js';
import { asNewRole, RoleFields, type RoleWish } from './role-fields.js';
import { keepSlips } from './slips.js';
import { useRoleOptions } from './use-places.js';
import { usePeopleText } from './words.js';

interface Wish extends RoleWish {
  displayName: string;
  login?: string;
}

/** Opens an account with a role, in an event or (null) outside of events; its slip is shown at once. */
export function NewAccount(props: {
  eventId: string | null;
  subtitle: string;
  open: boolean;
  onClose: () => void;
}) {
  const { eventId } = props;
  const t = usePeopleText();
  const frame = useFrameText();
  const navigate = useNavigate();
  const options = useRoleOptions(eventId) ?? [];
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const create = useVerb({
    send: ({ displayName, login, ...role }: Wish, key) => {
      const headers = idempotencyKey(key);
      const body = {
        displayName,
        ...(login?.trim() ? { login } : {}),
        roles: [asNewRole(role, options)],
      };
      return eventId === null
        ? take(api.POST('/api/v1/accounts', { body, headers }))
        : take(
            api.POST('/api/v1/events/{eventId}/accounts', { params: { path: { eventId } }, body, headers }),
          );
    },
    outdates: accountPaths,
    onDone: (made, wish) => {
      close();
      const { displayName, login, initialPassword } = made;
      keepSlips({
        subtitle: props.subtitle,
        slips: [{ displayName, login, initialPassword, roles: frame(`role.${wish.role}`) }],
      });
      void navigate('/account-slips');
    },
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Wish>
      open={props.open}
      title={t('accounts.add')}
      verb={t('form.create')}
      busy={create.isPending}
      problem={problem}
      onSubmit={(wish) => create.mutate(wish)}
      onClose={close}
    >
      <NameField />
      <RoleFields eventId={eventId} />
      <Form.Item name="login" label={t('form.login')} extra={t('form.loginHint')}>
        <Input maxLength={64} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
    </FormDialog>
  );
}
