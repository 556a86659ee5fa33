import type { CheckParameters, DocumentKind } from '@luban/rulebook';
import { Checkbox } from 'antd';
import { useRulesText } from './words.js';

export type WantedDocument = CheckParameters['documentsComplete']['documents'][number];

/** Which documents are asked for, each of everybody or of first-time occupations, once or for each occupation. */
export function DocumentsField(props: {
  value: WantedDocument[];
  options: { kind: DocumentKind; words: string }[];
  onChange: (value: WantedDocument[]) => void;
}) {
  const t = useRulesText();
  const { value, options, onChange } = props;
  const put = (kind: DocumentKind, changes: Partial<WantedDocument>) =>
    onChange(value.map((one) => (one.kind === kind ? { ...one, ...changes } : one)));
  return (
    <ul className="documents-field">
      {options.map(({ kind, words }) => {
        const wanted = value.find((one) => one.kind === kind);
        return (
          <li key={kind}>
            <Checkbox
              checked={wanted !== undefined}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...value, { kind, firstTimeOnly: false, perOccupation: false }]
                    : value.filter((one) => one.kind !== kind),
                )
              }
            >
              {words}
            </Checkbox>
            {wanted ? (
              <span className="document-options">
                <Checkbox
                  checked={wanted.firstTimeOnly}
                  onChange={({ target }) => put(kind, { firstTimeOnly: target.checked })}
                >
                  {t('edit.firstTime')}
                </Checkbox>
                <Checkbox
                  checked={wanted.perOccupation}
                  onChange={({ target }) => put(kind, { perOccupation: target.checked })}
                >
                  {t('edit.perOccupation')}
                </Checkbox>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
