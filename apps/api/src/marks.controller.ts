import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { Marks, readSaveMarks, SaveMarks, SaveMarksReply } from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';

@ApiTags('marking')
@Controller('events/:eventId/forms/:formId/marks')
export class MarksController {
  constructor(private readonly marks: Marks) {}

  /**
   * Saves values of one form; the answer comes after the commit. Repeating a `clientKey` changes nothing and answers the
   * same. 409 `judging.form-changed` holds what stands now in `current`. The body is read by hand (`readSaveMarks`).
   */
  @Put()
  @May('marks.enter')
  @ApiBody({ type: SaveMarks })
  save(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Body() body: unknown,
  ): Promise<SaveMarksReply> {
    return this.marks.save(actor, eventId, formId, readSaveMarks(body));
  }
}
