import { Button, Input, Spin } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Icon } from '../look/icons.js';
import { usePartText } from './words.js';

/**
 * Takes a file by drop or choice, or rows by paste. What comes of it (findings per bad cell, a preview) the caller
 * shows below, for example with `<CellFindings>`.
 */
export function UploadDrop(props: {
  /** Endings, as an `<input accept>`: `.xlsx,.csv`. */
  accept: string;
  onFile: (file: File) => void | Promise<void>;
  /** Given: rows may be pasted from a spreadsheet. */
  onPaste?: (text: string) => void | Promise<void>;
  /** Such as a link to a template. */
  hint?: ReactNode;
}) {
  const t = usePartText();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');

  const read = async (name: string, work: () => void | Promise<void>) => {
    setReading(name);
    try {
      await work();
    } finally {
      setReading(null);
    }
  };
  const takeFile = (file: File | undefined) => {
    if (file) void read(file.name, () => props.onFile(file));
  };
  return (
    <div className="upload">
      <button
        type="button"
        className={`upload-drop${over ? ' upload-over' : ''}`}
        disabled={reading !== null}
        onClick={() => input.current?.click()}
        onDragOver={(drag) => {
          drag.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(drop) => {
          drop.preventDefault();
          setOver(false);
          takeFile(drop.dataTransfer.files[0]);
        }}
      >
        {reading === null ? <Icon name="import" size={28} /> : <Spin />}
        <span className="upload-line">
          {reading === null ? t('upload.drop') : t('upload.reading', { name: reading })}
        </span>
        <span className="quiet">{t('upload.accepts', { kinds: props.accept.replace(/,/g, ' ') })}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        aria-label={t('upload.drop')}
        onChange={(change) => {
          takeFile(change.target.files?.[0]);
          change.target.value = '';
        }}
      />
      {props.hint ? <div className="upload-hint">{props.hint}</div> : null}
      {props.onPaste ? (
        <details className="upload-paste">
          <summary>{t('upload.paste')}</summary>
          <Input.TextArea
            aria-label={t('upload.pasteArea')}
            rows={6}
            value={pasted}
            onChange={(change) => setPasted(change.target.value)}
          />
          <Button
            disabled={pasted.trim() === ''}
            onClick={() => void read('', () => props.onPaste?.(pasted))}
          >
            {t('upload.pasteRead')}
          </Button>
        </details>
      ) : null}
    </div>
  );
}
