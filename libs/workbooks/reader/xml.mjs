// The part of XML that workbooks use, read in one pass with bounded memory. Document type declarations are refused, so
// there are no entities to expand but the five of the standard and characters by number.
import { Unreadable } from './unreadable.mjs';

const MAX_TAG_CHARACTERS = 65_536;
const MAX_DEPTH = 64;

/**
 * Calls `on.open(name, attributes)`, `on.text(text)`, `on.close(name)` in document order. Names come without prefix
 * (`x:row` → `row`); attributes is a function of a name, so that unread attributes cost nothing, and
 * a third argument says that the element is empty; text may come in pieces. `on.done()` true stops early.
 * @param {AsyncIterable<Buffer>} pieces
 */
export async function readXml(pieces, on) {
  const reader = new XmlReader(on);
  let decoder;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    let text;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw new Unreadable('damaged', 'text encoding');
    }
    reader.feed(text);
    if (on.done?.()) return;
  }
  reader.end();
}

function encodingOf(start) {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

class XmlReader {
  #on;
  #rest = '';
  #depth = 0;

  constructor(on) {
    this.#on = on;
  }

  feed(piece) {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length && !this.#on.done?.()) {
      if (text.charCodeAt(at) === 60 /* < */) {
        const end = this.#markup(text, at);
        if (end < 0) break;
        at = end;
      } else {
        const end = textEnd(text, at);
        if (end === at) break;
        if (this.#depth > 0) this.#on.text(decodeEntities(oneLineEnd(text.slice(at, end))));
        at = end;
      }
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_TAG_CHARACTERS && !this.#on.done?.())
      throw new Unreadable('damaged', 'overlong tag');
  }

  end() {
    if (this.#rest.trim() !== '' || this.#depth !== 0) throw new Unreadable('damaged', 'XML ends too early');
  }

  /** Handles what starts with `<` at `at`; returns where it ends, or -1 when it is not complete yet. */
  #markup(text, at) {
    const kind = text.charCodeAt(at + 1);
    if (kind === 33 /* ! */) {
      if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
      if (text.startsWith('<![CDATA[', at)) {
        const end = text.indexOf(']]>', at + 9);
        if (end < 0) return -1;
        this.#on.text(oneLineEnd(text.slice(at + 9, end)));
        return end + 3;
      }
      if (text.length - at < 9) return -1;
      throw new Unreadable('damaged', 'document type declaration');
    }
    if (kind === 63 /* ? */) return after(text, '?>', at + 2);
    const end = tagEnd(text, at + 1);
    if (end < 0) return -1;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #tag(tag) {
    if (tag.charCodeAt(0) === 47 /* / */) {
      if (--this.#depth < 0) throw new Unreadable('damaged', 'XML nesting');
      return this.#on.close(localName(tag.slice(1).trim()));
    }
    const selfClosing = tag.endsWith('/');
    const body = selfClosing ? tag.slice(0, -1) : tag;
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    if (++this.#depth > MAX_DEPTH) throw new Unreadable('damaged', 'XML nesting');
    this.#on.open(name, (wanted) => (space < 0 ? undefined : attribute(body, space, wanted)), selfClosing);
    if (selfClosing) {
      this.#depth--;
      this.#on.close(name);
    }
  }
}

/** Text runs to the next tag; at the end of a piece an entity or a line end may be cut, which then waits. */
function textEnd(text, at) {
  const tag = text.indexOf('<', at);
  if (tag >= 0) return tag;
  const ampersand = text.lastIndexOf('&');
  if (ampersand >= Math.max(at, text.length - 12)) return ampersand;
  return text.endsWith('\r') ? text.length - 1 : text.length;
}

/** XML 1.0, 2.11: a literal CR or CR LF is read as LF. */
const oneLineEnd = (text) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function after(text, mark, from) {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** Where the tag's `>` stands, which is not one inside a quoted attribute. */
function tagEnd(text, from) {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return at;
  }
  return -1;
}

const localName = (name) => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name; `id` also finds `r:id`, and the plain name wins over a prefixed one. */
function attribute(body, from, wanted) {
  let prefixed;
  const pattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
    const value = match[2] ?? match[3];
    if (match[1] === wanted) return decodeEntities(value);
    if (localName(match[1]) === wanted) prefixed ??= decodeEntities(value);
  }
  return prefixed;
}

const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text) {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
