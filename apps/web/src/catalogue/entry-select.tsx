import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useSettled } from './use-settled.js';
import { useCatalogueText } from './words.js';
import './catalogue.css';

/** One thing to choose: what its field shows once chosen, and what stands beside the name in the list. */
export interface EntryChoice<Entry> {
  key: string;
  /** Shown in the closed field. */
  label: string;
  name: ReactNode;
  code?: string | null;
  /** Where it belongs, what it is. */
  note?: ReactNode;
  entry: Entry;
}

export interface PickerProps {
  id?: string;
  disabled?: boolean;
  placeholder?: string;
  /** May be emptied: yes, unless told. */
  allowClear?: boolean;
  'aria-label'?: string;
  autoFocus?: boolean;
}

/** A field in which an entry of a catalogue is looked for by typing: the list comes from the server, best fit first. */
export function EntrySelect<Entry>(
  props: PickerProps & {
    /** Key and label of what is chosen; null for nothing. */
    chosen: { key: string; label: string } | null;
    onPick: (entry: Entry | null) => void;
    /** Names the search, with everything that narrows it. */
    searchKey: readonly unknown[];
    search: (typed: string) => Promise<EntryChoice<Entry>[]>;
    /** What stands in the field while it is empty. */
    hint: string;
    /** Given: what is typed and not found may be taken as it stands. */
    onTyped?: (text: string) => void;
  },
) {
  const t = useCatalogueText();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const wanted = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['catalogue', ...props.searchKey, wanted],
    queryFn: () => props.search(wanted),
    enabled: open,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const choices = found.data ?? [];
  // The list may still be that of what was typed before: Enter then waits for the one that is meant.
  const stale = typed.trim() !== wanted || found.isPlaceholderData || found.isPending;
  const [entered, setEntered] = useState(false);
  const pick = (entry: Entry | null) => {
    setTyped('');
    setEntered(false);
    props.onPick(entry);
  };
  useEffect(() => {
    if (!entered || stale) return;
    setEntered(false);
    const [first] = choices;
    if (!first) return;
    setOpen(false);
    pick(first.entry);
  });
  const asTyped = 'typed:';
  const exact = choices.some(({ label, entry }) => label === wanted || nameOf(entry) === wanted);
  const options = [
    ...choices.map((choice) => ({ value: choice.key, label: choice.label, choice })),
    ...(props.onTyped && wanted.length >= 2 && !found.isFetching && !exact
      ? [{ value: asTyped, label: wanted, choice: null }]
      : []),
  ];
  return (
    <Select<string>
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.disabled === undefined ? {} : { disabled: props.disabled })}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
      {...(props.autoFocus === undefined ? {} : { autoFocus: props.autoFocus })}
      value={props.chosen?.key ?? null}
      placeholder={props.placeholder ?? props.hint}
      allowClear={props.allowClear ?? true}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      loading={open && found.isFetching}
      open={open}
      onInputKeyDown={(key) => {
        if (key.key !== 'Enter' || !open || typed === '' || !stale) return;
        key.preventDefault();
        key.stopPropagation();
        setEntered(true);
      }}
      popupMatchSelectWidth={380}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) return;
        setTyped('');
        setEntered(false);
      }}
      onChange={(key: string | undefined) => {
        if (key !== asTyped) return pick(choices.find((choice) => choice.key === key)?.entry ?? null);
        setTyped('');
        props.onTyped?.(wanted);
      }}
      labelRender={({ value, label }) =>
        value === props.chosen?.key ? props.chosen?.label : (label ?? value)
      }
      options={options}
      optionRender={({ data }) =>
        data.choice ? (
          <Choice {...data.choice} />
        ) : (
          <span className="entry-as-typed">{t('pick.asTyped', { name: wanted })}</span>
        )
      }
      notFoundContent={
        <span className="quiet">
          {found.isError
            ? t('pick.failed')
            : found.isFetching
              ? t('pick.loading')
              : wanted === ''
                ? props.hint
                : t('pick.none')}
        </span>
      }
    />
  );
}

const nameOf = (entry: unknown): string | null =>
  entry !== null && typeof entry === 'object' && 'name' in entry && typeof entry.name === 'string'
    ? entry.name
    : null;

function Choice({ name, code, note }: { name: ReactNode; code?: string | null; note?: ReactNode }) {
  return (
    <span className="entry-choice">
      <span className="entry-name">{name}</span>
      {code ? <span className="entry-code figures">{code}</span> : null}
      {note ? <span className="entry-note quiet">{note}</span> : null}
    </span>
  );
}
