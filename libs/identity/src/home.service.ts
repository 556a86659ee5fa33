import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { DataSource } from 'typeorm';
import { type HomeItem, homeItems } from './home-items.js';

const urgencies = ['now', 'soon', 'later'];

/** What waits for somebody in all rooms. */
@Injectable()
export class HomeService {
  constructor(private readonly db: DataSource) {}

  /** Most urgent first; what is due earlier first. */
  async read(actor: Actor): Promise<HomeItem[]> {
    const found = await Promise.all(homeItems.map((itemsOf) => itemsOf(actor, this.db.manager)));
    return found.flat().sort((a, b) => {
      const byUrgency = urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency);
      return byUrgency || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9');
    });
  }
}
