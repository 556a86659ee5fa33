import type { PackFault } from '@luban/rulebook';
import { Form } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';
import { useSaid } from '../language/language.js';

/** What is wrong with the draft as it stands, for the fields below. */
export const FaultContext = createContext<readonly PackFault[]>([]);

/** How many faults lie at a path or below it. */
export function useFaultCount(path: string): number {
  return useContext(FaultContext).filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`))
    .length;
}

/** A labelled field with the faults at its path beside it. */
export function FaultField(props: {
  label: string;
  path: string;
  hint?: string | null;
  children: ReactNode;
}) {
  const said = useSaid();
  const faults = useContext(FaultContext).filter(
    ({ path }) => path === props.path || path.startsWith(`${props.path}.`),
  );
  return (
    <Form.Item
      label={props.label}
      validateStatus={faults.length > 0 ? 'error' : ''}
      help={
        faults.length > 0
          ? [...new Set(faults.map(({ message }) => said(message)))].join(' ')
          : props.hint || undefined
      }
    >
      {props.children}
    </Form.Item>
  );
}
