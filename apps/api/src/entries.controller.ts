import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  AddEntry,
  ChangeEntry,
  Entries,
  EntryOutcomes,
  EntryPage,
  EntryQuery,
  EntryReply,
  EntryReviews,
  GiveReason,
  ReviewEntries,
  SubmitEntries,
  SubmitLate,
} from '@luban/registration';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Entries: entered by delegations, reviewed by the organiser. */
@ApiTags('registration')
@Controller('events/:eventId')
export class EntriesController {
  constructor(
    private readonly entries: Entries,
    private readonly reviews: EntryReviews,
  ) {}

  /** A delegation's own entries, or all of them for host and organiser; birth dates show the year only. */
  @Get('entries')
  @May('entries.read')
  listEntries(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() query: EntryQuery,
  ): Promise<EntryPage> {
    return this.entries.list(actor, eventId, query);
  }

  @Get('entries/:entryId')
  @May('entries.read')
  readEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
  ): Promise<EntryReply> {
    return this.entries.one(actor, eventId, entryId);
  }

  /** 409 `registration.quota-full` when the last place is gone. */
  @Post('entries')
  @May('entries.edit')
  addEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: AddEntry,
  ): Promise<EntryReply> {
    return this.entries.add(actor, eventId, wish);
  }

  @Put('entries/:entryId')
  @May('entries.edit')
  changeEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() change: ChangeEntry,
  ): Promise<EntryReply> {
    return this.entries.change(actor, eventId, entryId, version, change);
  }

  /** Hands the entry in for review; 409 `registration.entry-incomplete` with everything that is wrong. */
  @Put('entries/:entryId/submission')
  @May('entries.submit')
  submitEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() wish: SubmitLate,
  ): Promise<EntryReply> {
    return this.entries.submit(actor, eventId, entryId, version, wish.lateReason ?? null);
  }

  /** Takes it back to mend it, while registration is open. */
  @Delete('entries/:entryId/submission')
  @HttpCode(200)
  @May('entries.submit')
  recallEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
  ): Promise<EntryReply> {
    return this.entries.recall(actor, eventId, entryId, version);
  }

  @Put('entries/:entryId/acceptance')
  @May('entries.review')
  acceptEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
  ): Promise<EntryReply> {
    return this.reviews.accept(actor, eventId, entryId, version);
  }

  /** Back to the delegation, with what to mend. */
  @Put('entries/:entryId/return')
  @May('entries.review')
  returnEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() wish: GiveReason,
  ): Promise<EntryReply> {
    return this.reviews.return(actor, eventId, entryId, version, wish.reason);
  }

  /** The entry does not take part; its place is free again. */
  @Put('entries/:entryId/withdrawal')
  @May('entries.edit')
  withdrawEntry(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() wish: GiveReason,
  ): Promise<EntryReply> {
    return this.entries.withdraw(actor, eventId, entryId, version, wish.reason);
  }

  @Delete('entries/:entryId/withdrawal')
  @HttpCode(200)
  @May('entries.edit')
  undoWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
  ): Promise<EntryReply> {
    return this.entries.undoWithdrawal(actor, eventId, entryId, version);
  }

  /** Submits many at once; answers what became of each. */
  @Post('entry-submissions')
  @HttpCode(200)
  @May('entries.submit')
  submitEntries(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: SubmitEntries,
  ): Promise<EntryOutcomes> {
    return this.reviews.submit(actor, eventId, wish);
  }

  /** What a review of many would do; changes nothing. */
  @Post('entry-review-previews')
  @HttpCode(200)
  @May('entries.review')
  previewReview(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: ReviewEntries,
  ): Promise<EntryOutcomes> {
    return this.reviews.previewReview(actor, eventId, wish);
  }

  /** Reviews many at once: those that stand as they were seen; answers what became of each. */
  @Post('entry-reviews')
  @HttpCode(200)
  @May('entries.review')
  reviewEntries(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: ReviewEntries,
  ): Promise<EntryOutcomes> {
    return this.reviews.review(actor, eventId, wish);
  }
}
