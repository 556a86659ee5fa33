import type { DataSource } from 'typeorm';
import type { DemoAccount } from '../launcher/database.js';
import type { Person } from '../rehearse/http-client.js';
import { demoAdministrator } from './accounts.js';

export interface DemoWork {
  admin: Person;
  newPerson: (name: string) => Person;
  db: DataSource;
  say: (chinese: string, english: string) => void;
}

export async function buildDemo(_work: DemoWork): Promise<DemoAccount[]> {
  return [{ role: '管理员 administrator', ...demoAdministrator }];
}
