import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock } from '@luban/platform';
import { pdfOf } from '@luban/papers';
import { DataSource } from 'typeorm';
import { formOf } from './application-form.js';
import { readApplication } from './application.queries.js';

/** 申请表 on paper. */
@Injectable()
export class ApplicationForm {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The whole application as it is now, as a PDF; each page carries the code of the data. */
  async print(actor: Actor, id: string): Promise<{ fileName: string; bytes: Buffer }> {
    const at = this.clock.now();
    const application = await readApplication(this.db.manager, actor, id, at);
    const fileName = `申请表 ${application.planYear} ${application.name} ${application.pageCode}.pdf`;
    return { fileName: fileName.replace(/[\\/:*?"<>|]/g, ' '), bytes: await pdfOf(formOf(application, at)) };
  }
}
