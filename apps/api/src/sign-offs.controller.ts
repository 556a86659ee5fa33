import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ReopenForm,
  SignForm,
  SignForms,
  SignOffCandidates,
  SignOffList,
  SignOffReply,
  SignOffs,
} from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Sign-off 签字确认, by the chief judge. */
@ApiTags('marking')
@Controller('events/:eventId')
export class SignOffsController {
  constructor(private readonly signOffs: SignOffs) {}

  /** Forms handed in: what signing each would confirm, and what stands in the way. */
  @Get('skills/:skillId/sign-off-candidates')
  @May('forms.signOff')
  candidates(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<SignOffCandidates> {
    return this.signOffs.candidates(actor, eventId, skillId);
  }

  /** Signs many forms: all of them or none. */
  @Put('skills/:skillId/sign-offs')
  @May('forms.signOff')
  signMany(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() { forms }: SignForms,
  ): Promise<SignOffList> {
    return this.signOffs.signMany(actor, eventId, skillId, forms);
  }

  /** Signs one form. `If-Match`: its revision. Signing again answers the sign-off there is. */
  @Put('forms/:formId/sign-off')
  @May('forms.signOff')
  sign(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @IfMatch() revision: number,
    @Body() { versionCode }: SignForm,
  ): Promise<SignOffReply> {
    return this.signOffs.sign(actor, eventId, formId, revision, versionCode);
  }

  /** Opens a signed form again; the reason is kept. */
  @Delete('forms/:formId/sign-off')
  @HttpCode(204)
  @May('forms.reopen')
  reopen(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Body() { reason }: ReopenForm,
  ): Promise<void> {
    return this.signOffs.reopen(actor, eventId, formId, reason);
  }
}
