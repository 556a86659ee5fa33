import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  appImportBreaches,
  httpInLibsBreaches,
  importOrderBreaches,
  libOrder,
  purityBreaches,
  sqlInAppsBreaches,
} from './imports.js';
import { checkoutRoot, readTree } from './source-tree.js';

const tree = readTree(['apps', 'libs']);
const file = (path: string, text: string) => ({ path, text });

describe('the import order of the libs', () => {
  it('names exactly the libs that exist', () => {
    expect([...libOrder].sort()).toEqual(readdirSync(join(checkoutRoot, 'libs')).sort());
  });

  it('is kept', () => {
    expect(importOrderBreaches(tree, libOrder)).toEqual([]);
  });

  it.each([
    ['a later lib', `import { Results } from '@luban/results';`],
    ['only the type of a later lib', `import type { Results } from '@luban/results';`],
    ['a later lib when it runs', `const results = await import('@luban/results');`],
    ['a later lib by handing it on', `export { Results } from '@luban/results';`],
    ['a lib beside its index', `import { newId } from '@luban/platform/src/ids.js';`],
    ['a lib that does not exist', `import { Squads } from '@luban/training';`],
    ['another lib by its path', `import { newId } from '../../platform/src/ids.js';`],
    ['an app', `import { createApi } from '../../../apps/api/src/create-api.js';`],
    ['test support', `import { until } from '../../../test/support/until.js';`],
  ])('is seen to be broken by a file that imports %s', (_, text) => {
    expect(importOrderBreaches([file('libs/judging/src/marks.ts', text)], libOrder)).toHaveLength(1);
  });

  it('lets a spec use test support, and an earlier lib', () => {
    const text = `import '../../../test/support/until.js'; import '@luban/platform';`;
    expect(importOrderBreaches([file('libs/judging/src/marks.spec.ts', text)], libOrder)).toEqual([]);
  });

  it('is seen to be broken by a lib that has no place in it', () => {
    expect(importOrderBreaches([file('libs/training/src/squad.ts', '')], libOrder)).toHaveLength(1);
  });
});

describe('the pure libs', () => {
  it('are pure', () => {
    expect(purityBreaches(tree)).toEqual([]);
  });

  it.each([
    `import { Injectable } from '@nestjs/common';`,
    `import { readFileSync } from 'node:fs';`,
    `import { newId } from '@luban/platform';`,
    `export const at = Date.now();`,
    `export const at = new Date();`,
    `export const draw = Math.random();`,
    `export const level = process.env.LEVEL;`,
    `console.log('here');`,
  ])('are seen to be impure with: %s', (text) => {
    expect(purityBreaches([file('libs/scoring/src/scale.ts', text)])).toHaveLength(1);
  });

  it('may speak of the clock in a comment', () => {
    expect(
      purityBreaches([file('libs/scoring/src/scale.ts', '/** Never uses Date.now. */\n// nor Math.random')]),
    ).toEqual([]);
  });
});

describe('the apps', () => {
  it('enter libs by their names, and the web app only the pure ones', () => {
    expect(appImportBreaches(tree)).toEqual([]);
  });

  it.each([
    ['apps/web/src/form.tsx', `import { Marks } from '@luban/judging';`],
    ['apps/web/src/form.tsx', `import type { MarkingForm } from '@luban/judging';`],
    ['apps/web/src/form.tsx', `import { May } from '../../api/src/doors/who-may.js';`],
    ['apps/web/src/form.tsx', `import { round } from '../../../libs/scoring/src/round.js';`],
    ['apps/api/src/marks.controller.ts', `import { Marks } from '@luban/judging/src/marks.js';`],
    ['apps/api/src/marks.controller.ts', `import { Marks } from '../../../libs/judging/src/marks.js';`],
  ])('are seen to enter elsewhere: %s %s', (path, text) => {
    expect(appImportBreaches([file(path, text)])).toHaveLength(1);
  });

  it('hold no SQL', () => {
    expect(sqlInAppsBreaches(tree)).toEqual([]);
  });

  it.each([
    'const rows = await this.source.query(`SELECT 1`);',
    'const text = `\n  UPDATE form SET state = 1`;',
    'await this.source.getRepository(Entry).find();',
    `await tx.createQueryBuilder().delete().execute();`,
  ])('are seen to hold SQL: %s', (text) => {
    expect(sqlInAppsBreaches([file('apps/api/src/marks.controller.ts', text)])).toHaveLength(1);
  });
});

describe('the libs', () => {
  it('speak no HTTP', () => {
    expect(httpInLibsBreaches(tree)).toEqual([]);
  });

  it.each([
    `import type { FastifyRequest } from 'fastify';`,
    `import { createServer } from 'node:http';`,
    `import { NotFoundException } from '@nestjs/common';`,
    `import { Controller, Injectable } from '@nestjs/common';`,
    `import {\n  HttpStatus,\n} from '@nestjs/common';`,
  ])('are seen to speak HTTP: %s', (text) => {
    expect(httpInLibsBreaches([file('libs/judging/src/marks.service.ts', text)])).toHaveLength(1);
  });
});
