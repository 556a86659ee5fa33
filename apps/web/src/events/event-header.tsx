import type { ReactNode } from 'react';
import { useEvent } from '../frame/event.js';
import { useLanguage, useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { PageHeader, type PageHeaderProps } from '../parts/page-header.js';
import { useEventStage } from './event-stage.js';

/** An event's name in the reader's language. */
export function useEventName(): string {
  const event = useEvent();
  const language = useLanguage();
  return language === 'en' && event.nameEn ? event.nameEn : event.name;
}

/**
 * The top of any page inside an event: the way back to the event, the page's own title and button, and the event's
 * stage bar. Every room's screens use it, so that people always see where the event stands.
 * @example <EventHeader title={t('entries.title')} actions={…} />
 */
export function EventHeader(
  props: Omit<PageHeaderProps, 'stages' | 'crumbs'> & {
    /** Between the event and this page. */
    crumbs?: PageHeaderProps['crumbs'];
    /** Left out on pages where every row of pixels counts. */
    withStages?: boolean;
    line?: ReactNode;
  },
) {
  const { withStages = true, crumbs = [], ...rest } = props;
  const event = useEvent();
  const name = useEventName();
  const stages = useStageBar();
  return (
    <PageHeader
      {...rest}
      crumbs={[{ label: name, to: `/events/${event.id}` }, ...crumbs, { label: rest.title }]}
      {...(withStages && stages ? { stages } : {})}
    />
  );
}

/** The event's stages with the day each was entered last; undefined until they are read. */
export function useStageBar(): PageHeaderProps['stages'] {
  const event = useEvent();
  const said = useSaid();
  const times = useTimes();
  const { data: stage } = useEventStage(event.id);
  if (!stage) return undefined;
  const enteredAt = new Map(stage.history.map(({ to, at }) => [to, at]));
  const now = stage.order.findIndex((one) => one.stage === stage.stage);
  return {
    at: stage.stage,
    stages: stage.order.map((one, index) => ({
      key: one.stage,
      label: said(one.name),
      note:
        index <= now && enteredAt.has(one.stage)
          ? times.show(enteredAt.get(one.stage), 'day').slice(5)
          : undefined,
    })),
  };
}
