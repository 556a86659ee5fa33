import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BackTestDto, BackTestQuery, BackTests, TrialDto, TrialQuery } from '@luban/approvals';
import type { Actor } from '@luban/audit';
import {
  DifferenceQuery,
  EditRulePackDto,
  NewRulePackDto,
  PackDifferenceListDto,
  PackForceService,
  PutInForceDto,
  RulePackDto,
  RulePackListDto,
  RulePackQuery,
  RulePackService,
  TakeBackQuery,
} from '@luban/rules';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Rule packs 规则包: what an application for class status is held against, from when, at which level. */
@ApiTags('rule packs')
@Controller('rule-packs')
export class RulePacksController {
  constructor(
    private readonly packs: RulePackService,
    private readonly forces: PackForceService,
    private readonly backTests: BackTests,
  ) {}

  @Get()
  @May('rulePacks.read')
  listRulePacks(@CurrentActor() actor: Actor, @Query() query: RulePackQuery): Promise<RulePackListDto> {
    return this.packs.list(actor, query);
  }

  @Get(':rulePackId')
  @May('rulePacks.read')
  readRulePack(@CurrentActor() actor: Actor, @Param('rulePackId') id: string): Promise<RulePackDto> {
    return this.packs.read(actor, id);
  }

  /** Makes a draft from an old pack. */
  @Post()
  @May('rulePacks.edit')
  createRulePack(@CurrentActor() actor: Actor, @Body() wish: NewRulePackDto): Promise<RulePackDto> {
    return this.packs.create(actor, wish);
  }

  /** Changes a draft; a pack that was put in force is never edited. */
  @Patch(':rulePackId')
  @May('rulePacks.edit')
  editRulePack(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @IfMatch() version: number,
    @Body() changes: EditRulePackDto,
  ): Promise<RulePackDto> {
    return this.packs.edit(actor, id, version, changes);
  }

  /** Deletes a draft that nothing rests on. */
  @Delete(':rulePackId')
  @HttpCode(204)
  @May('rulePacks.edit')
  deleteRulePack(@CurrentActor() actor: Actor, @Param('rulePackId') id: string): Promise<void> {
    return this.packs.delete(actor, id);
  }

  /** What differs from another pack, or from the one it is based on. */
  @Get(':rulePackId/difference')
  @May('rulePacks.read')
  readRulePackDifference(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @Query() query: DifferenceQuery,
  ): Promise<PackDifferenceListDto> {
    return this.packs.difference(actor, id, query.from);
  }

  /** Puts a draft in force from a day on. */
  @Put(':rulePackId/force')
  @May('rulePacks.edit')
  putRulePackInForce(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @IfMatch() version: number,
    @Body() wish: PutInForceDto,
  ): Promise<RulePackDto> {
    return this.forces.putInForce(actor, id, version, wish);
  }

  /** Takes a pack back before its day. */
  @Delete(':rulePackId/force')
  @May('rulePacks.edit')
  takeRulePackBack(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @Query() query: TakeBackQuery,
  ): Promise<RulePackDto> {
    return this.forces.takeBack(actor, id, query.reason);
  }

  /** Replays a pack, a draft too, over the past: which decisions would flip. */
  @Get(':rulePackId/back-test')
  @May('rulePacks.read')
  backTestRulePack(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @Query() query: BackTestQuery,
  ): Promise<BackTestDto> {
    return this.backTests.run(actor, id, query);
  }

  /** What a pack, a draft too, finds in one application. */
  @Get(':rulePackId/trial')
  @May('rulePacks.read')
  tryRulePack(
    @CurrentActor() actor: Actor,
    @Param('rulePackId') id: string,
    @Query() query: TrialQuery,
  ): Promise<TrialDto> {
    return this.backTests.trial(actor, id, query.applicationId);
  }
}
