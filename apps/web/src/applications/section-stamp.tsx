import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { formHref } from './application-names.js';
import { DocumentDrop } from './section-documents.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** The printed form: print it, sign and stamp it, add its scan with the code that stands on the paper. */
export function SectionStamp({
  application,
  onPrint,
  onSaved,
}: {
  application: Application;
  /** Saves what is not saved yet, so that the paper shows it. */
  onPrint: () => Promise<boolean>;
  onSaved: (application: Application) => void;
}) {
  const t = useApplicationsText();
  const [typed, setTyped] = useState('');
  const [preparing, setPreparing] = useState(false);
  const scans = application.documents.filter(({ kind }) => kind === 'stampedForm');
  const current = scans.find(({ state }) => state === 'current');
  const older = scans.findLast(({ state }) => state === 'outdated');
  const print = async () => {
    setPreparing(true);
    try {
      if (await onPrint()) window.location.assign(formHref(application.id));
    } finally {
      setPreparing(false);
    }
  };
  return (
    <SectionPanel id="stamp" application={application}>
      <p>{t('stamp.line')}</p>
      <div className="stamp-steps">
        <span>
          <span className="quiet">{t('stamp.code')}</span>{' '}
          <span className="page-code">{application.pageCode}</span>
        </span>
        <Button icon={<Icon name="print" />} loading={preparing} onClick={() => void print()}>
          {t('stamp.print')}
        </Button>
      </div>
      <p>
        {current ? (
          <StateTag look="passed">{t('stamp.ok')}</StateTag>
        ) : older ? (
          <StateTag look="warning">
            {t('stamp.outdated', { code: older.pageCode ?? '–', current: application.pageCode })}
          </StateTag>
        ) : (
          <StateTag look="waiting">{t('stamp.none')}</StateTag>
        )}
      </p>
      <h3>{t('stamp.upload')}</h3>
      <Form.Item label={t('stamp.typed')} extra={t('stamp.typedLine')} htmlFor="page-code">
        <Input
          id="page-code"
          value={typed}
          maxLength={40}
          className="page-code"
          style={{ maxWidth: 260 }}
          onChange={(change) => setTyped(change.target.value)}
        />
      </Form.Item>
      <DocumentDrop
        application={application}
        accept=".pdf,.png,.jpg,.jpeg"
        fields={{ kind: 'stampedForm', pageCode: typed }}
        onSaved={(saved) => {
          setTyped('');
          onSaved(saved);
        }}
      />
    </SectionPanel>
  );
}
