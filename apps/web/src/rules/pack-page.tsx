import { useQuery } from '@tanstack/react-query';
import { App, Button, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { api } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { BackTestView } from './back-test-view.js';
import { DifferenceView } from './difference-view.js';
import { NewDraftDialog } from './new-draft-dialog.js';
import { PackDocument } from './pack-document.js';
import { PackRecord } from './pack-record.js';
import { PutInForceDialog, TakeBackButton } from './put-in-force-dialog.js';
import { TrialView } from './trial-view.js';
import { areaOf, contentOf, spanOf, stateLooks, type Pack } from './types.js';
import { useRulesText } from './words.js';
import './rules.css';

const tabs = ['document', 'difference', 'backTest', 'trial', 'forces'] as const;
type Tab = (typeof tabs)[number];

/** One pack: what it says, how it differs, what it would have decided, when it is in force. */
export default function PackPage() {
  const { packId = '' } = useParams();
  const pack = useQuery(got('/api/v1/rule-packs/{rulePackId}', { params: { path: { rulePackId: packId } } }));
  return <Answered query={pack}>{(found) => <PackShown key={found.id} pack={found} />}</Answered>;
}

function PackShown({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<'derive' | 'force' | null>(null);
  // An application is tried by those who see applications of others.
  const shown = tabs.filter(
    (one) => one !== 'trial' || role === 'reviewer' || role === 'acceptor' || role === 'official',
  );
  const tab = shown.find((one) => one === params.get('tab')) ?? 'document';
  const may = (action: Pack['actions'][number]) => role === 'reviewer' && pack.actions.includes(action);
  const mayDerive = role === 'reviewer';
  return (
    <>
      <PageHeader
        title={said(pack.title)}
        crumbs={[{ label: t('list.title'), to: '/rules' }]}
        tag={<StateTag look={stateLooks[pack.state]}>{t(`state.${pack.state}`)}</StateTag>}
        line={<PackLine pack={pack} />}
        actions={
          <>
            {may('delete') ? <DeleteButton pack={pack} /> : null}
            {mayDerive ? (
              <Button icon={<Icon name="copy" />} onClick={() => setOpen('derive')}>
                {t('pack.derive')}
              </Button>
            ) : null}
            {may('edit') ? (
              <GoButton to={`/rules/${pack.id}/edit`} icon={<Icon name="edit" />}>
                {t('pack.edit')}
              </GoButton>
            ) : null}
            {may('takeBack') ? <TakeBackButton pack={pack} /> : null}
          </>
        }
        {...(may('putInForce')
          ? { primary: { label: t('force.put'), onClick: () => setOpen('force') } }
          : {})}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setParams(key === 'document' ? {} : { tab: key }, { replace: true })}
        destroyOnHidden
        items={shown.map((key) => ({
          key,
          label: t(`pack.tab.${key}`),
          children: <TabBody tab={key} pack={pack} />,
        }))}
      />
      <NewDraftDialog
        open={open === 'derive'}
        packs={[pack]}
        basedOn={pack}
        onClose={() => setOpen(null)}
        onMade={(id) => void navigate(`/rules/${id}/edit`)}
      />
      <PutInForceDialog
        pack={pack}
        open={open === 'force'}
        onClose={() => setOpen(null)}
        onTest={() => {
          setOpen(null);
          setParams({ tab: 'backTest' });
        }}
      />
    </>
  );
}

function TabBody({ tab, pack }: { tab: Tab; pack: Pack }) {
  switch (tab) {
    case 'document':
      return <PackDocument pack={contentOf(pack)} />;
    case 'difference':
      return <DifferenceView pack={pack} />;
    case 'backTest':
      return <BackTestView pack={pack} />;
    case 'trial':
      return <TrialView pack={pack} />;
    case 'forces':
      return <PackRecord pack={pack} />;
  }
}

function PackLine({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  return (
    <span className="pack-facts figures">
      <span>{pack.code}</span>
      <span>{areaOf(t, pack)}</span>
      <span>{spanOf(t, pack)}</span>
      {pack.basedOnId && pack.basedOnTitle ? (
        <Link to={`/rules/${pack.basedOnId}`}>{t('pack.based', { title: said(pack.basedOnTitle) })}</Link>
      ) : null}
      <span>
        {pack.shipped
          ? t('pack.shipped')
          : pack.createdByName
            ? t('pack.by', { name: pack.createdByName })
            : null}
      </span>
    </span>
  );
}

function DeleteButton({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const remove = useVerb({
    send: (id: string) =>
      api.DELETE('/api/v1/rule-packs/{rulePackId}', { params: { path: { rulePackId: id } } }),
    outdates: ['/api/v1/rule-packs'],
    said: t('pack.deleted'),
    onDone: () => void navigate('/rules'),
  });
  return (
    <Button
      danger
      type="text"
      icon={<Icon name="remove" />}
      onClick={() =>
        void modal.confirm({
          title: t('pack.deleteTitle', { title: said(pack.title) }),
          content: t('pack.deleteLine'),
          okText: t('pack.delete'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(pack.id).catch(() => undefined),
        })
      }
    >
      {t('pack.delete')}
    </Button>
  );
}
