import { Alert, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { bodyOf, changedParts, type FormValues, valuesOf } from '../applications/form-values.js';
import { SectionBasics } from '../applications/section-basics.js';
import { SectionContest } from '../applications/section-contest.js';
import { SectionMeans } from '../applications/section-means.js';
import { SectionOccupations } from '../applications/section-occupations.js';
import { SectionParties } from '../applications/section-parties.js';
import type { Application, EditApplication } from '../applications/types.js';
import { OrganisationPicker } from '../catalogue/organisation-picker.js';
import { ifMatch, idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { AmendmentPreview } from './amendment-preview.js';
import type { Review } from './types.js';
import { reviewPaths } from './types.js';
import { useReviewText } from './words.js';

type Values = FormValues & { reason: string; leadOrganisationId?: string | null };

export interface AmendWish {
  reason: string;
  changes: EditApplication;
  leadOrganisationId?: string;
}

/** An amendment, field by field: the form of the application as granted, then what changes and how much it weighs. */
export function AmendDrawer(props: { review: Review; application: Application; onClose: () => void }) {
  const { review, application, onClose } = props;
  const t = useReviewText();
  const said = useSaid();
  const [form] = Form.useForm<Values>();
  const [wish, setWish] = useState<AmendWish | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [nothing, setNothing] = useState(false);
  const amend = useVerb({
    send: (body: AmendWish, key) =>
      take(
        api.POST('/api/v1/applications/{applicationId}/amendments', {
          params: { path: { applicationId: review.id } },
          headers: { ...ifMatch(review.version), ...idempotencyKey(key) },
          body,
        } as never),
      ),
    outdates: reviewPaths,
    said: (answer) =>
      t(
        (answer as Review).amendments.at(-1)?.state === 'recorded' ? 'amendment.sentMinor' : 'amendment.sent',
      ),
    onDone: onClose,
    onProblem: (refusal) => {
      setWish(null);
      setProblem(refusal);
      return true;
    },
  });
  const look = () => {
    const values = { ...valuesOf(application), ...(form.getFieldsValue(true) as Values) };
    const changes = changedParts(bodyOf(values), bodyOf(valuesOf(application))) ?? {};
    const lead = values.leadOrganisationId;
    const otherLead = lead && lead !== application.leadOrganisationId ? { leadOrganisationId: lead } : {};
    setProblem(null);
    const empty = Object.keys(changes).length === 0 && Object.keys(otherLead).length === 0;
    setNothing(empty);
    if (!empty) setWish({ reason: values.reason.trim(), changes, ...otherLead });
  };
  return (
    <Drawer
      open
      size={880}
      title={`${t('amendment.proposeTitle')} · ${application.name}`}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {t('amendment.preview')}
          </Button>
        </div>
      }
    >
      <p className="quiet">{t('amendment.weightLine')}</p>
      {problem ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={said(problem.said)}
          description={problem.errors.map((fault) => said(fault.message)).join('\n')}
        />
      ) : null}
      {nothing ? <Alert type="warning" showIcon title={t('amendment.nothing')} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="application-main"
        initialValues={{ ...valuesOf(application), leadOrganisationId: application.leadOrganisationId }}
        onFinish={look}
      >
        <section className="panel">
          <Form.Item
            name="reason"
            label={t('amendment.reason')}
            rules={[{ required: true, whitespace: true, message: t('decide.required') }]}
          >
            <Input.TextArea rows={2} maxLength={2000} autoFocus />
          </Form.Item>
          <Form.Item name="leadOrganisationId" label={t('amendment.lead')}>
            <OrganisationPicker
              known={[{ id: application.leadOrganisationId, name: application.leadName }]}
            />
          </Form.Item>
        </section>
        <SectionBasics application={application} />
        <SectionParties application={application} />
        <SectionOccupations application={application} />
        <SectionContest application={application} />
        <SectionMeans application={application} />
      </Form>
      {wish ? (
        <AmendmentPreview
          applicationId={review.id}
          wish={wish}
          busy={amend.isPending}
          onSend={() => amend.mutate(wish)}
          onBack={() => setWish(null)}
        />
      ) : null}
    </Drawer>
  );
}
